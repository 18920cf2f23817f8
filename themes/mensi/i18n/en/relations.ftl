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
relation-meeting = Meeting
relation-organisation = Organisation
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Report

cluster-title = Cluster of { $school }
selfie-start = at the start of the project
selfie-end = at the end of the project
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Go to the page { $language }
notice-anonymous = This case names no school and no place, as those who took part wished.
notice-cancelled = This event was cancelled.
notice-postponed = This event was postponed.
notice-moved-online = This event was moved online.
