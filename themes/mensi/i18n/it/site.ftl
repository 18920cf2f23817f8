## Navigazione

skip-link = Vai al contenuto
nav-main = Navigazione principale
nav-language = Scegli la lingua
nav-breadcrumbs = Percorso
nav-pages = Pagine di questo elenco
nav-section = In questa sezione
nav-footer = Informazioni sul sito
home = Pagina iniziale
menu = Menu
menu-more = Altro
close = Chiudi
back-to-top = Torna su
contents = Indice
previous = Precedente
next = Successiva
page-of = Pagina { $page } di { $pages }
read-more = Continua a leggere
external = apre { $host }
yes = Sì
no = No
no-data = Nessun dato
unknown = Non noto
all = Tutti

## Un documento

facts = In sintesi
related = Contenuti correlati
translations = Questa pagina in altre lingue
published = Data di pubblicazione: { DATETIME($date, style: "long") }
updated = Ultimo aggiornamento: { DATETIME($date, style: "long") }
as-of = situazione: { DATETIME($date, style: "long") }
covers-period = Periodo: { $period }
project-period = Durata del progetto
draft = Bozza
example = Esempio
contact = Contatti
cite = Come citare
cite-copy = Copia il riferimento
share = Condividi questa pagina
print = Stampa questa pagina
download = Scarica ({ $format }, { $language })
downloads = Da scaricare
downloads-restricted = Questo risultato non è pubblico. I file sono disponibili su richiesta.
authors = Autori
versions = Versioni
costs = Quanto è costato
quotes = Voci
diary = Diario della rete
figures-title = In cifre
figure-of = { $value } su { $of }
sample-size = { $count ->
    [one] Ha risposto una persona.
   *[other] Hanno risposto { $count } persone.
}
figure-credit = Immagine: { $credit }, { $licence }
figure-credit-only = Immagine: { $credit }
table-region = Tabella; scorri lateralmente per vedere tutte le colonne
footnotes-title = Note
footnote = Nota { $number }
footnote-back = Torna al testo, nota { $number }
block-note = Nota
block-tip = Suggerimento
block-warning = Attenzione

## Legami tra documenti

mentor = Scuola mentore
mentees = Scuole mentee
mentor-of = Mentore di
learning-labs = Laboratori di apprendimento
partners = Scuole della stessa rete
members = Scuole della rete
coordinator = Coordinamento
cluster-of = Rete di scuole
clusters-of = Reti di scuole
schools-of = Scuole
cases-of = Casi di studio
posts-of = Contributi al Mentoring Policy Exchange
results-of = Risultati
events-of = Eventi
organisations-of = Organizzazioni
cited-by = Citato in
lead-of = Responsabile di
works-on = Documenti su questo tema
anonymous-case = Le scuole di questo caso non sono nominate.
approach-caution = «Dall’alto» e «dal basso» non sono opposti: per lo più funziona una combinazione dei due.
priorities-of = Priorità nazionali

## Elenchi, filtri, ricerca

empty-list = Qui non c’è ancora nulla.
empty-filter = Nessun risultato con questi filtri.
filter = Filtra
filter-apply = Mostra
filter-clear = Rimuovi i filtri
sort = Ordina per
all-countries = Tutti i Paesi
all-languages = Tutte le lingue
by-country = Per Paese
by-challenge = Per sfida
by-level = Per livello di istruzione
by-date = Per data
by-organisation = Per organizzazione
search = Cerca
search-label = Cerca nel sito
search-results = { $count ->
    [0] Nessuna pagina trovata per «{ $query }»
    [one] Una pagina trovata per «{ $query }»
   *[other] { $count } pagine trovate per «{ $query }»
}
search-none = Nessuna pagina trovata per «{ $query }». Prova con meno parole o con parole diverse.
search-noscript = La ricerca richiede JavaScript. Senza, questi elenchi portano a ogni pagina:
search-loading = Ricerca in corso…
map-title = Mappa delle scuole
map-text = Le stesse scuole in elenco
compare-title = Confronto per Paese
timeline-title = Cronologia
chart-table = Gli stessi dati in tabella

## Quantità

count-schools = { $count ->
    [one] { $count } scuola
   *[other] { $count } scuole
}
count-mentor-schools = { $count ->
    [one] { $count } scuola mentore
   *[other] { $count } scuole mentori
}
count-mentee-schools = { $count ->
    [one] { $count } scuola mentee
   *[other] { $count } scuole mentee
}
count-case-studies = { $count ->
    [one] { $count } caso di studio
   *[other] { $count } casi di studio
}
count-results = { $count ->
    [one] { $count } risultato
   *[other] { $count } risultati
}
count-policy-exchange = { $count ->
    [one] { $count } contributo
   *[other] { $count } contributi
}
count-clusters = { $count ->
    [one] { $count } rete di scuole
   *[other] { $count } reti di scuole
}
count-countries = { $count ->
    [one] { $count } Paese
   *[other] { $count } Paesi
}
count-organisations = { $count ->
    [one] { $count } organizzazione
   *[other] { $count } organizzazioni
}
count-news = { $count ->
    [one] { $count } notizia
   *[other] { $count } notizie
}
count-events = { $count ->
    [one] { $count } evento
   *[other] { $count } eventi
}
count-pages = { $count ->
    [one] { $count } pagina
   *[other] { $count } pagine
}
count-documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documenti
}
count-pupils = { $count ->
    [one] { $count } studente
   *[other] { $count } studenti
}
count-hours = { $count ->
    [one] { $count } ora
   *[other] { $count } ore
}
count-people = { $count ->
    [one] { $count } persona
   *[other] { $count } persone
}
count-followers = { $count ->
    [one] { $count } follower
   *[other] { $count } follower
}
count-languages = { $count ->
    [one] { $count } lingua
   *[other] { $count } lingue
}

## Eventi

event-past = Concluso
event-planned = In programma
events-upcoming = Prossimi eventi
events-past = Eventi passati
event-online = Online
register = Iscriviti
event-report = Resoconto di questo evento
calendar-file = Aggiungi al calendario (iCalendar)
subscribe = Abbonati
subscribe-feed = Abbonati al feed
subscribe-calendar = Abbonati al calendario
feed-title = { $site }: { $section }

## Avvisi sullo stato di una traduzione

notice-fallback = Questa pagina non è ancora disponibile in italiano. La stai leggendo { $language }.
notice-outdated = L’originale di questa pagina è cambiato da quando è stata tradotta.
notice-outdated-link = Leggi la versione più recente { $language }
notice-machine = Questo testo è stato tradotto automaticamente e nessuno lo ha rivisto.
notice-post-edited = Questo testo è stato tradotto automaticamente e poi rivisto da una persona.
notice-example = Questo è un esempio. Mostra l’aspetto di una pagina come questa e non descrive una scuola reale.
notice-example-case = Questo è un esempio. Mostra l’aspetto di un caso di studio come questo e non descrive un caso reale.
notice-mirror = Questa è una copia del sito MenSI, ospitata da { $host }.
notice-mirror-origin = Vai al sito originale
notice-draft = Questa pagina è una bozza e non è pubblicata.

## Piè di pagina

funding = Questo progetto è stato finanziato dal programma di ricerca e innovazione Orizzonte 2020 dell’Unione europea nell’ambito della convenzione di sovvenzione n.{ "\u00A0" }{ $grant }.
disclaimer = Questo sito riflette esclusivamente il punto di vista degli autori. La Commissione europea non è responsabile dell’uso che può essere fatto delle informazioni in esso contenute.
emblem-alt = Bandiera dell’Unione europea
footer-about = Il progetto MenSI
footer-accessibility = Accessibilità
footer-privacy = Privacy
footer-licence = Licenza
footer-licence-text = Salvo diversa indicazione, i testi di questo sito sono distribuiti con licenza { $licence }.
footer-contact = Contatti
footer-follow = Seguici
footer-sitemap = Tutte le pagine
footer-updated = Ultimo aggiornamento del sito

## Pagine senza contenuto proprio

not-found-title = Pagina non trovata
not-found-text = La pagina non esiste o è stata spostata. Riparti dalla pagina iniziale.
chooser-title = Scegli la tua lingua
redirect-title = Questa pagina è stata spostata
redirect-text = Questa pagina ha un nuovo indirizzo. Vai alla pagina
