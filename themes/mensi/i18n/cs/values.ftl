kind-school = Škola
kind-cluster = Klastr
kind-case-study = Případová studie
kind-result = Výsledek
kind-policy-post = Příspěvek ke vzdělávací politice
kind-country = Země
kind-organisation = Organizace
kind-news = Aktualita
kind-event = Akce
kind-term = Téma
kind-page = Stránka

role-mentor = Mentorská škola
role-mentee = Mentorovaná škola
role-learning-lab = Učební laboratoř

approach-top-down = Shora dolů
approach-bottom-up = Zdola nahoru
approach-blended = Kombinovaný
model-advanced-less-advanced = Pokročilejší škola mentoruje méně pokročilé
model-peer-to-peer = Mezi rovnocennými školami
setting-online = Online
setting-face-to-face = Prezenčně
setting-blended = Kombinovaně

activity-observation-visit = Náslechová návštěva
activity-virtual-visit = Virtuální návštěva
activity-online-support = Online podpora
activity-peer-exchange = Kolegiální výměna zkušeností
activity-workshop = Workshop
activity-webinar = Webinář
activity-self-assessment = Sebehodnocení

outcome-successful = Úspěšné
outcome-mixed = Smíšené
outcome-unsuccessful = Neúspěšné
domain-whole-school = Celá škola
domain-teacher = Učitelé
domain-student = Žáci
domain-mentoring = Mentoring
evidence-survey = Dotazník
evidence-interview = Rozhovory
evidence-observation = Pozorování
evidence-diary = Deník

challenge-flexible-learning-spaces = Flexibilní prostory pro učení
challenge-small-rural-schools = Malé a venkovské školy
challenge-personalised-learning = Personalizované učení
challenge-stem-robotics = STEM a robotika
challenge-social-disadvantage = Sociální znevýhodnění

enabler-leadership = Vedení
enabler-shared-vision = Společná vize
enabler-digital-policy = Digitální strategie
enabler-making-time = Vyhrazený čas
enabler-mindset = Otevřený přístup
enabler-common-theme = Společné téma
enabler-reachable-goal = Dosažitelný cíl
enabler-resourcing = Zdroje
enabler-peer-learning = Vzájemné učení
enabler-tackling-resistance = Překonávání odporu
enabler-sharing = Sdílení
enabler-executive-support = Podpora nadřízených
enabler-distributed-leadership = Sdílené vedení
enabler-teacher-training = Další vzdělávání učitelů

incentive-time = Čas
incentive-licences-equipment = Licence a vybavení
incentive-recognition = Uznání
incentive-career = Kariéra
incentive-funding = Finanční podpora
incentive-travel-catering = Cestovné a občerstvení
incentive-professional-learning = Profesní rozvoj
incentive-study-visits = Studijní návštěvy

barrier-time-workload = Čas a pracovní vytížení
barrier-mentor-role = Role mentora
barrier-expectations = Očekávání
barrier-commitment = Nasazení
barrier-workforce-profile = Složení sboru
barrier-workplace-culture = Kultura pracoviště

level-primary = Primární vzdělávání
level-lower-secondary = Nižší sekundární vzdělávání
level-upper-secondary = Vyšší sekundární vzdělávání
level-vocational = Odborné vzdělávání

result-type-report = Zpráva
result-type-course = Kurz
result-type-toolkit = Sada nástrojů
result-type-instrument = Výzkumný nástroj
result-type-video = Video
result-type-brochure = Brožura
nature-R = Zpráva
nature-P = Prototyp
nature-D = Ukázka
nature-O = Jiné
dissemination-PU = Veřejné
dissemination-PP = Jen pro ostatní účastníky programu
dissemination-RE = Jen pro určenou skupinu
dissemination-CO = Důvěrné
dissemination-EU-RES = Vyhrazené EU

organisation-type-ministry = Ministerstvo
organisation-type-authority = Veřejný orgán
organisation-type-school = Škola
organisation-type-university = Univerzita
organisation-type-eu-project = Evropský projekt
organisation-type-working-group = Pracovní skupina
organisation-type-private = Soukromá organizace
organisation-type-international = Mezinárodní organizace
membership-coordinator = Koordinátor
membership-partner = Partner
membership-advisory = Poradní člen
membership-related = Spřízněná iniciativa
membership-funder = Poskytovatel podpory

event-type-workshop = Workshop
event-type-course = Kurz
event-type-meeting = Setkání
event-type-conference = Konference
event-type-visit = Návštěva
event-type-webinar = Webinář
status-planned = V plánu
status-held = Uskutečněno
status-moved-online = Přesunuto do online podoby
status-postponed = Odloženo
status-cancelled = Zrušeno

origin-human = Přeložil člověk
origin-machine = Strojový překlad
origin-post-edited = Zkontrolovaný strojový překlad
country-international = Mezinárodní

quote-role-mentor-head = Vedení mentorské školy
quote-role-mentee-head = Vedení mentorované školy
quote-role-mentor-teacher = Učitel z mentorské školy
quote-role-mentee-teacher = Učitel z mentorované školy
quote-role-coordinator = Koordinátor klastru
quote-role-pupil = Žák

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Řízení projektu
work-package-2 = Dokumentace a analýza modelů vzájemného učení celých škol
work-package-3 = Budování a podpora mentorské sítě
work-package-4 = Ověřování přístupů k mentoringu celých škol
work-package-5 = Dokumentace a analýza mentorské praxe
work-package-6 = Šíření výsledků a udržitelnost
work-package-7 = Etické požadavky
