## Confronto dei casi di studio

compare-cases = Confronto dei casi di studio
    .slug = confronto
compare-summary = Tutti i casi in una tabella. Si possono restringere per esito, Paese, approccio e altro.
compare-table = Tutti i casi
compare-filter = Restringere la scelta dei casi
compare-combine = Combinare con altri filtri
compare-shown = Casi mostrati: { $count } di { $total }
compare-examples-all = Tutti i casi qui presenti sono esempi. I conteggi di questa pagina li comprendono, i dati del progetto mai.
compare-examples-some = Esempi tra questi casi: { $count }. Sono nella tabella, ma ciò che i casi hanno in comune è contato senza di loro.
compare-common = Che cosa hanno in comune i casi con questo esito
compare-common-text = Contato su tutti i casi di ciascun esito: ciò che almeno due casi del primo hanno in comune.
compare-common-feature = Caratteristica
compare-common-link = Che cosa hanno in comune questi casi
compare-pick = Scegliere
compare-hint = Scegliere da due a quattro casi.
compare-beside = Mettere a confronto
compare-side = A confronto
compare-back = Torna a tutti i casi

cite-formats = Per i programmi bibliografici
cite-no-date = s.d.
cite-list = Tutti i riferimenti di questo elenco
cite-example = Esempio
share-address = Indirizzo di questa pagina
share-mail = Inviare l’indirizzo per e-mail
share-copy = Copia
share-copied = Copiato

next-title = E adesso
next-outcome = Confrontare i casi con lo stesso esito
next-alike = Metterlo accanto ai casi più simili
next-all = Confrontare tutti i casi di studio
next-here = Confrontare questi casi
next-cluster = Andare al cluster
next-country = Vedere l’intero Paese
next-schools = Vedere le scuole
next-result = Leggere il risultato su cui si basa
next-case = Leggere un caso concreto
next-download = Scaricare
next-cite = Citare
next-events = Vedere tutti gli eventi
next-results = Vedere tutti i risultati
