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
relation-meeting = Encontro
relation-organisation = Organização
relation-partner = Parceiro
relation-countries = { section-countries }
relation-clusters = { section-clusters }
relation-report = Relatório

cluster-title = Rede de { $school }
selfie-start = no início do projeto
selfie-end = no fim do projeto
file-size = { NUMBER($kilobytes) } kB

notice-fallback-link = Ir para a página { $language }
notice-anonymous = A pedido dos participantes, este caso não indica a escola nem o local.
notice-cancelled = Este evento foi cancelado.
notice-postponed = Este evento foi adiado.
notice-moved-online = Este evento passou a realizar-se em linha.
