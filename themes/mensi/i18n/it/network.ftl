overview-map = Mappa della rete
    .slug = mappa
overview-map-text = Dove si trovano le scuole e quali lavorano insieme. Sotto la mappa sono elencate tutte, paese per paese.
overview-timeline = Cronologia
    .slug = cronologia
overview-timeline-text = Quando sono usciti i risultati e quando si sono svolti gli eventi, per pacchetto di lavoro. Ciò che nelle fonti non ha una data non compare.

map-label = Mappa dell’Europa con le scuole della rete
map-country-label = Mappa con le scuole della rete: { $country }
map-no-country = Senza paese
map-list = Tutte le scuole per paese
map-ray = Lavorano insieme in una rete di scuole
map-source = Coste e confini: Natural Earth (pubblico dominio)
home-map = Dove si trovano le scuole

drawing-caption = Una scuola mentore e { $each ->
    [one] { $each } scuola mentee
   *[other] { $each } scuole mentee
} formano una rete di scuole; { $clusters ->
    [one] { $clusters } rete forma
   *[other] { $clusters } reti formano
} il progetto. Fonte:
drawing-uneven = { $clusters ->
    [one] { $clusters } rete
   *[other] { $clusters } reti
} con una scuola mentore ciascuna e in tutto { $mentees ->
    [one] { $mentees } scuola mentee
   *[other] { $mentees } scuole mentee
}. Fonte:

timeline-label = Risultati ed eventi per pacchetto di lavoro
timeline-list = In ordine di tempo
timeline-undated = Senza data
timeline-about = Si conosce solo il mese o l’anno
