network-caption = Egy mentoriskola és négy mentorált iskola alkot egy klasztert. Huszonnégy klaszter alkotja a hálózatot.
language-fallback = nincs lefordítva
language-absent = csak a kezdőlap
language-origin = az eredeti oldalon
state-outdated = Nem naprakész
