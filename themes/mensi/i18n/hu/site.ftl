## Navigáció

skip-link = Ugrás a tartalomra
nav-main = Fő navigáció
nav-language = Válasszon nyelvet
nav-breadcrumbs = Ön itt van
nav-pages = A lista oldalai
nav-section = Ebben a részben
nav-footer = A webhelyről
home = Kezdőlap
menu = Menü
menu-more = Több
close = Bezárás
back-to-top = Vissza a lap tetejére
contents = Tartalom
previous = Előző
next = Következő
page-of = { $page }. oldal, összesen { $pages }
read-more = Tovább
external = megnyitja: { $host }
yes = Igen
no = Nem
no-data = Nincs adat
unknown = Nem ismert
all = Mind

## Egy dokumentum

facts = Röviden
related = Kapcsolódó tartalmak
translations = Ez az oldal más nyelveken
published = Közzétéve: { DATETIME($date, style: "long") }
updated = Frissítve: { DATETIME($date, style: "long") }
as-of = állapot: { DATETIME($date, style: "long") }
covers-period = Időszak: { $period }
project-period = A projekt időtartama
draft = Vázlat
example = Példa
contact = Kapcsolat
cite = Hivatkozás erre a dokumentumra
cite-copy = Hivatkozás másolása
share = Az oldal megosztása
print = Az oldal nyomtatása
download = Letöltés ({ $format }, { $language })
downloads = Letöltések
downloads-restricted = Ez az eredmény nem nyilvános. A fájlok kérésre elérhetők.
authors = Szerzők
versions = Változatok
costs = Mennyibe került
quotes = A résztvevők szavai
diary = A klaszter naplója
figures-title = Számokban
figure-of = { $value } / { $of }
sample-size = { $count ->
    [one] { $count } ember válaszolt.
   *[other] { $count } ember válaszolt.
}
figure-credit = Kép: { $credit }, { $licence }
figure-credit-only = Kép: { $credit }
table-region = Táblázat; görgessen oldalra az összes oszlop megtekintéséhez
footnotes-title = Jegyzetek
footnote = { $number }. jegyzet
footnote-back = Vissza a szöveghez, { $number }. jegyzet
block-note = Megjegyzés
block-tip = Tipp
block-warning = Figyelem

## Dokumentumok közötti kapcsolatok

mentor = Mentoriskola
mentees = Mentorált iskolák
mentor-of = Mentorált iskolái
learning-labs = Tanulási laborok
partners = Iskolák ugyanabban a klaszterben
members = A klaszter iskolái
coordinator = Koordinátor
cluster-of = Klaszter
clusters-of = Klaszterek
schools-of = Iskolák
cases-of = Esettanulmányok
posts-of = A Mentoring Policy Exchange bejegyzései
results-of = Eredmények
events-of = Események
organisations-of = Szervezetek
cited-by = Említések
lead-of = Felelősségi kör
works-on = Dokumentumok ebben a témában
anonymous-case = Az esetben részt vevő iskolákat nem nevezzük meg.
approach-caution = A „felülről lefelé” és az „alulról felfelé” nem ellentétek: többnyire a kettő ötvözete válik be.
priorities-of = Nemzeti prioritások

## Listák, szűrők, keresés

empty-list = Itt még nincs semmi.
empty-filter = Ezeknek a szűrőknek semmi sem felel meg.
filter = Szűrés
filter-apply = Megjelenítés
filter-clear = Szűrők törlése
sort = Rendezés
all-countries = Minden ország
all-languages = Minden nyelv
by-country = Országonként
by-challenge = Kihívásonként
by-level = Oktatási szintenként
by-date = Dátum szerint
by-organisation = Szervezetenként
search = Keresés
search-label = Keresés a webhelyen
search-results = { $count ->
    [0] Nincs találat erre: „{ $query }”
    [one] { $count } oldal található erre: „{ $query }”
   *[other] { $count } oldal található erre: „{ $query }”
}
search-none = Nincs találat erre: „{ $query }”. Próbálja meg kevesebb vagy más szóval.
search-noscript = A kereséshez JavaScript szükséges. Enélkül ezek a listák vezetnek el minden oldalhoz:
search-loading = Keresés folyamatban…
map-title = Az iskolák térképe
map-text = Ugyanezek az iskolák listában
compare-title = Összehasonlítás országonként
timeline-title = Idővonal
chart-table = Ugyanezek az adatok táblázatban

## Darabszámok

count-schools = { $count ->
    [one] { $count } iskola
   *[other] { $count } iskola
}
count-mentor-schools = { $count ->
    [one] { $count } mentoriskola
   *[other] { $count } mentoriskola
}
count-mentee-schools = { $count ->
    [one] { $count } mentorált iskola
   *[other] { $count } mentorált iskola
}
count-case-studies = { $count ->
    [one] { $count } esettanulmány
   *[other] { $count } esettanulmány
}
count-results = { $count ->
    [one] { $count } eredmény
   *[other] { $count } eredmény
}
count-policy-exchange = { $count ->
    [one] { $count } bejegyzés
   *[other] { $count } bejegyzés
}
count-clusters = { $count ->
    [one] { $count } klaszter
   *[other] { $count } klaszter
}
count-countries = { $count ->
    [one] { $count } ország
   *[other] { $count } ország
}
count-organisations = { $count ->
    [one] { $count } szervezet
   *[other] { $count } szervezet
}
count-news = { $count ->
    [one] { $count } hír
   *[other] { $count } hír
}
count-events = { $count ->
    [one] { $count } esemény
   *[other] { $count } esemény
}
count-pages = { $count ->
    [one] { $count } oldal
   *[other] { $count } oldal
}
count-documents = { $count ->
    [one] { $count } dokumentum
   *[other] { $count } dokumentum
}
count-pupils = { $count ->
    [one] { $count } tanuló
   *[other] { $count } tanuló
}
count-hours = { $count ->
    [one] { $count } óra
   *[other] { $count } óra
}
count-people = { $count ->
    [one] { $count } fő
   *[other] { $count } fő
}
count-followers = { $count ->
    [one] { $count } követő
   *[other] { $count } követő
}
count-languages = { $count ->
    [one] { $count } nyelv
   *[other] { $count } nyelv
}

## Események

event-past = Lezajlott
event-planned = Hamarosan
events-upcoming = Közelgő események
events-past = Korábbi események
event-online = Online
register = Jelentkezés
event-report = Beszámoló az eseményről
calendar-file = Hozzáadás a naptárhoz (iCalendar)
subscribe = Feliratkozás
subscribe-feed = Feliratkozás a hírcsatornára
subscribe-calendar = Feliratkozás a naptárra
feed-title = { $site }: { $section }

## Értesítések a fordítás állapotáról

notice-fallback = Ez az oldal még nem érhető el magyarul. Most { $language } olvassa.
notice-outdated = Az oldal eredetije megváltozott, mióta lefordították.
notice-outdated-link = Olvassa el az újabb változatot { $language }
notice-machine = Ezt a szöveget gép fordította, és ember nem ellenőrizte.
notice-post-edited = Ezt a szöveget gép fordította, és ember ellenőrizte.
notice-example = Ez egy példa. Azt mutatja, milyen egy ilyen oldal; nem valódi iskolát ír le.
notice-example-case = Ez egy példa. Azt mutatja, milyen egy ilyen esettanulmány; nem valódi esetet ír le.
notice-mirror = Ez a MenSI webhelyének másolata. Üzemeltetője: { $host }.
notice-mirror-origin = Ugrás az eredeti webhelyre
notice-draft = Ez az oldal vázlat, nincs közzétéve.

## Lábléc

funding = Ez a projekt az Európai Unió „Horizont 2020” kutatási és innovációs programjából részesült támogatásban a(z) { $grant } számú támogatási megállapodás alapján.
disclaimer = Ez a webhely kizárólag a szerzők álláspontját tükrözi. Az Európai Bizottság nem felelős a benne található információk bármilyen felhasználásáért.
emblem-alt = Az Európai Unió zászlaja
footer-about = A MenSI projektről
footer-accessibility = Akadálymentesség
footer-privacy = Adatvédelem
footer-licence = Licenc
footer-licence-text = Ha nincs másként jelölve, a webhely szövegeire a következő licenc vonatkozik: { $licence }.
footer-contact = Kapcsolat
footer-follow = Kövessen minket
footer-sitemap = Minden oldal
footer-updated = A webhely utolsó frissítése

## Saját tartalom nélküli oldalak

not-found-title = Az oldal nem található
not-found-text = Az oldal nem létezik, vagy áthelyezték. Induljon a kezdőlapról.
chooser-title = Válasszon nyelvet
redirect-title = Ez az oldal átköltözött
redirect-text = Ennek az oldalnak új címe van. Ugrás az oldalra
