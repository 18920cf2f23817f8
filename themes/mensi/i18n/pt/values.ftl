kind-school = Escola
kind-cluster = Rede de escolas
kind-case-study = Estudo de caso
kind-result = Resultado
kind-policy-post = Publicação sobre políticas
kind-country = País
kind-organisation = Organização
kind-news = Notícia
kind-event = Evento
kind-term = Tema
kind-page = Página

role-mentor = Escola mentora
role-mentee = Escola mentoranda
role-learning-lab = Laboratório de aprendizagem

approach-top-down = Do topo para a base
approach-bottom-up = Da base para o topo
approach-blended = Mista
model-advanced-less-advanced = Uma escola mais avançada orienta escolas menos avançadas
model-peer-to-peer = Entre pares
setting-online = Em linha
setting-face-to-face = Presencial
setting-blended = Mista

activity-observation-visit = Visita de observação
activity-virtual-visit = Visita virtual
activity-online-support = Apoio em linha
activity-peer-exchange = Intercâmbio entre pares
activity-workshop = Oficina
activity-webinar = Webinário
activity-self-assessment = Autoavaliação

outcome-successful = Bem-sucedido
outcome-mixed = Parcialmente bem-sucedido
outcome-unsuccessful = Malsucedido
domain-whole-school = Toda a escola
domain-teacher = Professores
domain-student = Alunos
domain-mentoring = Mentoria
evidence-survey = Inquérito
evidence-interview = Entrevistas
evidence-observation = Observação
evidence-diary = Diário

challenge-flexible-learning-spaces = Espaços de aprendizagem flexíveis
challenge-small-rural-schools = Escolas pequenas e rurais
challenge-personalised-learning = Aprendizagem personalizada
challenge-stem-robotics = STEM e robótica
challenge-social-disadvantage = Desvantagem social

enabler-leadership = Liderança
enabler-shared-vision = Uma visão partilhada
enabler-digital-policy = Uma política digital
enabler-making-time = Criar tempo
enabler-mindset = Abertura de espírito
enabler-common-theme = Um tema comum
enabler-reachable-goal = Um objetivo alcançável
enabler-resourcing = Recursos
enabler-peer-learning = Aprendizagem entre pares
enabler-tackling-resistance = Lidar com a resistência
enabler-sharing = Partilha
enabler-executive-support = Apoio da direção
enabler-distributed-leadership = Liderança distribuída
enabler-teacher-training = Formação de professores

incentive-time = Tempo
incentive-licences-equipment = Licenças e equipamento
incentive-recognition = Reconhecimento
incentive-career = Carreira
incentive-funding = Financiamento
incentive-travel-catering = Deslocações e refeições
incentive-professional-learning = Desenvolvimento profissional
incentive-study-visits = Visitas de estudo

barrier-time-workload = Tempo e carga de trabalho
barrier-mentor-role = O papel do mentor
barrier-expectations = Expectativas
barrier-commitment = Compromisso
barrier-workforce-profile = Perfil do pessoal docente
barrier-workplace-culture = Cultura do local de trabalho

level-primary = 1.º e 2.º ciclos do ensino básico
level-lower-secondary = 3.º ciclo do ensino básico
level-upper-secondary = Ensino secundário
level-vocational = Ensino profissional

result-type-report = Relatório
result-type-course = Curso
result-type-toolkit = Conjunto de ferramentas
result-type-instrument = Instrumento de investigação
result-type-video = Vídeo
result-type-brochure = Brochura
nature-R = Relatório
nature-P = Protótipo
nature-D = Demonstração
nature-O = Outro
dissemination-PU = Público
dissemination-PP = Restrito a outros participantes no programa
dissemination-RE = Restrito a um grupo específico
dissemination-CO = Confidencial
dissemination-EU-RES = UE restrito

organisation-type-ministry = Ministério
organisation-type-authority = Entidade pública
organisation-type-school = Escola
organisation-type-university = Universidade
organisation-type-eu-project = Projeto europeu
organisation-type-working-group = Grupo de trabalho
organisation-type-private = Organização privada
organisation-type-international = Organização internacional
membership-coordinator = Coordenador
membership-partner = Parceiro
membership-advisory = Membro consultivo
membership-related = Iniciativa relacionada
membership-funder = Financiador

event-type-workshop = Oficina
event-type-course = Curso
event-type-meeting = Reunião
event-type-conference = Conferência
event-type-visit = Visita
event-type-webinar = Webinário
status-planned = Previsto
status-held = Realizado
status-moved-online = Passou a ser em linha
status-postponed = Adiado
status-cancelled = Cancelado

origin-human = Traduzido por uma pessoa
origin-machine = Traduzido automaticamente
origin-post-edited = Traduzido automaticamente e revisto por uma pessoa
country-international = Internacional

quote-role-mentor-head = Direção de uma escola mentora
quote-role-mentee-head = Direção de uma escola mentoranda
quote-role-mentor-teacher = Professor, escola mentora
quote-role-mentee-teacher = Professor, escola mentoranda
quote-role-coordinator = Coordenação da rede
quote-role-pupil = Aluno

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Gestão
work-package-2 = Documentação e análise de modelos de aprendizagem entre pares que envolvem toda a escola
work-package-3 = Construção e apoio da rede de mentoria
work-package-4 = Experimentação de abordagens de mentoria de toda a escola
work-package-5 = Documentação e análise da prática de mentoria
work-package-6 = Divulgação e sustentabilidade
work-package-7 = Requisitos éticos
