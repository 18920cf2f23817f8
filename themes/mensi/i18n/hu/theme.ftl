language-fallback = nincs lefordítva
language-absent = csak a kezdőlap
language-origin = az eredeti oldalon
state-outdated = Nem naprakész
