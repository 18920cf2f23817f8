## Navigacija

skip-link = Prijeđi na sadržaj
nav-main = Glavna navigacija
nav-language = Odaberite jezik
nav-breadcrumbs = Nalazite se ovdje
nav-pages = Stranice ovog popisa
nav-section = U ovom odjeljku
nav-footer = O ovim stranicama
home = Početna
menu = Izbornik
menu-more = Više
close = Zatvori
back-to-top = Povratak na vrh
contents = Sadržaj
previous = Prethodna
next = Sljedeća
page-of = Stranica { $page } od { $pages }
read-more = Pročitajte više
external = otvara { $host }
yes = Da
no = Ne
no-data = Nema podataka
unknown = Nepoznato
all = Sve

## Dokument

facts = Ukratko
related = Povezano
translations = Ova stranica na drugim jezicima
published = Objavljeno: { DATETIME($date, style: "long") }
updated = Ažurirano: { DATETIME($date, style: "long") }
as-of = stanje: { DATETIME($date, style: "long") }
covers-period = Razdoblje: { $period }
project-period = Trajanje projekta
draft = Nacrt
example = Primjer
contact = Kontakt
cite = Kako citirati
cite-copy = Kopiraj referencu
share = Podijelite ovu stranicu
print = Ispišite ovu stranicu
download = Preuzmi ({ $format }, { $language })
downloads = Preuzimanja
downloads-restricted = Ovaj rezultat nije javan. Datoteke su dostupne na zahtjev.
authors = Autori
versions = Verzije
costs = Troškovi
quotes = Riječi sudionika
diary = Dnevnik klastera
figures-title = U brojkama
figure-of = { $value } od { $of }
sample-size = { $count ->
    [one] Odgovorila je { $count } osoba.
    [few] Odgovorile su { $count } osobe.
   *[other] Odgovorilo je { $count } osoba.
}
figure-credit = Fotografija: { $credit }, { $licence }
figure-credit-only = Fotografija: { $credit }
table-region = Tablica; pomaknite je u stranu da biste vidjeli sve stupce
footnotes-title = Bilješke
footnote = Bilješka { $number }
footnote-back = Natrag na tekst, bilješka { $number }
block-note = Napomena
block-tip = Savjet
block-warning = Pozor

## Veze među dokumentima

mentor = Škola mentor
mentees = Mentorirane škole
mentor-of = Mentor školama
learning-labs = Laboratoriji za učenje
partners = Škole u istom klasteru
members = Škole u klasteru
coordinator = Koordinator
cluster-of = Klaster
clusters-of = Klasteri
schools-of = Škole
cases-of = Studije slučaja
posts-of = Objave u Mentoring Policy Exchangeu
results-of = Rezultati
events-of = Događanja
organisations-of = Organizacije
cited-by = Spominje se u
lead-of = Odgovara za
works-on = Dokumenti o ovoj temi
anonymous-case = Škole u ovoj studiji slučaja nisu imenovane.
approach-caution = „Odozgo prema dolje” i „odozdo prema gore” nisu suprotnosti: najčešće je uspješno ono što spaja oboje.
priorities-of = Nacionalni prioriteti

## Popisi, filtri, pretraživanje

empty-list = Ovdje još nema ničega.
empty-filter = Ništa ne odgovara ovim filtrima.
filter = Filtriraj
filter-apply = Prikaži
filter-clear = Ukloni filtre
sort = Poredaj po
all-countries = Sve zemlje
all-languages = Svi jezici
by-country = Po zemljama
by-challenge = Po izazovima
by-level = Po razinama obrazovanja
by-date = Po datumu
by-organisation = Po organizacijama
search = Pretraživanje
search-label = Pretražite ove stranice
search-results = { $count ->
    [0] Nema rezultata za „{ $query }”
    [one] Pronađena je { $count } stranica za „{ $query }”
    [few] Pronađene su { $count } stranice za „{ $query }”
   *[other] Pronađeno je { $count } stranica za „{ $query }”
}
search-none = Nema rezultata za „{ $query }”. Pokušajte s manje riječi ili s drugim riječima.
search-noscript = Za pretraživanje je potreban JavaScript. Bez njega do svake stranice vode ovi popisi:
search-loading = Pretraživanje u tijeku …
map-title = Karta škola
map-text = Iste škole kao popis
compare-title = Usporedba po zemljama
timeline-title = Vremenska crta
chart-table = Iste brojke u tablici

## Brojevi

count-schools = { $count ->
    [one] { $count } škola
    [few] { $count } škole
   *[other] { $count } škola
}
count-mentor-schools = { $count ->
    [one] { $count } škola mentor
    [few] { $count } škole mentori
   *[other] { $count } škola mentora
}
count-mentee-schools = { $count ->
    [one] { $count } mentorirana škola
    [few] { $count } mentorirane škole
   *[other] { $count } mentoriranih škola
}
count-case-studies = { $count ->
    [one] { $count } studija slučaja
    [few] { $count } studije slučaja
   *[other] { $count } studija slučaja
}
count-results = { $count ->
    [one] { $count } rezultat
    [few] { $count } rezultata
   *[other] { $count } rezultata
}
count-policy-exchange = { $count ->
    [one] { $count } objava
    [few] { $count } objave
   *[other] { $count } objava
}
count-clusters = { $count ->
    [one] { $count } klaster
    [few] { $count } klastera
   *[other] { $count } klastera
}
count-countries = { $count ->
    [one] { $count } zemlja
    [few] { $count } zemlje
   *[other] { $count } zemalja
}
count-organisations = { $count ->
    [one] { $count } organizacija
    [few] { $count } organizacije
   *[other] { $count } organizacija
}
count-news = { $count ->
    [one] { $count } vijest
    [few] { $count } vijesti
   *[other] { $count } vijesti
}
count-events = { $count ->
    [one] { $count } događanje
    [few] { $count } događanja
   *[other] { $count } događanja
}
count-pages = { $count ->
    [one] { $count } stranica
    [few] { $count } stranice
   *[other] { $count } stranica
}
count-documents = { $count ->
    [one] { $count } dokument
    [few] { $count } dokumenta
   *[other] { $count } dokumenata
}
count-pupils = { $count ->
    [one] { $count } učenik
    [few] { $count } učenika
   *[other] { $count } učenika
}
count-hours = { $count ->
    [one] { $count } sat
    [few] { $count } sata
   *[other] { $count } sati
}
count-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osobe
   *[other] { $count } osoba
}
count-followers = { $count ->
    [one] { $count } pratitelj
    [few] { $count } pratitelja
   *[other] { $count } pratitelja
}
count-languages = { $count ->
    [one] { $count } jezik
    [few] { $count } jezika
   *[other] { $count } jezika
}

## Događanja

event-past = Održano
event-planned = Uskoro
events-upcoming = Nadolazeća događanja
events-past = Prošla događanja
event-online = Na internetu
register = Prijava
event-report = Izvješće o ovom događanju
calendar-file = Dodajte u kalendar (iCalendar)
subscribe = Pretplata
subscribe-feed = Pretplatite se na kanal
subscribe-calendar = Pretplatite se na kalendar
feed-title = { $site }: { $section }

## Obavijesti o stanju prijevoda

notice-fallback = Ova stranica još nije dostupna na hrvatskom. Čitate je { $language }.
notice-outdated = Izvornik ove stranice promijenio se otkad je prevedena.
notice-outdated-link = Pročitajte noviju verziju { $language }
notice-machine = Ovaj je tekst strojno preveden i nitko ga nije pregledao.
notice-post-edited = Ovaj je tekst strojno preveden, a prijevod je pregledan.
notice-example = Ovo je primjer. Pokazuje kako takva stranica izgleda i ne opisuje stvarnu školu.
notice-example-case = Ovo je primjer. Pokazuje kako takva studija slučaja izgleda i ne opisuje stvaran slučaj.
notice-mirror = Ovo je kopija stranica projekta MenSI koju održava { $host }.
notice-mirror-origin = Otvorite izvorne stranice
notice-draft = Ova je stranica nacrt i nije objavljena.

## Podnožje

funding = Ovaj je projekt financiran sredstvima programa Europske unije za istraživanja i inovacije Obzor 2020. na temelju sporazuma o dodjeli bespovratnih sredstava br.{ "\u00A0" }{ $grant }.
disclaimer = Ove stranice odražavaju isključivo stajalište autora. Europska komisija nije odgovorna za eventualnu uporabu informacija koje one sadrže.
emblem-alt = Zastava Europske unije
footer-about = O projektu MenSI
footer-accessibility = Pristupačnost
footer-privacy = Privatnost
footer-licence = Licencija
footer-licence-text = Ako nije drukčije navedeno, tekstovi na ovim stranicama dostupni su pod licencijom { $licence }.
footer-contact = Kontakt
footer-follow = Pratite nas
footer-sitemap = Sve stranice
footer-updated = Zadnje ažuriranje

## Stranice bez vlastitog sadržaja

not-found-title = Stranica nije pronađena
not-found-text = Stranica ne postoji ili je premještena. Krenite od početne stranice.
chooser-title = Odaberite jezik
redirect-title = Stranica je premještena
redirect-text = Ova stranica ima novu adresu. Otvorite stranicu
