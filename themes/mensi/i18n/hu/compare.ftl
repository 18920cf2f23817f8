## Esettanulmányok összehasonlítása

compare-cases = Esettanulmányok összehasonlítása
    .slug = osszehasonlitas
compare-summary = Minden esettanulmány egy táblázatban. Szűkítse kimenet, ország, megközelítés és más szempontok szerint.
compare-table = Minden esettanulmány
compare-filter = Az esettanulmányok szűkítése
compare-combine = További szűrőkkel együtt
compare-shown = Látható esettanulmányok: { $count } / { $total }
compare-examples-all = Itt minden esettanulmány példa. Az oldal számai a példákat is számolják, a projekt adatai soha.
compare-examples-some = Példák ezek között: { $count }. A táblázatban szerepelnek, de a közös vonások számításából kimaradnak.
compare-common = Ami az ilyen kimenetű esetekben közös
compare-common-text = Kimenetelenként, minden eset alapján számolva: ami az első kimenetnél legalább két esetben közös.
compare-common-feature = Jellemző
compare-common-link = Ami ezekben az esetekben közös
compare-pick = Kiválasztás
compare-hint = Válasszon két–négy esettanulmányt.
compare-beside = Egymás mellé
compare-side = Egymás mellett
compare-back = Vissza az összes esettanulmányhoz

cite-formats = Hivatkozáskezelő programokhoz
cite-no-date = é. n.
cite-list = A lista összes hivatkozása
cite-example = Példa
share-address = Az oldal címe
share-mail = A cím elküldése e-mailben
share-copy = Másolás
share-copied = Kimásolva

next-title = Hogyan tovább
next-outcome = Az azonos kimenetű esetek összehasonlítása
next-alike = Összevetés a leginkább hasonló esetekkel
next-all = Minden esettanulmány összehasonlítása
next-here = Ezeknek az eseteknek az összehasonlítása
next-cluster = Tovább a klaszterhez
next-country = Az egész ország megtekintése
next-schools = Az iskolák megtekintése
next-result = Az eredmény, amelyre támaszkodik
next-case = Egy eset a gyakorlatból
next-download = Letöltés
next-cite = Hivatkozás
next-events = Minden esemény megtekintése
next-results = Minden eredmény megtekintése
