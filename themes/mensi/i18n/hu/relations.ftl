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
relation-meeting = Találkozó
relation-organisation = Szervezet
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Jelentés

cluster-title = Klaszter: { $school }
selfie-start = a projekt elején
selfie-end = a projekt végén
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Ugrás az oldalra { $language }
notice-anonymous = Az esetleírás a résztvevők kérésére nem nevez meg sem iskolát, sem helyet.
notice-cancelled = Az esemény elmaradt.
notice-postponed = Az eseményt elhalasztották.
notice-moved-online = Az esemény az interneten zajlott.
