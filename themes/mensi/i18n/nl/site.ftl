## Navigatie

skip-link = Naar de inhoud
nav-main = Hoofdnavigatie
nav-language = Kies een taal
nav-breadcrumbs = U bent hier
nav-pages = Pagina’s van deze lijst
nav-section = In dit onderdeel
nav-footer = Over deze site
home = Startpagina
menu = Menu
menu-more = Meer
close = Sluiten
back-to-top = Terug naar boven
contents = Inhoud
previous = Vorige
next = Volgende
page-of = Pagina { $page } van { $pages }
read-more = Lees verder
external = opent { $host }
yes = Ja
no = Nee
no-data = Geen gegevens
unknown = Niet bekend
all = Alle

## Een document

facts = In het kort
related = Zie ook
translations = Deze pagina in andere talen
published = Gepubliceerd: { DATETIME($date, style: "long") }
updated = Bijgewerkt: { DATETIME($date, style: "long") }
as-of = stand: { DATETIME($date, style: "long") }
covers-period = Periode: { $period }
project-period = Looptijd van het project
draft = Concept
example = Voorbeeld
contact = Contact
cite = Hoe te citeren
cite-copy = Bronvermelding kopiëren
share = Deze pagina delen
print = Deze pagina afdrukken
download = Downloaden ({ $format }, { $language })
downloads = Downloads
downloads-restricted = Dit resultaat is niet openbaar. De bestanden zijn op aanvraag verkrijgbaar.
authors = Auteurs
versions = Versies
costs = Wat het kostte
quotes = Aan het woord
diary = Dagboek van het cluster
figures-title = In cijfers
figure-of = { $value } van { $of }
sample-size = { $count ->
    [one] Eén persoon heeft geantwoord.
   *[other] { $count } mensen hebben geantwoord.
}
figure-credit = Foto: { $credit }, { $licence }
figure-credit-only = Foto: { $credit }
table-region = Tabel; schuif opzij om alle kolommen te zien
footnotes-title = Noten
footnote = Noot { $number }
footnote-back = Terug naar de tekst, noot { $number }
block-note = Opmerking
block-tip = Tip
block-warning = Let op

## Verbanden tussen documenten

mentor = Mentorschool
mentees = Menteescholen
mentor-of = Mentor van
learning-labs = Learning labs
partners = Scholen in hetzelfde cluster
members = Scholen van het cluster
coordinator = Coördinator
cluster-of = Cluster
clusters-of = Clusters
schools-of = Scholen
cases-of = Praktijkvoorbeelden
posts-of = Bijdragen aan de Mentoring Policy Exchange
results-of = Resultaten
events-of = Evenementen
organisations-of = Organisaties
cited-by = Vermeld in
lead-of = Verantwoordelijk voor
works-on = Documenten over dit onderwerp
anonymous-case = De scholen in dit praktijkvoorbeeld worden niet genoemd.
approach-caution = ‘Top-down’ en ‘bottom-up’ zijn geen tegenpolen: wat werkt, is meestal een combinatie van beide.
priorities-of = Nationale prioriteiten

## Lijsten, filters, zoeken

empty-list = Hier staat nog niets.
empty-filter = Niets voldoet aan deze filters.
filter = Filteren
filter-apply = Tonen
filter-clear = Filters wissen
sort = Sorteren op
all-countries = Alle landen
all-languages = Alle talen
by-country = Per land
by-challenge = Per uitdaging
by-level = Per onderwijsniveau
by-date = Op datum
by-organisation = Per organisatie
search = Zoeken
search-label = Zoeken op deze site
search-results = { $count ->
    [0] Niets gevonden voor ‘{ $query }’
    [one] Eén pagina gevonden voor ‘{ $query }’
   *[other] { $count } pagina’s gevonden voor ‘{ $query }’
}
search-none = Niets gevonden voor ‘{ $query }’. Probeer het met minder of andere woorden.
search-noscript = Zoeken werkt alleen met JavaScript. Zonder JavaScript leiden deze lijsten naar elke pagina:
search-loading = Bezig met zoeken …
map-title = Kaart van de scholen
map-text = Dezelfde scholen als lijst
compare-title = Vergelijking per land
timeline-title = Tijdlijn
chart-table = Dezelfde cijfers als tabel

## Aantallen

count-schools = { $count ->
    [one] { $count } school
   *[other] { $count } scholen
}
count-mentor-schools = { $count ->
    [one] { $count } mentorschool
   *[other] { $count } mentorscholen
}
count-mentee-schools = { $count ->
    [one] { $count } menteeschool
   *[other] { $count } menteescholen
}
count-case-studies = { $count ->
    [one] { $count } praktijkvoorbeeld
   *[other] { $count } praktijkvoorbeelden
}
count-results = { $count ->
    [one] { $count } resultaat
   *[other] { $count } resultaten
}
count-policy-exchange = { $count ->
    [one] { $count } bijdrage
   *[other] { $count } bijdragen
}
count-clusters = { $count ->
    [one] { $count } cluster
   *[other] { $count } clusters
}
count-countries = { $count ->
    [one] { $count } land
   *[other] { $count } landen
}
count-organisations = { $count ->
    [one] { $count } organisatie
   *[other] { $count } organisaties
}
count-news = { $count ->
    [one] { $count } nieuwsbericht
   *[other] { $count } nieuwsberichten
}
count-events = { $count ->
    [one] { $count } evenement
   *[other] { $count } evenementen
}
count-pages = { $count ->
    [one] { $count } pagina
   *[other] { $count } pagina’s
}
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}
count-pupils = { $count ->
    [one] { $count } leerling
   *[other] { $count } leerlingen
}
count-hours = { $count ->
    [one] { $count } uur
   *[other] { $count } uur
}
count-people = { $count ->
    [one] { $count } persoon
   *[other] { $count } personen
}
count-followers = { $count ->
    [one] { $count } volger
   *[other] { $count } volgers
}
count-languages = { $count ->
    [one] { $count } taal
   *[other] { $count } talen
}

## Evenementen

event-past = Afgelopen
event-planned = Binnenkort
events-upcoming = Komende evenementen
events-past = Afgelopen evenementen
event-online = Online
register = Inschrijven
event-report = Verslag van dit evenement
calendar-file = Toevoegen aan uw agenda (iCalendar)
subscribe = Abonneren
subscribe-feed = Abonneren op de feed
subscribe-calendar = Abonneren op de agenda
feed-title = { $site }: { $section }

## Meldingen over de stand van een vertaling

notice-fallback = Deze pagina is er nog niet in het Nederlands. U leest ze { $language }.
notice-outdated = Het origineel van deze pagina is gewijzigd sinds ze werd vertaald.
notice-outdated-link = Lees de nieuwere versie { $language }
notice-machine = Deze tekst is machinaal vertaald en niet door een mens nagekeken.
notice-post-edited = Deze tekst is machinaal vertaald en door een mens nagekeken.
notice-example = Dit is een voorbeeld. Het laat zien hoe zo’n pagina eruitziet en beschrijft geen bestaande school.
notice-example-case = Dit is een voorbeeld. Het laat zien hoe zo’n praktijkvoorbeeld eruitziet en beschrijft geen werkelijk geval.
notice-mirror = Dit is een kopie van de MenSI-site, gehost door { $host }.
notice-mirror-origin = Naar de oorspronkelijke site
notice-draft = Deze pagina is een concept en is niet gepubliceerd.

## Voettekst

funding = Dit project is gefinancierd door het onderzoeks- en innovatieprogramma Horizon 2020 van de Europese Unie in het kader van subsidieovereenkomst nr.{ "\u00A0" }{ $grant }.
disclaimer = Deze site geeft alleen de mening van de auteurs weer. De Europese Commissie is niet verantwoordelijk voor het gebruik dat van de informatie op deze site kan worden gemaakt.
emblem-alt = Vlag van de Europese Unie
footer-about = Over MenSI
footer-accessibility = Toegankelijkheid
footer-privacy = Privacy
footer-licence = Licentie
footer-licence-text = Tenzij anders vermeld, vallen de teksten van deze site onder de licentie { $licence }.
footer-contact = Contact
footer-follow = Volg ons
footer-sitemap = Alle pagina’s
footer-updated = Site laatst bijgewerkt

## Pagina’s zonder eigen inhoud

not-found-title = Pagina niet gevonden
not-found-text = Deze pagina bestaat niet of is verplaatst. Begin op de startpagina.
chooser-title = Kies uw taal
redirect-title = Deze pagina is verplaatst
redirect-text = Deze pagina heeft een nieuw adres. Naar de pagina
