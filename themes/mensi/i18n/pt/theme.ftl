language-fallback = não traduzida
language-absent = só a página inicial
language-origin = no sítio original
state-outdated = Desatualizada
