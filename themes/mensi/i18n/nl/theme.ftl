network-caption = Eén mentorschool en vier menteescholen vormen een cluster. Vierentwintig clusters vormen het netwerk.
language-fallback = niet vertaald
language-absent = alleen de startpagina
language-origin = op de oorspronkelijke site
state-outdated = Niet actueel
