overview-map = Mapa da rede
    .slug = mapa
overview-map-text = Onde ficam as escolas e quais trabalham em conjunto. Por baixo do mapa estão todas, país a país.
overview-timeline = Cronologia
    .slug = cronologia
overview-timeline-text = Quando foram publicados os resultados e se realizaram os eventos, por pacote de trabalho. O que não tem data nas fontes não aparece.

map-label = Mapa da Europa com as escolas da rede
map-country-label = Mapa com as escolas da rede: { $country }
map-no-country = Sem país
map-list = Todas as escolas por país
map-ray = Trabalham em conjunto numa rede de escolas
map-source = Costas e fronteiras: Natural Earth (domínio público)
home-map = Onde ficam as escolas

drawing-caption = Uma escola mentora e { $each ->
    [one] { $each } escola mentoranda
   *[other] { $each } escolas mentorandas
} formam uma rede de escolas; { $clusters ->
    [one] { $clusters } rede forma
   *[other] { $clusters } redes formam
} o projeto. Fonte:
drawing-uneven = { $clusters ->
    [one] { $clusters } rede
   *[other] { $clusters } redes
} com uma escola mentora cada e, ao todo, { $mentees ->
    [one] { $mentees } escola mentoranda
   *[other] { $mentees } escolas mentorandas
}. Fonte:

timeline-label = Resultados e eventos por pacote de trabalho
timeline-list = Por ordem cronológica
timeline-undated = Sem data
timeline-about = Só se conhece o mês ou o ano
