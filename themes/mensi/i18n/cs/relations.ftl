### Headings of the groups of related documents, and some words that facts and notices need.
###
###   cluster-title          $school (name of the mentor school)
###   file-size              $kilobytes (number)
###   notice-fallback-link   $language (the text of `language-in-cs`: in Czech)

relation-cluster = { cluster-of }
relation-mentor = { mentor }
relation-mentees = { mentees }
relation-partners = { partners }
relation-learning-labs = { learning-labs }
relation-case-studies = { section-case-studies }
relation-schools = { section-schools }
relation-results = { section-results }
relation-posts = { section-policy-exchange }
relation-events = { section-events }
relation-meeting = Setkání
relation-organisation = Organizace
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Zpráva

cluster-title = Klastr školy { $school }
selfie-start = na začátku projektu
selfie-end = na konci projektu
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Přejít na stránku { $language }
notice-anonymous = Na přání účastníků se v tomto případu neuvádí škola ani místo.
notice-cancelled = Tato událost byla zrušena.
notice-postponed = Tato událost byla odložena.
notice-moved-online = Tato událost se přesunula na internet.
