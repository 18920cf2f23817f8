### The network as a whole: its map, its numbers, its timeline.
###
###   map-country-label              $country (name of a country)
###   drawing-caption                $each (mentees of a mentor), $clusters, $mentees (numbers)
###   drawing-uneven                 the same, where not every mentor has as many mentees
### All others have none. `.slug` is an address: small letters without accents, digits and `-`.

overview-map = Map of the network
    .slug = map
overview-map-text = Where the schools are, and which of them work together. Below the map all of them stand country by country.
overview-timeline = Timeline
    .slug = timeline
overview-timeline-text = When results were published and events took place, by work package. Nothing is shown that has no date in the sources.

map-label = Map of Europe with the schools of the network
map-country-label = Map of { $country } with the schools of the network
map-no-country = Without a country
map-list = All schools by country
map-ray = Work together in a cluster
map-source = Coastlines and borders: Natural Earth (public domain)
home-map = Where the schools are

drawing-caption = One mentor school and { $each ->
    [one] { $each } mentee school
   *[other] { $each } mentee schools
} make a cluster; { $clusters ->
    [one] { $clusters } cluster makes
   *[other] { $clusters } clusters make
} the network. Source:
drawing-uneven = { $clusters ->
    [one] { $clusters } cluster of a mentor school
   *[other] { $clusters } clusters of a mentor school
} each, with { $mentees ->
    [one] { $mentees } mentee school
   *[other] { $mentees } mentee schools
} in all. Source:

timeline-label = Results and events in lanes of work packages
timeline-list = In order of time
timeline-undated = Without a date
timeline-about = Only the month or the year is known
