## Ogni documento

field-title = Titolo
field-summary = Sintesi
field-date = Data
field-updated = Aggiornamento
field-draft = Bozza
field-publish-on = Pubblicato dal
field-expires-on = Pubblicato fino al
field-language = Lingua
field-languages = Lingue
field-country = Paese
field-countries = Paesi
field-challenges = Sfide
field-image = Immagine
field-credit = Crediti
field-licence = Licenza
field-example = Esempio
field-website = Sito web
field-type = Tipo

## Scuole

field-role = Ruolo
field-cluster = Rete di scuole
field-town = Località
field-region = Regione
field-location = Posizione
field-levels = Livelli di istruzione
field-pupils = Studenti
field-tools = Strumenti digitali
field-selfie = Autoriflessione SELFIE
field-selfie-start = Svolta all’inizio
field-selfie-end = Svolta alla fine
field-listed-until = In elenco fino al

## Reti di scuole

field-coordinator = Coordinamento
field-theme = Tema
field-goal = Obiettivo
field-diary = Diario
field-activity = Attività
field-schools = Scuole

## Casi di studio

field-approach = Approccio
field-model = Modello di mentoring
field-setting = Modalità
field-activities = Attività
field-outcome = Esito
field-domains = Ambiti
field-evidence = Evidenze
field-incentives = Incentivi
field-enablers = Che cosa ha aiutato
field-barriers = Che cosa ha ostacolato
field-costs = Costi
field-amount = Importo
field-currency = Valuta
field-hours = Ore
field-results = Risultati
field-quotes = Voci
field-anonymous = Anonimo

## Risultati

field-deliverable = Deliverable
field-work-package = Pacchetto di lavoro
field-nature = Natura
field-dissemination = Livello di diffusione
field-lead = Responsabile
field-author = Autore
field-authors = Autori
field-due = Scadenza
field-versions = Versioni
field-version = Versione
field-doi = DOI
field-url = Indirizzo
field-files = File
field-format = Formato
field-figures = Cifre
field-value = Valore
field-unit = Unità

## Contributi, Paesi, organizzazioni

field-organisation = Organizzazione
field-cases = Casi di studio
field-meeting = Incontro
field-partner = Partner del progetto
field-priorities = Priorità nazionali
field-community = Comunità di pratica
field-enforcement = Accessibilità: organismo di controllo
field-acronym = Sigla
field-membership = Ruolo nel progetto
field-channels = Canali
field-network = Rete sociale
field-followers = Follower
field-as-of = Situazione al

## Eventi

field-start = Inizio
field-end = Fine
field-when = Quando
field-place = Luogo
field-online = Online
field-status = Stato
field-audience = Destinatari
field-register-url = Iscrizione
field-report = Resoconto
