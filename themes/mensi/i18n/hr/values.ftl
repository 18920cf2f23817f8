kind-school = Škola
kind-cluster = Klaster
kind-case-study = Studija slučaja
kind-result = Rezultat
kind-policy-post = Objava o politikama
kind-country = Zemlja
kind-organisation = Organizacija
kind-news = Vijest
kind-event = Događanje
kind-term = Tema
kind-page = Stranica

role-mentor = Škola mentor
role-mentee = Mentorirana škola
role-learning-lab = Laboratorij za učenje

approach-top-down = Odozgo prema dolje
approach-bottom-up = Odozdo prema gore
approach-blended = Mješoviti pristup
model-advanced-less-advanced = Naprednija škola mentorira manje napredne
model-peer-to-peer = Među jednakima
setting-online = Na internetu
setting-face-to-face = Uživo
setting-blended = Kombinirano

activity-observation-visit = Opservacijski posjet
activity-virtual-visit = Virtualni posjet
activity-online-support = Podrška na internetu
activity-peer-exchange = Razmjena među kolegama
activity-workshop = Radionica
activity-webinar = Webinar
activity-self-assessment = Samoprocjena

outcome-successful = Uspješno
outcome-mixed = Djelomično uspješno
outcome-unsuccessful = Neuspješno
domain-whole-school = Cijela škola
domain-teacher = Učitelji i nastavnici
domain-student = Učenici
domain-mentoring = Mentoriranje
evidence-survey = Anketa
evidence-interview = Intervjui
evidence-observation = Opažanje
evidence-diary = Dnevnik

challenge-flexible-learning-spaces = Prilagodljivi prostori za učenje
challenge-small-rural-schools = Male i seoske škole
challenge-personalised-learning = Personalizirano učenje
challenge-stem-robotics = STEM i robotika
challenge-social-disadvantage = Nepovoljan socijalni položaj

enabler-leadership = Vodstvo
enabler-shared-vision = Zajednička vizija
enabler-digital-policy = Digitalna politika
enabler-making-time = Odvajanje vremena
enabler-mindset = Otvorenost
enabler-common-theme = Zajednička tema
enabler-reachable-goal = Ostvariv cilj
enabler-resourcing = Resursi
enabler-peer-learning = Učenje među kolegama
enabler-tackling-resistance = Suočavanje s otporom
enabler-sharing = Dijeljenje
enabler-executive-support = Potpora nadređenih
enabler-distributed-leadership = Podijeljeno vodstvo
enabler-teacher-training = Usavršavanje nastavnika

incentive-time = Vrijeme
incentive-licences-equipment = Licencije i oprema
incentive-recognition = Priznanje
incentive-career = Napredovanje
incentive-funding = Financiranje
incentive-travel-catering = Putovanja i ugošćavanje
incentive-professional-learning = Stručno usavršavanje
incentive-study-visits = Studijski posjeti

barrier-time-workload = Vrijeme i opterećenje
barrier-mentor-role = Uloga mentora
barrier-expectations = Očekivanja
barrier-commitment = Predanost
barrier-workforce-profile = Struktura osoblja
barrier-workplace-culture = Radna kultura

level-primary = Primarno obrazovanje
level-lower-secondary = Niže sekundarno obrazovanje
level-upper-secondary = Više sekundarno obrazovanje
level-vocational = Strukovno obrazovanje

result-type-report = Izvješće
result-type-course = Tečaj
result-type-toolkit = Priručnik s alatima
result-type-instrument = Istraživački instrument
result-type-video = Videozapis
result-type-brochure = Brošura
nature-R = Izvješće
nature-P = Prototip
nature-D = Demonstracija
nature-O = Ostalo
dissemination-PU = Javno
dissemination-PP = Samo za druge sudionike programa
dissemination-RE = Samo za određenu skupinu
dissemination-CO = Povjerljivo
dissemination-EU-RES = Ograničeno na razini EU-a

organisation-type-ministry = Ministarstvo
organisation-type-authority = Javno tijelo
organisation-type-school = Škola
organisation-type-university = Sveučilište
organisation-type-eu-project = Europski projekt
organisation-type-working-group = Radna skupina
organisation-type-private = Privatna organizacija
organisation-type-international = Međunarodna organizacija
membership-coordinator = Koordinator
membership-partner = Partner
membership-advisory = Savjetodavni član
membership-related = Srodna inicijativa
membership-funder = Financijer

event-type-workshop = Radionica
event-type-course = Tečaj
event-type-meeting = Sastanak
event-type-conference = Konferencija
event-type-visit = Posjet
event-type-webinar = Webinar
status-planned = Planirano
status-held = Održano
status-moved-online = Premješteno na internet
status-postponed = Odgođeno
status-cancelled = Otkazano

origin-human = Ljudski prijevod
origin-machine = Strojni prijevod
origin-post-edited = Pregledan strojni prijevod
country-international = Međunarodno

quote-role-mentor-head = Voditelj škole mentora
quote-role-mentee-head = Voditelj mentorirane škole
quote-role-mentor-teacher = Nastavnik iz škole mentora
quote-role-mentee-teacher = Nastavnik iz mentorirane škole
quote-role-coordinator = Koordinator klastera
quote-role-pupil = Učenik

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Upravljanje
work-package-2 = Dokumentiranje i analiza modela vršnjačkog učenja na razini cijele škole
work-package-3 = Izgradnja mreže mentorskih škola i potpora mreži
work-package-4 = Isprobavanje pristupa mentoriranju cijele škole
work-package-5 = Dokumentiranje i analiza mentorske prakse
work-package-6 = Diseminacija i održivost
work-package-7 = Etički zahtjevi
