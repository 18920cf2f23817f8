## Srovnání případových studií

compare-cases = Srovnání případových studií
    .slug = srovnani
compare-summary = Všechny případy v jedné tabulce. Vyberte si je podle výsledku, země, přístupu a dalších hledisek.
compare-table = Všechny případy
compare-filter = Výběr případů
compare-combine = Spojit s dalšími filtry
compare-shown = Zobrazené případy: { $count } z { $total }
compare-examples-all = Všechny zdejší případy jsou příklady. Počty na této stránce je zahrnují, údaje projektu nikdy.
compare-examples-some = Příklady mezi těmito případy: { $count }. V tabulce jsou, společné znaky se však počítají bez nich.
compare-common = Co mají případy s tímto výsledkem společného
compare-common-text = Počítáno ze všech případů s každým výsledkem: to, co mají společné aspoň dva případy s prvním z nich.
compare-common-feature = Znak
compare-common-link = Co mají tyto případy společného
compare-pick = Vybrat
compare-hint = Vyberte dva až čtyři případy.
compare-beside = Porovnat vedle sebe
compare-side = Vedle sebe
compare-back = Zpět na všechny případy

cite-formats = Pro citační programy
cite-no-date = b. r.
cite-list = Všechny citace tohoto seznamu
cite-example = Příklad
share-address = Adresa této stránky
share-mail = Poslat adresu e-mailem
share-copy = Kopírovat
share-copied = Zkopírováno

next-title = Co dál
next-outcome = Porovnat případy se stejným výsledkem
next-alike = Postavit vedle nejpodobnějších případů
next-all = Porovnat všechny případové studie
next-here = Porovnat tyto případy
next-cluster = Přejít na klastr
next-country = Podívat se na celou zemi
next-schools = Podívat se na školy
next-result = Přečíst si výsledek, o který se opírá
next-case = Přečíst si případ z praxe
next-download = Stáhnout
next-cite = Citovat
next-events = Zobrazit všechny akce
next-results = Zobrazit všechny výsledky
