language-fallback = niet vertaald
language-absent = alleen de startpagina
language-origin = op de oorspronkelijke site
state-outdated = Niet actueel
