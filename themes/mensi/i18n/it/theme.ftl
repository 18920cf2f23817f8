network-caption = Una scuola mentore e quattro scuole mentee formano una rete di scuole. Ventiquattro reti formano il progetto.
language-fallback = non tradotta
language-absent = solo la pagina iniziale
language-origin = sul sito originale
state-outdated = Non aggiornata
