## Navegação

skip-link = Saltar para o conteúdo
nav-main = Navegação principal
nav-language = Escolher a língua
nav-breadcrumbs = Está aqui
nav-pages = Páginas desta lista
nav-section = Nesta secção
nav-footer = Sobre este sítio
home = Início
menu = Menu
menu-more = Mais
close = Fechar
back-to-top = Voltar ao topo
contents = Índice
previous = Anterior
next = Seguinte
page-of = Página { $page } de { $pages }
read-more = Ler mais
external = abre { $host }
yes = Sim
no = Não
no-data = Sem dados
unknown = Desconhecido
all = Todos

## Um documento

facts = Em síntese
related = Conteúdos relacionados
translations = Esta página noutras línguas
published = Data de publicação: { DATETIME($date, style: "long") }
updated = Última atualização: { DATETIME($date, style: "long") }
as-of = situação: { DATETIME($date, style: "long") }
covers-period = Período: { $period }
project-period = Duração do projeto
draft = Rascunho
example = Exemplo
contact = Contacto
cite = Como citar
cite-copy = Copiar a referência
share = Partilhar esta página
print = Imprimir esta página
download = Descarregar ({ $format }, { $language })
downloads = Ficheiros
downloads-restricted = Este resultado não é público. Os ficheiros estão disponíveis mediante pedido.
authors = Autores
versions = Versões
costs = Quanto custou
quotes = Testemunhos
diary = Diário da rede
figures-title = Em números
figure-of = { $value } de { $of }
sample-size = { $count ->
    [one] Respondeu uma pessoa.
   *[other] Responderam { $count } pessoas.
}
figure-credit = Imagem: { $credit }, { $licence }
figure-credit-only = Imagem: { $credit }
table-region = Tabela; deslize para o lado para ver todas as colunas
footnotes-title = Notas
footnote = Nota { $number }
footnote-back = Voltar ao texto, nota { $number }
block-note = Nota
block-tip = Sugestão
block-warning = Atenção

## Relações entre documentos

mentor = Escola mentora
mentees = Escolas mentorandas
mentor-of = Mentora de
learning-labs = Laboratórios de aprendizagem
partners = Escolas da mesma rede
members = Escolas da rede
coordinator = Coordenação
cluster-of = Rede de escolas
clusters-of = Redes de escolas
schools-of = Escolas
cases-of = Estudos de caso
posts-of = Publicações do Mentoring Policy Exchange
results-of = Resultados
events-of = Eventos
organisations-of = Organizações
cited-by = Mencionado em
lead-of = Responsável por
works-on = Documentos sobre este tema
anonymous-case = As escolas deste caso não são identificadas.
approach-caution = «Do topo para a base» e «da base para o topo» não são opostos: quase sempre resulta uma combinação dos dois.
priorities-of = Prioridades nacionais

## Listas, filtros, pesquisa

empty-list = Ainda não há nada aqui.
empty-filter = Nada corresponde a estes filtros.
filter = Filtrar
filter-apply = Mostrar
filter-clear = Limpar os filtros
sort = Ordenar por
all-countries = Todos os países
all-languages = Todas as línguas
by-country = Por país
by-challenge = Por desafio
by-level = Por nível de ensino
by-date = Por data
by-organisation = Por organização
search = Pesquisar
search-label = Pesquisar neste sítio
search-results = { $count ->
    [0] Nenhuma página encontrada para «{ $query }»
    [one] Uma página encontrada para «{ $query }»
   *[other] { $count } páginas encontradas para «{ $query }»
}
search-none = Nenhuma página encontrada para «{ $query }». Experimente menos palavras ou palavras diferentes.
search-noscript = A pesquisa precisa de JavaScript. Sem ele, estas listas conduzem a todas as páginas:
search-loading = A pesquisar…
map-title = Mapa das escolas
map-text = As mesmas escolas em lista
compare-title = Comparação por país
timeline-title = Cronologia
chart-table = Os mesmos números em tabela

## Quantidades

count-schools = { $count ->
    [one] { $count } escola
   *[other] { $count } escolas
}
count-mentor-schools = { $count ->
    [one] { $count } escola mentora
   *[other] { $count } escolas mentoras
}
count-mentee-schools = { $count ->
    [one] { $count } escola mentoranda
   *[other] { $count } escolas mentorandas
}
count-case-studies = { $count ->
    [one] { $count } estudo de caso
   *[other] { $count } estudos de caso
}
count-results = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}
count-policy-exchange = { $count ->
    [one] { $count } publicação
   *[other] { $count } publicações
}
count-clusters = { $count ->
    [one] { $count } rede de escolas
   *[other] { $count } redes de escolas
}
count-countries = { $count ->
    [one] { $count } país
   *[other] { $count } países
}
count-organisations = { $count ->
    [one] { $count } organização
   *[other] { $count } organizações
}
count-news = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}
count-events = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
count-pages = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}
count-documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
count-pupils = { $count ->
    [one] { $count } aluno
   *[other] { $count } alunos
}
count-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
count-people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
count-followers = { $count ->
    [one] { $count } seguidor
   *[other] { $count } seguidores
}
count-languages = { $count ->
    [one] { $count } língua
   *[other] { $count } línguas
}

## Eventos

event-past = Realizado
event-planned = Em breve
events-upcoming = Próximos eventos
events-past = Eventos passados
event-online = Em linha
register = Inscrever-se
event-report = Relatório deste evento
calendar-file = Adicionar ao calendário (iCalendar)
subscribe = Subscrever
subscribe-feed = Subscrever o feed
subscribe-calendar = Subscrever o calendário
feed-title = { $site }: { $section }

## Avisos sobre o estado de uma tradução

notice-fallback = Esta página ainda não está disponível em português. Está a lê-la { $language }.
notice-outdated = O original desta página mudou desde que foi traduzida.
notice-outdated-link = Ler a versão mais recente { $language }
notice-machine = Este texto foi traduzido automaticamente e não foi revisto por ninguém.
notice-post-edited = Este texto foi traduzido automaticamente e revisto por uma pessoa.
notice-example = Isto é um exemplo. Mostra o aspeto de uma página destas e não descreve uma escola real.
notice-example-case = Isto é um exemplo. Mostra o aspeto de um estudo de caso destes e não descreve um caso real.
notice-mirror = Esta é uma cópia do sítio do MenSI, alojada por { $host }.
notice-mirror-origin = Ir para o sítio original
notice-draft = Esta página é um rascunho e não está publicada.

## Rodapé

funding = Este projeto recebeu financiamento do programa de investigação e inovação Horizonte 2020 da União Europeia ao abrigo da convenção de subvenção n.º{ "\u00A0" }{ $grant }.
disclaimer = Este sítio reflete apenas o ponto de vista dos autores. A Comissão Europeia não é responsável por qualquer utilização que possa ser feita das informações nele contidas.
emblem-alt = Bandeira da União Europeia
footer-about = Sobre o MenSI
footer-accessibility = Acessibilidade
footer-privacy = Privacidade
footer-licence = Licença
footer-licence-text = Salvo indicação em contrário, os textos deste sítio estão sob a licença { $licence }.
footer-contact = Contacto
footer-follow = Siga-nos
footer-sitemap = Todas as páginas
footer-updated = Última atualização do sítio

## Páginas sem conteúdo próprio

not-found-title = Página não encontrada
not-found-text = A página não existe ou mudou de lugar. Comece pela página inicial.
chooser-title = Escolha a sua língua
redirect-title = Esta página mudou de lugar
redirect-text = Esta página tem um novo endereço. Ir para a página
