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
relation-meeting = Incontro
relation-organisation = Organizzazione
relation-partner = Partner
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Rapporto

cluster-title = Rete di { $school }
selfie-start = all’inizio del progetto
selfie-end = alla fine del progetto
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Vai alla pagina { $language }
notice-anonymous = Per volontà dei partecipanti questo caso non indica né la scuola né il luogo.
notice-cancelled = Questo evento è stato annullato.
notice-postponed = Questo evento è stato rinviato.
notice-moved-online = Questo evento si è spostato online.
