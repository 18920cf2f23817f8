overview-map = Karta mreže
    .slug = karta
overview-map-text = Gdje su škole i koje od njih surađuju. Ispod karte navedene su sve škole, po državama.
overview-timeline = Vremenska crta
    .slug = vremenska-crta
overview-timeline-text = Kada su objavljeni rezultati i održani događaji, po radnim paketima. Ono što u izvorima nema datum nije prikazano.

map-label = Karta Europe sa školama mreže
map-country-label = Karta sa školama mreže: { $country }
map-no-country = Bez države
map-list = Sve škole po državama
map-ray = Surađuju u klasteru
map-source = Obale i granice: Natural Earth (javna domena)
home-map = Gdje su škole

drawing-caption = Jedna škola mentor i { $each ->
    [one] { $each } mentorirana škola
    [few] { $each } mentorirane škole
   *[other] { $each } mentoriranih škola
} čine klaster, a { $clusters ->
    [one] { $clusters } klaster čini
    [few] { $clusters } klastera čine
   *[other] { $clusters } klastera čini
} mrežu. Izvor:
drawing-uneven = { $clusters ->
    [one] { $clusters } klaster
    [few] { $clusters } klastera
   *[other] { $clusters } klastera
} s po jednom školom mentorom i ukupno { $mentees ->
    [one] { $mentees } mentoriranom školom
    [few] { $mentees } mentorirane škole
   *[other] { $mentees } mentoriranih škola
}. Izvor:

timeline-label = Rezultati i događaji po radnim paketima
timeline-list = Redom po vremenu
timeline-undated = Bez datuma
timeline-about = Poznat je samo mjesec ili godina
