### The words around the content: navigation, notices, lists, footer.
###
### Messages with variables, and what each variable is:
###   published, updated             $date (date)
###   page-of                        $page, $pages (numbers)
###   count-…                        $count (number)
###   figure-of                      $value, $of (numbers)
###   notice-fallback                $language (the text of `language-in-cs`: in Czech)
###   notice-outdated-link           $language (as above)
###   notice-mirror                  $host (name of the mirror's host)
###   funding                        $grant (text)
###   footer-licence-text            $licence (text)
###   feed-title                     $section, $site (text)
###   download                       $format, $language (text: PDF, English)
###   search-results, search-none    $count (number), $query (text)
###   figure-credit                  $credit, $licence (text)
###   footnote, footnote-back        $number (number)
###   covers-period                  $period (text, a range of dates)
###   as-of                          $date (date)
###   sample-size                    $count (number)
###   external                       $host (text)
### All others have none.

## Navigation

skip-link = Skip to the content
nav-main = Main navigation
nav-language = Choose a language
nav-breadcrumbs = You are here
nav-pages = Pages of this list
nav-section = In this section
nav-footer = About this site
home = Home
menu = Menu
menu-more = More
close = Close
back-to-top = Back to the top
contents = Contents
previous = Previous
next = Next
page-of = Page { $page } of { $pages }
read-more = Read more
external = opens { $host }
yes = Yes
no = No
no-data = No data
unknown = Not known
all = All

## A document

facts = At a glance
related = Related
translations = This page in other languages
published = Published { DATETIME($date, style: "long") }
updated = Updated { DATETIME($date, style: "long") }
as-of = as of { DATETIME($date, style: "long") }
covers-period = Period: { $period }
project-period = Project period
draft = Draft
example = Example
contact = Contact
cite = How to cite
cite-copy = Copy the reference
share = Share this page
print = Print this page
download = Download ({ $format }, { $language })
downloads = Downloads
downloads-restricted = This result is not public. Its files are available on request.
authors = Authors
versions = Versions
costs = What it cost
quotes = Voices
diary = Diary of the cluster
figures-title = In figures
figure-of = { $value } of { $of }
sample-size = { $count ->
    [one] One person answered.
   *[other] { $count } people answered.
}
figure-credit = Picture: { $credit }, { $licence }
figure-credit-only = Picture: { $credit }
table-region = Table; scroll sideways to see all columns
footnotes-title = Notes
footnote = Note { $number }
footnote-back = Back to the text, note { $number }
block-note = Note
block-tip = Tip
block-warning = Please note

## Relations between documents

mentor = Mentor school
mentees = Mentee schools
mentor-of = Mentor of
learning-labs = Learning labs
partners = Schools in the same cluster
members = Schools of the cluster
coordinator = Coordinator
cluster-of = Cluster
clusters-of = Clusters
schools-of = Schools
cases-of = Case studies
posts-of = Posts of the Mentoring Policy Exchange
results-of = Results
events-of = Events
organisations-of = Organisations
cited-by = Mentioned in
lead-of = Responsible for
works-on = Documents on this subject
anonymous-case = The schools of this case are not named.
approach-caution = “Top-down” and “bottom-up” are not opposites: what works is most often a mixture of the two.
priorities-of = National priorities

## Lists, filters, search

empty-list = There is nothing here yet.
empty-filter = Nothing matches these filters.
filter = Filter
filter-apply = Show
filter-clear = Clear the filters
sort = Sort by
all-countries = All countries
all-languages = All languages
by-country = By country
by-challenge = By challenge
by-level = By level of education
by-date = By date
by-organisation = By organisation
search = Search
search-label = Search this site
search-results = { $count ->
    [0] Nothing found for “{ $query }”
    [one] One page found for “{ $query }”
   *[other] { $count } pages found for “{ $query }”
}
search-none = Nothing found for “{ $query }”. Try fewer or other words.
search-noscript = The search needs JavaScript. Without it, these lists lead to every page:
search-loading = Searching …
map-title = Map of the schools
map-text = The same schools as a list
compare-title = Comparison by country
timeline-title = Timeline
chart-table = The same figures as a table

## Counted things

count-schools = { $count ->
    [one] { $count } school
   *[other] { $count } schools
}
count-mentor-schools = { $count ->
    [one] { $count } mentor school
   *[other] { $count } mentor schools
}
count-mentee-schools = { $count ->
    [one] { $count } mentee school
   *[other] { $count } mentee schools
}
count-case-studies = { $count ->
    [one] { $count } case study
   *[other] { $count } case studies
}
count-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
count-policy-exchange = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
count-clusters = { $count ->
    [one] { $count } cluster
   *[other] { $count } clusters
}
count-countries = { $count ->
    [one] { $count } country
   *[other] { $count } countries
}
count-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
count-news = { $count ->
    [one] { $count } news item
   *[other] { $count } news items
}
count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-pupils = { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
}
count-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
count-followers = { $count ->
    [one] { $count } follower
   *[other] { $count } followers
}
count-languages = { $count ->
    [one] { $count } language
   *[other] { $count } languages
}

## Events

event-past = Past
event-planned = Coming up
events-upcoming = Coming events
events-past = Past events
event-online = Online
register = Register
event-report = Report of this event
calendar-file = Add to your calendar (iCalendar)
subscribe = Subscribe
subscribe-feed = Subscribe to the feed
subscribe-calendar = Subscribe to the calendar
feed-title = { $site }: { $section }

## Notices on the state of a translation

notice-fallback = This page is not available in English yet. You are reading it { $language }.
notice-outdated = The original of this page has changed since it was translated.
notice-outdated-link = Read it { $language }, where it is newer
notice-machine = This text was translated by a machine and has not been checked by a person.
notice-post-edited = This text was translated by a machine and checked by a person.
notice-example = This is an example. It shows what such a page looks like and describes no real school.
notice-example-case = This is an example. It shows what such a case study looks like and describes no real case.
notice-mirror = This is a copy of the MenSI site, hosted by { $host }.
notice-mirror-origin = Go to the original site
notice-draft = This page is a draft and is not published.

## Footer

funding = This project has received funding from the European Union’s Horizon 2020 research and innovation programme under grant agreement No { $grant }.
disclaimer = This site reflects only the authors’ view. The European Commission is not responsible for any use that may be made of the information it contains.
emblem-alt = Flag of the European Union
footer-about = About MenSI
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-licence = Licence
footer-licence-text = Unless stated otherwise, the texts of this site are licensed under { $licence }.
footer-contact = Contact
footer-follow = Follow us
footer-sitemap = All pages
footer-updated = Site last updated

## Pages without content of their own

not-found-title = Page not found
not-found-text = The page does not exist, or it has moved. Begin at the home page.
chooser-title = Choose your language
redirect-title = This page has moved
redirect-text = This page has a new address. Go to the page
