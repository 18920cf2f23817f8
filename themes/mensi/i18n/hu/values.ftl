kind-school = Iskola
kind-cluster = Klaszter
kind-case-study = Esettanulmány
kind-result = Eredmény
kind-policy-post = Szakpolitikai bejegyzés
kind-country = Ország
kind-organisation = Szervezet
kind-news = Hír
kind-event = Esemény
kind-term = Téma
kind-page = Oldal

role-mentor = Mentoriskola
role-mentee = Mentorált iskola
role-learning-lab = Tanulási labor

approach-top-down = Felülről lefelé
approach-bottom-up = Alulról felfelé
approach-blended = Vegyes
model-advanced-less-advanced = Egy előrébb tartó iskola mentorálja a kevésbé előrehaladottakat
model-peer-to-peer = Egyenrangú felek között
setting-online = Online
setting-face-to-face = Személyes
setting-blended = Vegyes

activity-observation-visit = Hospitálás
activity-virtual-visit = Virtuális látogatás
activity-online-support = Online támogatás
activity-peer-exchange = Kollégák közötti tapasztalatcsere
activity-workshop = Műhelymunka
activity-webinar = Webinárium
activity-self-assessment = Önértékelés

outcome-successful = Sikeres
outcome-mixed = Vegyes
outcome-unsuccessful = Sikertelen
domain-whole-school = Az egész iskola
domain-teacher = Pedagógusok
domain-student = Tanulók
domain-mentoring = Mentorálás
evidence-survey = Kérdőív
evidence-interview = Interjúk
evidence-observation = Megfigyelés
evidence-diary = Napló

challenge-flexible-learning-spaces = Rugalmas tanulási terek
challenge-small-rural-schools = Kis és vidéki iskolák
challenge-personalised-learning = Személyre szabott tanulás
challenge-stem-robotics = STEM és robotika
challenge-social-disadvantage = Társadalmi hátrányok

enabler-leadership = Vezetés
enabler-shared-vision = Közös jövőkép
enabler-digital-policy = Digitális stratégia
enabler-making-time = Idő biztosítása
enabler-mindset = Nyitott szemlélet
enabler-common-theme = Közös téma
enabler-reachable-goal = Elérhető cél
enabler-resourcing = Erőforrások
enabler-peer-learning = Egymástól tanulás
enabler-tackling-resistance = Az ellenállás kezelése
enabler-sharing = Megosztás
enabler-executive-support = Felső vezetői támogatás
enabler-distributed-leadership = Megosztott vezetés
enabler-teacher-training = Pedagógus-továbbképzés

incentive-time = Idő
incentive-licences-equipment = Licencek és eszközök
incentive-recognition = Elismerés
incentive-career = Szakmai előmenetel
incentive-funding = Finanszírozás
incentive-travel-catering = Utazás és étkezés
incentive-professional-learning = Szakmai fejlődés
incentive-study-visits = Tanulmányutak

barrier-time-workload = Idő és munkaterhelés
barrier-mentor-role = A mentor szerepe
barrier-expectations = Elvárások
barrier-commitment = Elköteleződés
barrier-workforce-profile = A tantestület összetétele
barrier-workplace-culture = Munkahelyi kultúra

level-primary = Alapfokú oktatás
level-lower-secondary = Alsó középfokú oktatás
level-upper-secondary = Felső középfokú oktatás
level-vocational = Szakképzés

result-type-report = Jelentés
result-type-course = Tanfolyam
result-type-toolkit = Eszköztár
result-type-instrument = Kutatási eszköz
result-type-video = Videó
result-type-brochure = Brosúra
nature-R = Jelentés
nature-P = Prototípus
nature-D = Bemutató
nature-O = Egyéb
dissemination-PU = Nyilvános
dissemination-PP = Csak a program más résztvevőinek
dissemination-RE = Csak meghatározott körnek
dissemination-CO = Bizalmas
dissemination-EU-RES = EU-korlátozott

organisation-type-ministry = Minisztérium
organisation-type-authority = Hatóság
organisation-type-school = Iskola
organisation-type-university = Egyetem
organisation-type-eu-project = Európai projekt
organisation-type-working-group = Munkacsoport
organisation-type-private = Magánszervezet
organisation-type-international = Nemzetközi szervezet
membership-coordinator = Koordinátor
membership-partner = Partner
membership-advisory = Tanácsadó tag
membership-related = Kapcsolódó kezdeményezés
membership-funder = Támogató

event-type-workshop = Műhelymunka
event-type-course = Tanfolyam
event-type-meeting = Találkozó
event-type-conference = Konferencia
event-type-visit = Látogatás
event-type-webinar = Webinárium
status-planned = Tervezett
status-held = Megtartva
status-moved-online = Online tartjuk
status-postponed = Elhalasztva
status-cancelled = Elmarad

origin-human = Ember fordította
origin-machine = Gépi fordítás
origin-post-edited = Ember által ellenőrzött gépi fordítás
country-international = Nemzetközi

quote-role-mentor-head = Mentoriskola vezetője
quote-role-mentee-head = Mentorált iskola vezetője
quote-role-mentor-teacher = Pedagógus, mentoriskola
quote-role-mentee-teacher = Pedagógus, mentorált iskola
quote-role-coordinator = Klaszterkoordinátor
quote-role-pupil = Tanuló

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Projektirányítás
work-package-2 = Az egész iskolát érintő, egymástól tanuló modellek dokumentálása és elemzése
work-package-3 = A mentorhálózat kiépítése és támogatása
work-package-4 = Kísérletezés az egész iskolára kiterjedő mentorálással
work-package-5 = A mentorálási gyakorlat dokumentálása és elemzése
work-package-6 = Terjesztés és fenntarthatóság
work-package-7 = Etikai követelmények
