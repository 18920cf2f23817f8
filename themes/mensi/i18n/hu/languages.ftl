autonym = Magyar
language-en = angol
language-nl = holland
language-hr = horvát
language-cs = cseh
language-hu = magyar
language-it = olasz
language-pt = portugál
language-in-en = angolul
language-in-nl = hollandul
language-in-hr = horvátul
language-in-cs = csehül
language-in-hu = magyarul
language-in-it = olaszul
language-in-pt = portugálul
language-in-other = más nyelven ({ $name })

notice-outdated-since = Ez a fordítás régebbi, mint az eredeti szöveg (utolsó frissítés: { DATETIME($date, style: "long") }).
