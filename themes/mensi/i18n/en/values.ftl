### What the values of facts are called: `<fact>-<value>`, with the value as it stands in the front matter. No variables.

kind-school = School
kind-cluster = Cluster
kind-case-study = Case study
kind-result = Result
kind-policy-post = Policy post
kind-country = Country
kind-organisation = Organisation
kind-news = News
kind-event = Event
kind-term = Subject
kind-page = Page

role-mentor = Mentor school
role-mentee = Mentee school
role-learning-lab = Learning lab

approach-top-down = Top-down
approach-bottom-up = Bottom-up
approach-blended = Blended
model-advanced-less-advanced = A more advanced school mentors less advanced ones
model-peer-to-peer = Peer to peer
setting-online = Online
setting-face-to-face = Face to face
setting-blended = Blended

activity-observation-visit = Observation visit
activity-virtual-visit = Virtual visit
activity-online-support = Online support
activity-peer-exchange = Peer exchange
activity-workshop = Workshop
activity-webinar = Webinar
activity-self-assessment = Self-assessment

outcome-successful = Successful
outcome-mixed = Mixed
outcome-unsuccessful = Unsuccessful
domain-whole-school = Whole school
domain-teacher = Teachers
domain-student = Students
domain-mentoring = Mentoring
evidence-survey = Survey
evidence-interview = Interviews
evidence-observation = Observation
evidence-diary = Diary

challenge-flexible-learning-spaces = Flexible learning spaces
challenge-small-rural-schools = Small and rural schools
challenge-personalised-learning = Personalised learning
challenge-stem-robotics = STEM and robotics
challenge-social-disadvantage = Social disadvantage

enabler-leadership = Leadership
enabler-shared-vision = A shared vision
enabler-digital-policy = A digital policy
enabler-making-time = Making time
enabler-mindset = An open mindset
enabler-common-theme = A common theme
enabler-reachable-goal = A reachable goal
enabler-resourcing = Resources
enabler-peer-learning = Peer learning
enabler-tackling-resistance = Tackling resistance
enabler-sharing = Sharing
enabler-executive-support = Support from the top
enabler-distributed-leadership = Distributed leadership
enabler-teacher-training = Teacher training

incentive-time = Time
incentive-licences-equipment = Licences and equipment
incentive-recognition = Recognition
incentive-career = Career
incentive-funding = Funding
incentive-travel-catering = Travel and catering
incentive-professional-learning = Professional learning
incentive-study-visits = Study visits

barrier-time-workload = Time and workload
barrier-mentor-role = The role of the mentor
barrier-expectations = Expectations
barrier-commitment = Commitment
barrier-workforce-profile = Profile of the staff
barrier-workplace-culture = Culture of the workplace

level-primary = Primary
level-lower-secondary = Lower secondary
level-upper-secondary = Upper secondary
level-vocational = Vocational

result-type-report = Report
result-type-course = Course
result-type-toolkit = Toolkit
result-type-instrument = Research instrument
result-type-video = Video
result-type-brochure = Brochure
nature-R = Report
nature-P = Prototype
nature-D = Demonstrator
nature-O = Other
dissemination-PU = Public
dissemination-PP = Restricted to other programme participants
dissemination-RE = Restricted to a specified group
dissemination-CO = Confidential
dissemination-EU-RES = EU restricted

organisation-type-ministry = Ministry
organisation-type-authority = Public authority
organisation-type-school = School
organisation-type-university = University
organisation-type-eu-project = European project
organisation-type-working-group = Working group
organisation-type-private = Private organisation
organisation-type-international = International organisation
membership-coordinator = Coordinator
membership-partner = Partner
membership-advisory = Advisory member
membership-related = Related initiative
membership-funder = Funder

event-type-workshop = Workshop
event-type-course = Course
event-type-meeting = Meeting
event-type-conference = Conference
event-type-visit = Visit
event-type-webinar = Webinar
status-planned = Planned
status-held = Held
status-moved-online = Moved online
status-postponed = Postponed
status-cancelled = Cancelled

origin-human = Translated by a person
origin-machine = Translated by a machine
origin-post-edited = Translated by a machine, checked by a person
country-international = International

quote-role-mentor-head = Head of a mentor school
quote-role-mentee-head = Head of a mentee school
quote-role-mentor-teacher = Teacher, mentor school
quote-role-mentee-teacher = Teacher, mentee school
quote-role-coordinator = Cluster coordinator
quote-role-pupil = Pupil

network-facebook = Facebook
network-twitter = Twitter
network-linkedin = LinkedIn
network-youtube = YouTube
network-instagram = Instagram

work-package-1 = Management
work-package-2 = Document and analyse whole-school peer-learning models
work-package-3 = Mentoring network building and support
work-package-4 = Experimenting with whole-school mentoring approaches
work-package-5 = Documentation and analysis of mentoring practice
work-package-6 = Dissemination and sustainability
work-package-7 = Ethics requirements
