## Každý dokument

field-title = Název
field-summary = Shrnutí
field-date = Datum
field-updated = Aktualizováno
field-draft = Koncept
field-publish-on = Zveřejněno od
field-expires-on = Zveřejněno do
field-language = Jazyk
field-languages = Jazyky
field-country = Země
field-countries = Země
field-challenges = Výzvy
field-image = Obrázek
field-credit = Autor obrázku
field-licence = Licence
field-example = Příklad
field-website = Web
field-type = Typ

## Školy

field-role = Role
field-cluster = Klastr
field-town = Město
field-region = Region
field-location = Poloha
field-levels = Stupně vzdělávání
field-pupils = Žáci
field-tools = Digitální nástroje
field-selfie = Sebehodnocení SELFIE
field-selfie-start = Provedeno na začátku
field-selfie-end = Provedeno na konci
field-listed-until = Uvedeno do

## Klastry

field-coordinator = Koordinátor
field-theme = Téma
field-goal = Cíl
field-diary = Deník
field-activity = Aktivita
field-schools = Školy

## Případové studie

field-approach = Přístup
field-model = Model mentoringu
field-setting = Forma
field-activities = Aktivity
field-outcome = Výsledek
field-domains = Oblasti
field-evidence = Podklady
field-incentives = Motivace
field-enablers = Co pomohlo
field-barriers = Co překáželo
field-costs = Náklady
field-amount = Částka
field-currency = Měna
field-hours = Hodiny
field-results = Výsledky
field-quotes = Co říkají účastníci
field-anonymous = Anonymní

## Výsledky

field-deliverable = Výstup
field-work-package = Pracovní balíček
field-nature = Povaha
field-dissemination = Úroveň šíření
field-lead = Odpovídá
field-author = Autor
field-authors = Autoři
field-due = Termín
field-versions = Verze
field-version = Verze
field-doi = DOI
field-url = Adresa
field-files = Soubory
field-format = Formát
field-figures = Čísla
field-value = Hodnota
field-unit = Jednotka

## Příspěvky, země, organizace

field-organisation = Organizace
field-cases = Případové studie
field-meeting = Setkání
field-partner = Partner projektu
field-priorities = Národní priority
field-community = Komunita praxe
field-enforcement = Přístupnost: dozorový orgán
field-acronym = Zkratka
field-membership = Úloha v projektu
field-channels = Kanály
field-network = Síť
field-followers = Sledující
field-as-of = Stav k datu

## Akce

field-start = Začátek
field-end = Konec
field-when = Kdy
field-place = Místo
field-online = Online
field-status = Stav
field-audience = Komu je určeno
field-register-url = Přihlášení
field-report = Zpráva
