kind-school = Scuola
kind-cluster = Rete di scuole
kind-case-study = Caso di studio
kind-result = Risultato
kind-policy-post = Contributo sulle politiche
kind-country = Paese
kind-organisation = Organizzazione
kind-news = Notizia
kind-event = Evento
kind-term = Tema
kind-page = Pagina

role-mentor = Scuola mentore
role-mentee = Scuola mentee
role-learning-lab = Laboratorio di apprendimento

approach-top-down = Dall’alto
approach-bottom-up = Dal basso
approach-blended = Misto
model-advanced-less-advanced = Una scuola più avanzata affianca scuole meno avanzate
model-peer-to-peer = Tra pari
setting-online = Online
setting-face-to-face = In presenza
setting-blended = Mista

activity-observation-visit = Visita di osservazione
activity-virtual-visit = Visita virtuale
activity-online-support = Supporto online
activity-peer-exchange = Scambio tra pari
activity-workshop = Workshop
activity-webinar = Webinar
activity-self-assessment = Autovalutazione

outcome-successful = Riuscito
outcome-mixed = Parziale
outcome-unsuccessful = Non riuscito
domain-whole-school = Intera scuola
domain-teacher = Docenti
domain-student = Studenti
domain-mentoring = Mentoring
evidence-survey = Questionario
evidence-interview = Interviste
evidence-observation = Osservazione
evidence-diary = Diario

challenge-flexible-learning-spaces = Spazi di apprendimento flessibili
challenge-small-rural-schools = Scuole piccole e rurali
challenge-personalised-learning = Apprendimento personalizzato
challenge-stem-robotics = STEM e robotica
challenge-social-disadvantage = Svantaggio sociale

enabler-leadership = Leadership
enabler-shared-vision = Una visione condivisa
enabler-digital-policy = Una politica digitale
enabler-making-time = Trovare il tempo
enabler-mindset = Apertura mentale
enabler-common-theme = Un tema comune
enabler-reachable-goal = Un obiettivo raggiungibile
enabler-resourcing = Risorse
enabler-peer-learning = Apprendimento tra pari
enabler-tackling-resistance = Affrontare le resistenze
enabler-sharing = Condivisione
enabler-executive-support = Sostegno dei vertici
enabler-distributed-leadership = Leadership diffusa
enabler-teacher-training = Formazione dei docenti

incentive-time = Tempo
incentive-licences-equipment = Licenze e attrezzature
incentive-recognition = Riconoscimento
incentive-career = Carriera
incentive-funding = Finanziamenti
incentive-travel-catering = Viaggi e ristorazione
incentive-professional-learning = Sviluppo professionale
incentive-study-visits = Visite di studio

barrier-time-workload = Tempo e carico di lavoro
barrier-mentor-role = Il ruolo del mentore
barrier-expectations = Aspettative
barrier-commitment = Impegno
barrier-workforce-profile = Profilo del personale
barrier-workplace-culture = Cultura del luogo di lavoro

level-primary = Scuola primaria
level-lower-secondary = Secondaria di primo grado
level-upper-secondary = Secondaria di secondo grado
level-vocational = Istruzione professionale

result-type-report = Rapporto
result-type-course = Corso
result-type-toolkit = Kit di strumenti
result-type-instrument = Strumento di ricerca
result-type-video = Video
result-type-brochure = Opuscolo
nature-R = Rapporto
nature-P = Prototipo
nature-D = Dimostratore
nature-O = Altro
dissemination-PU = Pubblico
dissemination-PP = Riservato agli altri partecipanti al programma
dissemination-RE = Riservato a un gruppo specifico
dissemination-CO = Confidenziale
dissemination-EU-RES = UE limitato

organisation-type-ministry = Ministero
organisation-type-authority = Ente pubblico
organisation-type-school = Scuola
organisation-type-university = Università
organisation-type-eu-project = Progetto europeo
organisation-type-working-group = Gruppo di lavoro
organisation-type-private = Organizzazione privata
organisation-type-international = Organizzazione internazionale
membership-coordinator = Coordinatore
membership-partner = Partner
membership-advisory = Membro consultivo
membership-related = Iniziativa affine
membership-funder = Finanziatore

event-type-workshop = Workshop
event-type-course = Corso
event-type-meeting = Incontro
event-type-conference = Conferenza
event-type-visit = Visita
event-type-webinar = Webinar
status-planned = In programma
status-held = Svolto
status-moved-online = Spostato online
status-postponed = Rinviato
status-cancelled = Annullato

origin-human = Tradotto da una persona
origin-machine = Tradotto automaticamente
origin-post-edited = Tradotto automaticamente e rivisto da una persona
country-international = Internazionale

quote-role-mentor-head = Dirigente di una scuola mentore
quote-role-mentee-head = Dirigente di una scuola mentee
quote-role-mentor-teacher = Docente, scuola mentore
quote-role-mentee-teacher = Docente, scuola mentee
quote-role-coordinator = Chi coordina la rete
quote-role-pupil = Studente

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Gestione
work-package-2 = Documentazione e analisi dei modelli di apprendimento tra pari che coinvolgono l’intera scuola
work-package-3 = Costruzione e sostegno della rete di mentoring
work-package-4 = Sperimentazione di approcci al mentoring dell’intera scuola
work-package-5 = Documentazione e analisi delle pratiche di mentoring
work-package-6 = Diffusione e sostenibilità
work-package-7 = Requisiti etici
