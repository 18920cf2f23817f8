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
relation-meeting = Bijeenkomst
relation-organisation = Organisatie
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Verslag

cluster-title = Cluster van { $school }
selfie-start = bij de start van het project
selfie-end = aan het einde van het project
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Ga naar de pagina { $language }
notice-anonymous = Deze casus noemt op verzoek van de deelnemers geen school en geen plaats.
notice-cancelled = Dit evenement is geannuleerd.
notice-postponed = Dit evenement is uitgesteld.
notice-moved-online = Dit evenement is online doorgegaan.
