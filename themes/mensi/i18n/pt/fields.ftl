## Todos os documentos

field-title = Título
field-summary = Resumo
field-date = Data
field-updated = Atualização
field-draft = Rascunho
field-publish-on = Publicado a partir de
field-expires-on = Publicado até
field-language = Língua
field-languages = Línguas
field-country = País
field-countries = Países
field-challenges = Desafios
field-image = Imagem
field-credit = Créditos
field-licence = Licença
field-example = Exemplo
field-website = Sítio Web
field-type = Tipo

## Escolas

field-role = Papel
field-cluster = Rede de escolas
field-town = Localidade
field-region = Região
field-location = Localização
field-levels = Níveis de ensino
field-pupils = Alunos
field-tools = Ferramentas digitais
field-selfie = Autorreflexão SELFIE
field-selfie-start = Feita no início
field-selfie-end = Feita no fim
field-listed-until = Listada até

## Redes de escolas

field-coordinator = Coordenação
field-theme = Tema
field-goal = Objetivo
field-diary = Diário
field-activity = Atividade
field-schools = Escolas

## Estudos de caso

field-approach = Abordagem
field-model = Modelo de mentoria
field-setting = Modalidade
field-activities = Atividades
field-outcome = Desfecho
field-domains = Domínios
field-evidence = Evidências
field-incentives = Incentivos
field-enablers = O que ajudou
field-barriers = O que dificultou
field-costs = Custos
field-amount = Montante
field-currency = Moeda
field-hours = Horas
field-results = Resultados
field-quotes = Testemunhos
field-anonymous = Anónimo

## Resultados

field-deliverable = Produto a entregar
field-work-package = Pacote de trabalho
field-nature = Natureza
field-dissemination = Nível de divulgação
field-lead = Responsável
field-author = Autor
field-authors = Autores
field-due = Prazo
field-versions = Versões
field-version = Versão
field-doi = DOI
field-url = Endereço
field-files = Ficheiros
field-format = Formato
field-figures = Números
field-value = Valor
field-unit = Unidade

## Publicações, países, organizações

field-organisation = Organização
field-cases = Estudos de caso
field-meeting = Reunião
field-partner = Parceiro do projeto
field-priorities = Prioridades nacionais
field-community = Comunidade de prática
field-enforcement = Acessibilidade: entidade de controlo
field-acronym = Sigla
field-membership = Papel no projeto
field-channels = Canais
field-network = Rede social
field-followers = Seguidores
field-as-of = Situação em

## Eventos

field-start = Início
field-end = Fim
field-when = Quando
field-place = Local
field-online = Em linha
field-status = Estado
field-audience = Público-alvo
field-register-url = Inscrição
field-report = Relatório
