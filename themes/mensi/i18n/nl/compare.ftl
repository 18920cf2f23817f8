## Praktijkvoorbeelden vergelijken

compare-cases = Praktijkvoorbeelden vergelijken
    .slug = vergelijken
compare-summary = Alle praktijkvoorbeelden in één tabel. Beperk ze tot een uitkomst, een land, een aanpak en meer.
compare-table = Alle praktijkvoorbeelden
compare-filter = De praktijkvoorbeelden filteren
compare-combine = Met andere filters combineren
compare-shown = Getoonde praktijkvoorbeelden: { $count } van { $total }
compare-examples-all = Alle praktijkvoorbeelden hier zijn fictieve voorbeelden. De aantallen op deze pagina tellen ze mee; de cijfers van het project doen dat nergens.
compare-examples-some = Aantal fictieve voorbeelden hieronder: { $count }. Ze staan in de tabel; wat de praktijkvoorbeelden gemeen hebben, is zonder hen geteld.
compare-common = Wat de praktijkvoorbeelden met deze uitkomst gemeen hebben
compare-common-text = Geteld over alle praktijkvoorbeelden per uitkomst: wat er bij de eerste uitkomst minstens twee keer voorkomt.
compare-common-feature = Kenmerk
compare-common-link = Wat deze praktijkvoorbeelden gemeen hebben
compare-pick = Kiezen
compare-hint = Kies twee tot vier praktijkvoorbeelden.
compare-beside = Naast elkaar zetten
compare-side = Naast elkaar
compare-back = Terug naar alle praktijkvoorbeelden

cite-formats = Voor literatuurprogramma’s
cite-no-date = z.d.
cite-list = Alle bronvermeldingen van deze lijst
cite-example = Voorbeeld
share-address = Adres van deze pagina
share-mail = Het adres per e-mail versturen
share-copy = Kopiëren
share-copied = Gekopieerd

next-title = Hoe verder
next-outcome = Vergelijk de praktijkvoorbeelden met dezelfde uitkomst
next-alike = Zet het naast de voorbeelden die er het meest op lijken
next-all = Vergelijk alle praktijkvoorbeelden
next-here = Vergelijk deze praktijkvoorbeelden
next-cluster = Naar het cluster
next-country = Bekijk het hele land
next-schools = Bekijk de scholen
next-result = Lees het resultaat erachter
next-case = Lees een praktijkvoorbeeld
next-download = Download het
next-cite = Citeer het
next-events = Bekijk alle evenementen
next-results = Bekijk alle resultaten
