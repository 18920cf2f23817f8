language-fallback = non tradotta
language-absent = solo la pagina iniziale
language-origin = sul sito originale
state-outdated = Non aggiornata
