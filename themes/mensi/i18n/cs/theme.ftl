language-fallback = nepřeloženo
language-absent = jen úvodní stránka
language-origin = na původním webu
state-outdated = Neaktuální překlad
