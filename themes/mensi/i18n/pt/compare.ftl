## Comparação dos estudos de caso

compare-cases = Comparação dos estudos de caso
    .slug = comparacao
compare-summary = Todos os casos numa tabela. Podem filtrar-se por desfecho, país, abordagem e mais.
compare-table = Todos os casos
compare-filter = Filtrar os casos
compare-combine = Combinar com outros filtros
compare-shown = Casos mostrados: { $count } de { $total }
compare-examples-all = Todos os casos aqui apresentados são exemplos. As contagens desta página incluem-nos; os números do projeto, nunca.
compare-examples-some = Exemplos entre estes casos: { $count }. Estão na tabela, mas o que os casos têm em comum é contado sem eles.
compare-common = O que têm em comum os casos com este desfecho
compare-common-text = Contado em todos os casos de cada desfecho: o que pelo menos dois casos do primeiro têm em comum.
compare-common-feature = Característica
compare-common-link = O que estes casos têm em comum
compare-pick = Escolher
compare-hint = Escolha de dois a quatro casos.
compare-beside = Pôr lado a lado
compare-side = Lado a lado
compare-back = Voltar a todos os casos

cite-formats = Para gestores de referências
cite-no-date = s.d.
cite-list = Todas as referências desta lista
cite-example = Exemplo
share-address = Endereço desta página
share-mail = Enviar o endereço por e-mail
share-copy = Copiar
share-copied = Copiado

next-title = E a seguir
next-outcome = Comparar os casos com o mesmo desfecho
next-alike = Pô-lo ao lado dos casos mais parecidos
next-all = Comparar todos os estudos de caso
next-here = Comparar estes casos
next-cluster = Ir para o cluster
next-country = Ver o país inteiro
next-schools = Ver as escolas
next-result = Ler o resultado em que assenta
next-case = Ler um caso concreto
next-download = Descarregar
next-cite = Citar
next-events = Ver todos os eventos
next-results = Ver todos os resultados
