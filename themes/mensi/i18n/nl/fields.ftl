## Van elk document

field-title = Titel
field-summary = Samenvatting
field-date = Datum
field-updated = Bijgewerkt
field-draft = Concept
field-publish-on = Gepubliceerd vanaf
field-expires-on = Gepubliceerd tot
field-language = Taal
field-languages = Talen
field-country = Land
field-countries = Landen
field-challenges = Uitdagingen
field-image = Foto
field-credit = Bronvermelding
field-licence = Licentie
field-example = Voorbeeld
field-website = Website
field-type = Type

## Scholen

field-role = Rol
field-cluster = Cluster
field-town = Plaats
field-region = Regio
field-location = Ligging
field-levels = Onderwijsniveaus
field-pupils = Leerlingen
field-tools = Digitale hulpmiddelen
field-selfie = Zelfreflectie met SELFIE
field-selfie-start = Gedaan bij de start
field-selfie-end = Gedaan op het einde
field-listed-until = Vermeld tot

## Clusters

field-coordinator = Coördinator
field-theme = Thema
field-goal = Doel
field-diary = Dagboek
field-activity = Activiteit
field-schools = Scholen

## Praktijkvoorbeelden

field-approach = Aanpak
field-model = Mentoringmodel
field-setting = Vorm
field-activities = Activiteiten
field-outcome = Uitkomst
field-domains = Domeinen
field-evidence = Onderbouwing
field-incentives = Stimulansen
field-enablers = Wat hielp
field-barriers = Wat in de weg stond
field-costs = Kosten
field-amount = Bedrag
field-currency = Munt
field-hours = Uren
field-results = Resultaten
field-quotes = Aan het woord
field-anonymous = Anoniem

## Resultaten

field-deliverable = Deliverable
field-work-package = Werkpakket
field-nature = Aard
field-dissemination = Verspreidingsniveau
field-lead = Verantwoordelijke
field-author = Auteur
field-authors = Auteurs
field-due = Gepland voor
field-versions = Versies
field-version = Versie
field-doi = DOI
field-url = Adres
field-files = Bestanden
field-format = Formaat
field-figures = Cijfers
field-value = Waarde
field-unit = Eenheid

## Beleidsbijdragen, landen, organisaties

field-organisation = Organisatie
field-cases = Praktijkvoorbeelden
field-meeting = Bijeenkomst
field-partner = Projectpartner
field-priorities = Nationale prioriteiten
field-community = Praktijkgemeenschap
field-enforcement = Toegankelijkheid: toezichthouder
field-acronym = Afkorting
field-membership = Rol in het project
field-channels = Kanalen
field-network = Netwerk
field-followers = Volgers
field-as-of = Stand

## Evenementen

field-start = Begin
field-end = Einde
field-when = Wanneer
field-place = Plaats
field-online = Online
field-status = Status
field-audience = Doelgroep
field-register-url = Inschrijving
field-report = Verslag
