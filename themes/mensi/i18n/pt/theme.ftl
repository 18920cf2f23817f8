network-caption = Uma escola mentora e quatro escolas mentorandas formam uma rede de escolas. Vinte e quatro redes formam o projeto.
language-fallback = não traduzida
language-absent = só a página inicial
language-origin = no sítio original
state-outdated = Desatualizada
