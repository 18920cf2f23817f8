//! The enumerations of design section 3.

use crate::yaml::values;

values! { /// What a school does in the project.
"a role" Role { Mentor = "mentor", Mentee = "mentee", LearningLab = "learning-lab", } }
values! { /// National priorities that schools work on.
"a challenge" Challenge {
FlexibleLearningSpaces = "flexible-learning-spaces", SmallRuralSchools = "small-rural-schools",
PersonalisedLearning = "personalised-learning", StemRobotics = "stem-robotics",
SocialDisadvantage = "social-disadvantage", } }
values! { /// What helps mentoring to work.
"an enabler" Enabler {
Leadership = "leadership", SharedVision = "shared-vision", DigitalPolicy = "digital-policy",
MakingTime = "making-time", Mindset = "mindset", CommonTheme = "common-theme", ReachableGoal = "reachable-goal",
Resourcing = "resourcing", PeerLearning = "peer-learning", TacklingResistance = "tackling-resistance",
Sharing = "sharing", ExecutiveSupport = "executive-support", DistributedLeadership = "distributed-leadership",
TeacherTraining = "teacher-training", } }
values! { /// What moves schools to take part.
"an incentive" Incentive {
Time = "time", LicencesEquipment = "licences-equipment", Recognition = "recognition", Career = "career",
Funding = "funding", TravelCatering = "travel-catering", ProfessionalLearning = "professional-learning",
StudyVisits = "study-visits", } }
values! { /// What stands in the way.
"a barrier" Barrier {
TimeWorkload = "time-workload", MentorRole = "mentor-role", Expectations = "expectations",
Commitment = "commitment", WorkforceProfile = "workforce-profile", WorkplaceCulture = "workplace-culture", } }
values! { /// What schools do together.
"an activity" Activity {
ObservationVisit = "observation-visit", VirtualVisit = "virtual-visit", OnlineSupport = "online-support",
PeerExchange = "peer-exchange", Workshop = "workshop", Webinar = "webinar", SelfAssessment = "self-assessment", } }
values! { /// Levels of schooling.
"a level" Level {
Primary = "primary", LowerSecondary = "lower-secondary", UpperSecondary = "upper-secondary",
Vocational = "vocational", } }
values! { /// Who starts and steers the mentoring.
"an approach" Approach { TopDown = "top-down", BottomUp = "bottom-up", Blended = "blended", } }
values! { /// How the schools stand to each other.
"a model" Model { AdvancedLessAdvanced = "advanced-less-advanced", PeerToPeer = "peer-to-peer", } }
values! { /// Where the schools meet.
"a setting" Setting { Online = "online", FaceToFace = "face-to-face", Blended = "blended", } }
values! { /// How it came out.
"an outcome" Outcome { Successful = "successful", Mixed = "mixed", Unsuccessful = "unsuccessful", } }
values! { /// The domains of experience that the project's evidence covers.
"a domain" Domain { WholeSchool = "whole-school", Teacher = "teacher", Student = "student", Mentoring = "mentoring", } }
values! { /// Where the evidence comes from.
"a source of evidence" Evidence {
Survey = "survey", Interview = "interview", Observation = "observation", Diary = "diary", } }
values! { /// What a result is.
"a type of result" ResultType {
Report = "report", Course = "course", Toolkit = "toolkit", Instrument = "instrument", Video = "video",
Brochure = "brochure", } }
values! { /// Nature of a deliverable, as the grant agreement calls it.
"the nature of a deliverable" Nature { Report = "R", Prototype = "P", Demonstrator = "D", Other = "O", } }
values! { /// Dissemination level of a deliverable; files are published only where it is PU.
"a dissemination level" Dissemination {
Public = "PU", Restricted = "PP", Group = "RE", Confidential = "CO", EuRestricted = "EU-RES", } }
values! { /// What an organisation is.
"a type of organisation" OrganisationType {
Ministry = "ministry", Authority = "authority", School = "school", University = "university",
EuProject = "eu-project", WorkingGroup = "working-group", Private = "private", International = "international", } }
values! { /// What an organisation is to the project.
"a membership" Membership {
Coordinator = "coordinator", Partner = "partner", Advisory = "advisory", Related = "related", Funder = "funder", } }
values! { /// What an event is.
"a type of event" EventType {
Workshop = "workshop", Course = "course", Meeting = "meeting", Conference = "conference", Visit = "visit",
Webinar = "webinar", } }
values! { /// Whether an event takes place.
"the status of an event" EventStatus {
Planned = "planned", Held = "held", MovedOnline = "moved-online", Postponed = "postponed",
Cancelled = "cancelled", } }
values! { /// How a translation came about.
"the origin of a translation" Origin { Human = "human", Machine = "machine", PostEdited = "post-edited", } }
values! { /// Who an incentive is for.
"who receives an incentive" Recipient { Mentor = "mentor", Mentee = "mentee", } }
