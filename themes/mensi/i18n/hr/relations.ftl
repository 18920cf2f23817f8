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
relation-meeting = Sastanak
relation-organisation = Organizacija
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Izvješće

cluster-title = Klaster škole { $school }
selfie-start = na početku projekta
selfie-end = na kraju projekta
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Otvorite stranicu { $language }
notice-anonymous = Na želju sudionika u ovom se slučaju ne navode škola ni mjesto.
notice-cancelled = Ovo je događanje otkazano.
notice-postponed = Ovo je događanje odgođeno.
notice-moved-online = Ovo je događanje održano na internetu.
