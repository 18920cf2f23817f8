overview-map = Kaart van het netwerk
    .slug = kaart
overview-map-text = Waar de scholen liggen en welke scholen samenwerken. Onder de kaart staan ze allemaal, land per land.
overview-timeline = Tijdlijn
    .slug = tijdlijn
overview-timeline-text = Wanneer resultaten verschenen en evenementen plaatsvonden, per werkpakket. Wat in de bronnen geen datum heeft, staat er niet op.

map-label = Kaart van Europa met de scholen van het netwerk
map-country-label = Kaart van { $country } met de scholen van het netwerk
map-no-country = Zonder land
map-list = Alle scholen per land
map-ray = Werken samen in een cluster
map-source = Kustlijnen en grenzen: Natural Earth (publiek domein)
home-map = Waar de scholen liggen

drawing-caption = Eén mentorschool en { $each ->
    [one] { $each } menteeschool
   *[other] { $each } menteescholen
} vormen een cluster; { $clusters ->
    [one] { $clusters } cluster vormt
   *[other] { $clusters } clusters vormen
} het netwerk. Bron:
drawing-uneven = { $clusters ->
    [one] { $clusters } cluster
   *[other] { $clusters } clusters
} met elk één mentorschool en samen { $mentees ->
    [one] { $mentees } menteeschool
   *[other] { $mentees } menteescholen
}. Bron:

timeline-label = Resultaten en evenementen per werkpakket
timeline-list = In volgorde van tijd
timeline-undated = Zonder datum
timeline-about = Alleen de maand of het jaar is bekend
