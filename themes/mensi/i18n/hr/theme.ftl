language-fallback = nije prevedeno
language-absent = samo početna stranica
language-origin = na izvornim stranicama
state-outdated = Nije ažurno
