## Navigace

skip-link = Přejít na obsah
nav-main = Hlavní navigace
nav-language = Vyberte jazyk
nav-breadcrumbs = Kde se nacházíte
nav-pages = Stránky tohoto seznamu
nav-section = V této části
nav-footer = O tomto webu
home = Úvod
menu = Nabídka
menu-more = Více
close = Zavřít
back-to-top = Zpět nahoru
contents = Obsah
previous = Předchozí
next = Další
page-of = Stránka { $page } z { $pages }
read-more = Číst dál
external = otevře { $host }
yes = Ano
no = Ne
no-data = Bez údajů
unknown = Není známo
all = Vše

## Dokument

facts = V kostce
related = Související
translations = Tato stránka v jiných jazycích
published = Zveřejněno: { DATETIME($date, style: "long") }
updated = Aktualizováno: { DATETIME($date, style: "long") }
as-of = stav: { DATETIME($date, style: "long") }
covers-period = Období: { $period }
project-period = Doba trvání projektu
draft = Koncept
example = Příklad
contact = Kontakt
cite = Jak citovat
cite-copy = Zkopírovat citaci
share = Sdílet tuto stránku
print = Vytisknout tuto stránku
download = Stáhnout ({ $format }, { $language })
downloads = Ke stažení
downloads-restricted = Tento výsledek není veřejný. Soubory poskytneme na vyžádání.
authors = Autoři
versions = Verze
costs = Kolik to stálo
quotes = Co říkají účastníci
diary = Deník klastru
figures-title = V číslech
figure-of = { $value } z { $of }
sample-size = { $count ->
    [one] Odpověděl { $count } člověk.
    [few] Odpověděli { $count } lidé.
    [many] Odpovědělo { $count } lidí.
   *[other] Odpovědělo { $count } lidí.
}
figure-credit = Foto: { $credit }, { $licence }
figure-credit-only = Foto: { $credit }
table-region = Tabulka; posunutím do strany zobrazíte všechny sloupce
footnotes-title = Poznámky
footnote = Poznámka { $number }
footnote-back = Zpět do textu, poznámka { $number }
block-note = Poznámka
block-tip = Tip
block-warning = Upozornění

## Vztahy mezi dokumenty

mentor = Mentorská škola
mentees = Mentorované školy
mentor-of = Mentoruje školy
learning-labs = Učební laboratoře
partners = Školy ve stejném klastru
members = Školy klastru
coordinator = Koordinátor
cluster-of = Klastr
clusters-of = Klastry
schools-of = Školy
cases-of = Případové studie
posts-of = Příspěvky Mentoring Policy Exchange
results-of = Výsledky
events-of = Akce
organisations-of = Organizace
cited-by = Zmíněno v
lead-of = Odpovídá za
works-on = Dokumenty k tomuto tématu
anonymous-case = Školy v této případové studii nejsou jmenovány.
approach-caution = Postupy „shora dolů“ a „zdola nahoru“ nejsou protiklady: nejčastěji se osvědčuje jejich spojení.
priorities-of = Národní priority

## Seznamy, filtry, vyhledávání

empty-list = Zatím tu nic není.
empty-filter = Těmto filtrům nic neodpovídá.
filter = Filtrovat
filter-apply = Zobrazit
filter-clear = Zrušit filtry
sort = Řadit podle
all-countries = Všechny země
all-languages = Všechny jazyky
by-country = Podle zemí
by-challenge = Podle výzev
by-level = Podle stupňů vzdělávání
by-date = Podle data
by-organisation = Podle organizací
search = Hledat
search-label = Hledat na tomto webu
search-results = { $count ->
    [0] Pro „{ $query }“ se nic nenašlo
    [one] Pro „{ $query }“ se našla { $count } stránka
    [few] Pro „{ $query }“ se našly { $count } stránky
    [many] Pro „{ $query }“ se našlo { $count } stránky
   *[other] Pro „{ $query }“ se našlo { $count } stránek
}
search-none = Pro „{ $query }“ se nic nenašlo. Zkuste méně slov nebo jiná slova.
search-noscript = Vyhledávání potřebuje JavaScript. Bez něj vás ke každé stránce dovedou tyto seznamy:
search-loading = Probíhá hledání…
map-title = Mapa škol
map-text = Tytéž školy v seznamu
compare-title = Srovnání podle zemí
timeline-title = Časová osa
chart-table = Tytéž údaje v tabulce

## Počty

count-schools = { $count ->
    [one] { $count } škola
    [few] { $count } školy
    [many] { $count } školy
   *[other] { $count } škol
}
count-mentor-schools = { $count ->
    [one] { $count } mentorská škola
    [few] { $count } mentorské školy
    [many] { $count } mentorské školy
   *[other] { $count } mentorských škol
}
count-mentee-schools = { $count ->
    [one] { $count } mentorovaná škola
    [few] { $count } mentorované školy
    [many] { $count } mentorované školy
   *[other] { $count } mentorovaných škol
}
count-case-studies = { $count ->
    [one] { $count } případová studie
    [few] { $count } případové studie
    [many] { $count } případové studie
   *[other] { $count } případových studií
}
count-results = { $count ->
    [one] { $count } výsledek
    [few] { $count } výsledky
    [many] { $count } výsledku
   *[other] { $count } výsledků
}
count-policy-exchange = { $count ->
    [one] { $count } příspěvek
    [few] { $count } příspěvky
    [many] { $count } příspěvku
   *[other] { $count } příspěvků
}
count-clusters = { $count ->
    [one] { $count } klastr
    [few] { $count } klastry
    [many] { $count } klastru
   *[other] { $count } klastrů
}
count-countries = { $count ->
    [one] { $count } země
    [few] { $count } země
    [many] { $count } země
   *[other] { $count } zemí
}
count-organisations = { $count ->
    [one] { $count } organizace
    [few] { $count } organizace
    [many] { $count } organizace
   *[other] { $count } organizací
}
count-news = { $count ->
    [one] { $count } aktualita
    [few] { $count } aktuality
    [many] { $count } aktuality
   *[other] { $count } aktualit
}
count-events = { $count ->
    [one] { $count } akce
    [few] { $count } akce
    [many] { $count } akce
   *[other] { $count } akcí
}
count-pages = { $count ->
    [one] { $count } stránka
    [few] { $count } stránky
    [many] { $count } stránky
   *[other] { $count } stránek
}
count-documents = { $count ->
    [one] { $count } dokument
    [few] { $count } dokumenty
    [many] { $count } dokumentu
   *[other] { $count } dokumentů
}
count-pupils = { $count ->
    [one] { $count } žák
    [few] { $count } žáci
    [many] { $count } žáka
   *[other] { $count } žáků
}
count-hours = { $count ->
    [one] { $count } hodina
    [few] { $count } hodiny
    [many] { $count } hodiny
   *[other] { $count } hodin
}
count-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
    [many] { $count } člověka
   *[other] { $count } lidí
}
count-followers = { $count ->
    [one] { $count } sledující
    [few] { $count } sledující
    [many] { $count } sledujícího
   *[other] { $count } sledujících
}
count-languages = { $count ->
    [one] { $count } jazyk
    [few] { $count } jazyky
    [many] { $count } jazyka
   *[other] { $count } jazyků
}

## Akce

event-past = Proběhlo
event-planned = Chystá se
events-upcoming = Nadcházející akce
events-past = Minulé akce
event-online = Online
register = Přihlásit se
event-report = Zpráva z této akce
calendar-file = Přidat do kalendáře (iCalendar)
subscribe = Odebírat
subscribe-feed = Odebírat kanál
subscribe-calendar = Odebírat kalendář
feed-title = { $site }: { $section }

## Upozornění na stav překladu

notice-fallback = Tato stránka zatím není k dispozici v češtině. Čtete ji { $language }.
notice-outdated = Originál této stránky se od jejího překladu změnil.
notice-outdated-link = Přečíst novější verzi { $language }
notice-machine = Tento text byl přeložen strojově a nikdo jej nezkontroloval.
notice-post-edited = Tento text byl přeložen strojově a překlad byl zkontrolován.
notice-example = Toto je příklad. Ukazuje, jak taková stránka vypadá, a nepopisuje žádnou skutečnou školu.
notice-example-case = Toto je příklad. Ukazuje, jak taková případová studie vypadá, a nepopisuje žádný skutečný případ.
notice-mirror = Toto je kopie webu MenSI, kterou provozuje { $host }.
notice-mirror-origin = Přejít na původní web
notice-draft = Tato stránka je koncept a není zveřejněna.

## Zápatí

funding = Tento projekt získal finanční prostředky z programu Evropské unie pro výzkum a inovace Horizont 2020 na základě grantové dohody č.{ "\u00A0" }{ $grant }.
disclaimer = Tento web vyjadřuje pouze názory autorů. Evropská komise nenese odpovědnost za jakékoli využití informací, které obsahuje.
emblem-alt = Vlajka Evropské unie
footer-about = O projektu MenSI
footer-accessibility = Přístupnost
footer-privacy = Ochrana soukromí
footer-licence = Licence
footer-licence-text = Není-li uvedeno jinak, jsou texty na tomto webu dostupné pod licencí { $licence }.
footer-contact = Kontakt
footer-follow = Sledujte nás
footer-sitemap = Všechny stránky
footer-updated = Poslední aktualizace webu

## Stránky bez vlastního obsahu

not-found-title = Stránka nenalezena
not-found-text = Stránka neexistuje nebo byla přesunuta. Začněte na úvodní stránce.
chooser-title = Vyberte si jazyk
redirect-title = Stránka byla přesunuta
redirect-text = Tato stránka má novou adresu. Přejít na stránku
