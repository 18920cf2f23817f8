autonym = Nederlands
language-en = Engels
language-nl = Nederlands
language-hr = Kroatisch
language-cs = Tsjechisch
language-hu = Hongaars
language-it = Italiaans
language-pt = Portugees
language-in-en = in het Engels
language-in-nl = in het Nederlands
language-in-hr = in het Kroatisch
language-in-cs = in het Tsjechisch
language-in-hu = in het Hongaars
language-in-it = in het Italiaans
language-in-pt = in het Portugees
language-in-other = in een andere taal ({ $name })

notice-outdated-since = Deze vertaling is ouder dan het origineel (laatst bijgewerkt: { DATETIME($date, style: "long") }).
