kind-school = School
kind-cluster = Cluster
kind-case-study = Praktijkvoorbeeld
kind-result = Resultaat
kind-policy-post = Beleidsbijdrage
kind-country = Land
kind-organisation = Organisatie
kind-news = Nieuws
kind-event = Evenement
kind-term = Onderwerp
kind-page = Pagina

role-mentor = Mentorschool
role-mentee = Menteeschool
role-learning-lab = Learning lab

approach-top-down = Top-down
approach-bottom-up = Bottom-up
approach-blended = Gemengd
model-advanced-less-advanced = Een school die verder staat, begeleidt scholen die minder ver staan
model-peer-to-peer = Onder gelijken
setting-online = Online
setting-face-to-face = Ter plaatse
setting-blended = Gemengd

activity-observation-visit = Observatiebezoek
activity-virtual-visit = Virtueel bezoek
activity-online-support = Online ondersteuning
activity-peer-exchange = Uitwisseling onder collega’s
activity-workshop = Workshop
activity-webinar = Webinar
activity-self-assessment = Zelfevaluatie

outcome-successful = Geslaagd
outcome-mixed = Wisselend
outcome-unsuccessful = Niet geslaagd
domain-whole-school = Hele school
domain-teacher = Leraren
domain-student = Leerlingen
domain-mentoring = Mentoring
evidence-survey = Enquête
evidence-interview = Interviews
evidence-observation = Observatie
evidence-diary = Dagboek

challenge-flexible-learning-spaces = Flexibele leerruimtes
challenge-small-rural-schools = Kleine scholen en plattelandsscholen
challenge-personalised-learning = Gepersonaliseerd leren
challenge-stem-robotics = STEM en robotica
challenge-social-disadvantage = Sociale achterstand

enabler-leadership = Leiderschap
enabler-shared-vision = Een gedeelde visie
enabler-digital-policy = Een digitaal beleid
enabler-making-time = Tijd maken
enabler-mindset = Een open houding
enabler-common-theme = Een gemeenschappelijk thema
enabler-reachable-goal = Een haalbaar doel
enabler-resourcing = Middelen
enabler-peer-learning = Leren van collega’s
enabler-tackling-resistance = Omgaan met weerstand
enabler-sharing = Delen
enabler-executive-support = Steun van bovenaf
enabler-distributed-leadership = Gespreid leiderschap
enabler-teacher-training = Nascholing van leraren

incentive-time = Tijd
incentive-licences-equipment = Licenties en apparatuur
incentive-recognition = Erkenning
incentive-career = Loopbaan
incentive-funding = Financiering
incentive-travel-catering = Reizen en catering
incentive-professional-learning = Professionalisering
incentive-study-visits = Studiebezoeken

barrier-time-workload = Tijd en werkdruk
barrier-mentor-role = De rol van de mentor
barrier-expectations = Verwachtingen
barrier-commitment = Betrokkenheid
barrier-workforce-profile = Profiel van het personeel
barrier-workplace-culture = Cultuur op de werkvloer

level-primary = Lager onderwijs
level-lower-secondary = Lager secundair onderwijs
level-upper-secondary = Hoger secundair onderwijs
level-vocational = Beroepsonderwijs

result-type-report = Rapport
result-type-course = Cursus
result-type-toolkit = Toolkit
result-type-instrument = Onderzoeksinstrument
result-type-video = Video
result-type-brochure = Brochure
nature-R = Rapport
nature-P = Prototype
nature-D = Demonstratie
nature-O = Andere
dissemination-PU = Openbaar
dissemination-PP = Alleen voor andere deelnemers aan het programma
dissemination-RE = Alleen voor een bepaalde groep
dissemination-CO = Vertrouwelijk
dissemination-EU-RES = EU-beperkt

organisation-type-ministry = Ministerie
organisation-type-authority = Overheidsinstantie
organisation-type-school = School
organisation-type-university = Universiteit
organisation-type-eu-project = Europees project
organisation-type-working-group = Werkgroep
organisation-type-private = Particuliere organisatie
organisation-type-international = Internationale organisatie
membership-coordinator = Coördinator
membership-partner = Partner
membership-advisory = Adviserend lid
membership-related = Verwant initiatief
membership-funder = Financier

event-type-workshop = Workshop
event-type-course = Cursus
event-type-meeting = Bijeenkomst
event-type-conference = Conferentie
event-type-visit = Bezoek
event-type-webinar = Webinar
status-planned = Gepland
status-held = Plaatsgevonden
status-moved-online = Online georganiseerd
status-postponed = Uitgesteld
status-cancelled = Geannuleerd

origin-human = Vertaald door een mens
origin-machine = Machinaal vertaald
origin-post-edited = Machinaal vertaald, door een mens nagekeken
country-international = Internationaal

quote-role-mentor-head = Directeur van een mentorschool
quote-role-mentee-head = Directeur van een menteeschool
quote-role-mentor-teacher = Leraar, mentorschool
quote-role-mentee-teacher = Leraar, menteeschool
quote-role-coordinator = Clustercoördinator
quote-role-pupil = Leerling

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Projectbeheer
work-package-2 = Modellen voor collegiaal leren in de hele school documenteren en analyseren
work-package-3 = Mentoringnetwerk opbouwen en ondersteunen
work-package-4 = Experimenteren met mentoring van de hele school
work-package-5 = Documentatie en analyse van de mentoringpraktijk
work-package-6 = Verspreiding en verduurzaming
work-package-7 = Ethische vereisten
