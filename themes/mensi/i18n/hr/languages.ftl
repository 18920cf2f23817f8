autonym = Hrvatski
language-en = engleski
language-nl = nizozemski
language-hr = hrvatski
language-cs = češki
language-hu = mađarski
language-it = talijanski
language-pt = portugalski
language-in-en = na engleskom
language-in-nl = na nizozemskom
language-in-hr = na hrvatskom
language-in-cs = na češkom
language-in-hu = na mađarskom
language-in-it = na talijanskom
language-in-pt = na portugalskom
language-in-other = na drugom jeziku ({ $name })

notice-outdated-since = Ovaj je prijevod stariji od izvornika (posljednja izmjena: { DATETIME($date, style: "long") }).
