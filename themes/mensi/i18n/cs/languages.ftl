autonym = Čeština
language-en = angličtina
language-nl = nizozemština
language-hr = chorvatština
language-cs = čeština
language-hu = maďarština
language-it = italština
language-pt = portugalština
language-in-en = v angličtině
language-in-nl = v nizozemštině
language-in-hr = v chorvatštině
language-in-cs = v češtině
language-in-hu = v maďarštině
language-in-it = v italštině
language-in-pt = v portugalštině
language-in-other = v jiném jazyce ({ $name })

notice-outdated-since = Tento překlad je starší než originál (poslední aktualizace: { DATETIME($date, style: "long") }).
