## Minden dokumentum

field-title = Cím
field-summary = Összefoglaló
field-date = Dátum
field-updated = Frissítve
field-draft = Vázlat
field-publish-on = Közzététel kezdete
field-expires-on = Közzététel vége
field-language = Nyelv
field-languages = Nyelvek
field-country = Ország
field-countries = Országok
field-challenges = Kihívások
field-image = Kép
field-credit = Forrás
field-licence = Licenc
field-example = Példa
field-website = Webhely
field-type = Típus

## Iskolák

field-role = Szerep
field-cluster = Klaszter
field-town = Település
field-region = Régió
field-location = Földrajzi hely
field-levels = Oktatási szintek
field-pupils = Tanulók
field-tools = Digitális eszközök
field-selfie = SELFIE-önértékelés
field-selfie-start = Az elején elvégezve
field-selfie-end = A végén elvégezve
field-listed-until = Szerepel eddig

## Klaszterek

field-coordinator = Koordinátor
field-theme = Téma
field-goal = Cél
field-diary = Napló
field-activity = Tevékenység
field-schools = Iskolák

## Esettanulmányok

field-approach = Megközelítés
field-model = Mentorálási modell
field-setting = Forma
field-activities = Tevékenységek
field-outcome = Kimenet
field-domains = Területek
field-evidence = Bizonyítékok
field-incentives = Ösztönzők
field-enablers = Ami segített
field-barriers = Ami nehezítette
field-costs = Költségek
field-amount = Összeg
field-currency = Pénznem
field-hours = Órák
field-results = Eredmények
field-quotes = A résztvevők szavai
field-anonymous = Névtelen

## Eredmények

field-deliverable = Teljesítendő eredmény
field-work-package = Munkacsomag
field-nature = Jelleg
field-dissemination = Terjesztési szint
field-lead = Felelős
field-author = Szerző
field-authors = Szerzők
field-due = Határidő
field-versions = Változatok
field-version = Változat
field-doi = DOI
field-url = Cím
field-files = Fájlok
field-format = Formátum
field-figures = Számok
field-value = Érték
field-unit = Egység

## Bejegyzések, országok, szervezetek

field-organisation = Szervezet
field-cases = Esettanulmányok
field-meeting = Találkozó
field-partner = Projektpartner
field-priorities = Nemzeti prioritások
field-community = Gyakorlóközösség
field-enforcement = Akadálymentesség: felügyeleti szerv
field-acronym = Rövidítés
field-membership = Szerep a projektben
field-channels = Csatornák
field-network = Hálózat
field-followers = Követők
field-as-of = Állapot

## Események

field-start = Kezdet
field-end = Vége
field-when = Mikor
field-place = Helyszín
field-online = Online
field-status = Állapot
field-audience = Kinek szól
field-register-url = Jelentkezés
field-report = Beszámoló
