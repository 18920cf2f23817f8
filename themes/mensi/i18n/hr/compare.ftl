## Usporedba studija slučaja

compare-cases = Usporedba studija slučaja
    .slug = usporedba
compare-summary = Sve studije slučaja u jednoj tablici. Suzite izbor prema ishodu, državi, pristupu i drugome.
compare-table = Sve studije slučaja
compare-filter = Suzite izbor studija
compare-combine = Spojite s drugim filtrima
compare-shown = Prikazano studija: { $count } od { $total }
compare-examples-all = Sve su studije ovdje primjeri. Brojke na ovoj stranici broje i primjere, što nijedna brojka projekta ne čini.
compare-examples-some = Primjera među ovim studijama: { $count }. U tablici jesu, ali zajedničke značajke broje se bez njih.
compare-common = Što je zajedničko studijama s ovim ishodom
compare-common-text = Brojano po svim studijama svakog ishoda: ono što se u prvom ishodu pojavljuje barem dvaput.
compare-common-feature = Značajka
compare-common-link = Što je zajedničko ovim studijama
compare-pick = Odaberi
compare-hint = Odaberite dvije do četiri studije.
compare-beside = Usporedi jednu uz drugu
compare-side = Jedna uz drugu
compare-back = Natrag na sve studije

cite-formats = Za programe za upravljanje referencama
cite-no-date = b. g.
cite-list = Sve reference ovog popisa
cite-example = Primjer
share-address = Adresa ove stranice
share-mail = Pošaljite adresu e-poštom
share-copy = Kopiraj
share-copied = Kopirano

next-title = Što dalje
next-outcome = Usporedite studije s istim ishodom
next-alike = Stavite je uz najsličnije studije
next-all = Usporedite sve studije slučaja
next-here = Usporedite ove studije
next-cluster = Idite na klaster
next-country = Pogledajte cijelu državu
next-schools = Pogledajte škole
next-result = Pročitajte rezultat iza toga
next-case = Pročitajte primjer iz prakse
next-download = Preuzmite
next-cite = Citirajte
next-events = Pogledajte sva događanja
next-results = Pogledajte sve rezultate
