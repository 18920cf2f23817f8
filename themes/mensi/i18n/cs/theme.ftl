network-caption = Jedna mentorská škola a čtyři mentorované školy tvoří klastr. Čtyřiadvacet klastrů tvoří síť.
language-fallback = nepřeloženo
language-absent = jen úvodní stránka
language-origin = na původním webu
state-outdated = Neaktuální překlad
