## Svaki dokument

field-title = Naslov
field-summary = Sažetak
field-date = Datum
field-updated = Ažurirano
field-draft = Nacrt
field-publish-on = Objavljeno od
field-expires-on = Objavljeno do
field-language = Jezik
field-languages = Jezici
field-country = Zemlja
field-countries = Zemlje
field-challenges = Izazovi
field-image = Fotografija
field-credit = Izvor
field-licence = Licencija
field-example = Primjer
field-website = Internetske stranice
field-type = Vrsta

## Škole

field-role = Uloga
field-cluster = Klaster
field-town = Mjesto
field-region = Regija
field-location = Položaj
field-levels = Razine obrazovanja
field-pupils = Učenici
field-tools = Digitalni alati
field-selfie = Samoprocjena alatom SELFIE
field-selfie-start = Provedena na početku
field-selfie-end = Provedena na kraju
field-listed-until = Na popisu do

## Klasteri

field-coordinator = Koordinator
field-theme = Tema
field-goal = Cilj
field-diary = Dnevnik
field-activity = Aktivnost
field-schools = Škole

## Studije slučaja

field-approach = Pristup
field-model = Model mentoriranja
field-setting = Način rada
field-activities = Aktivnosti
field-outcome = Ishod
field-domains = Područja
field-evidence = Dokazi
field-incentives = Poticaji
field-enablers = Što je pomoglo
field-barriers = Što je otežavalo
field-costs = Troškovi
field-amount = Iznos
field-currency = Valuta
field-hours = Sati
field-results = Rezultati
field-quotes = Riječi sudionika
field-anonymous = Anonimno

## Rezultati

field-deliverable = Isporučevina
field-work-package = Radni paket
field-nature = Priroda
field-dissemination = Razina diseminacije
field-lead = Nositelj
field-author = Autor
field-authors = Autori
field-due = Rok
field-versions = Verzije
field-version = Verzija
field-doi = DOI
field-url = Adresa
field-files = Datoteke
field-format = Format
field-figures = Brojke
field-value = Vrijednost
field-unit = Jedinica

## Objave, zemlje, organizacije

field-organisation = Organizacija
field-cases = Studije slučaja
field-meeting = Sastanak
field-partner = Partner projekta
field-priorities = Nacionalni prioriteti
field-community = Zajednica prakse
field-enforcement = Pristupačnost: nadležno tijelo
field-acronym = Kratica
field-membership = Uloga u projektu
field-channels = Kanali
field-network = Mreža
field-followers = Pratitelji
field-as-of = Stanje na dan

## Događanja

field-start = Početak
field-end = Kraj
field-when = Kada
field-place = Mjesto
field-online = Na internetu
field-status = Status
field-audience = Kome je namijenjeno
field-register-url = Prijava
field-report = Izvješće
