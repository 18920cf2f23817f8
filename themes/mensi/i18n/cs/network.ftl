overview-map = Mapa sítě
    .slug = mapa
overview-map-text = Kde školy jsou a které z nich spolupracují. Pod mapou jsou všechny uvedeny podle zemí.
overview-timeline = Časová osa
    .slug = casova-osa
overview-timeline-text = Kdy vyšly výsledky a kdy se konaly akce, podle pracovních balíčků. Co nemá v pramenech datum, na ose není.

map-label = Mapa Evropy se školami sítě
map-country-label = Mapa se školami sítě: { $country }
map-no-country = Bez země
map-list = Všechny školy podle zemí
map-ray = Spolupracují v klastru
map-source = Pobřeží a hranice: Natural Earth (volné dílo)
home-map = Kde školy jsou

drawing-caption = Klastr tvoří jedna mentorská škola a { $each ->
    [one] { $each } mentorovaná škola
    [few] { $each } mentorované školy
    [many] { $each } mentorované školy
   *[other] { $each } mentorovaných škol
}; síť tvoří { $clusters ->
    [one] { $clusters } klastr
    [few] { $clusters } klastry
    [many] { $clusters } klastru
   *[other] { $clusters } klastrů
}. Zdroj:
drawing-uneven = { $clusters ->
    [one] { $clusters } klastr
    [few] { $clusters } klastry
    [many] { $clusters } klastru
   *[other] { $clusters } klastrů
} vždy s jednou mentorskou školou a celkem { $mentees ->
    [one] { $mentees } mentorovaná škola
    [few] { $mentees } mentorované školy
    [many] { $mentees } mentorované školy
   *[other] { $mentees } mentorovaných škol
}. Zdroj:

timeline-label = Výsledky a akce podle pracovních balíčků
timeline-list = Podle času
timeline-undated = Bez data
timeline-about = Je znám jen měsíc nebo rok
