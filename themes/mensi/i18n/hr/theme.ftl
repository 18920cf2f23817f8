network-caption = Jedna škola mentor i četiri mentorirane škole čine klaster. Dvadeset i četiri klastera čine mrežu.
language-fallback = nije prevedeno
language-absent = samo početna stranica
language-origin = na izvornim stranicama
state-outdated = Nije ažurno
