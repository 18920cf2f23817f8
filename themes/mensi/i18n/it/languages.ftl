autonym = Italiano
language-en = inglese
language-nl = olandese
language-hr = croato
language-cs = ceco
language-hu = ungherese
language-it = italiano
language-pt = portoghese
language-in-en = in inglese
language-in-nl = in olandese
language-in-hr = in croato
language-in-cs = in ceco
language-in-hu = in ungherese
language-in-it = in italiano
language-in-pt = in portoghese
language-in-other = in un’altra lingua ({ $name })

notice-outdated-since = Questa traduzione è meno recente dell’originale (ultimo aggiornamento: { DATETIME($date, style: "long") }).
