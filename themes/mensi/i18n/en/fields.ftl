### Labels of facts: `field-` and the fact's name, with `-` for `_`. No variables.

## Of every document

field-title = Title
field-summary = Summary
field-date = Date
field-updated = Updated
field-draft = Draft
field-publish-on = Published from
field-expires-on = Published until
field-language = Language
field-languages = Languages
field-country = Country
field-countries = Countries
field-challenges = Challenges
field-image = Picture
field-credit = Credit
field-licence = Licence
field-example = Example
field-website = Website
field-type = Type

## Schools

field-role = Role
field-cluster = Cluster
field-town = Town
field-region = Region
field-location = Location
field-levels = Levels of education
field-pupils = Pupils
field-tools = Digital tools
field-selfie = SELFIE self-reflection
field-selfie-start = Done at the start
field-selfie-end = Done at the end
field-listed-until = Listed until

## Clusters

field-coordinator = Coordinator
field-theme = Theme
field-goal = Goal
field-diary = Diary
field-activity = Activity
field-schools = Schools

## Case studies

field-approach = Approach
field-model = Mentoring model
field-setting = Setting
field-activities = Activities
field-outcome = Outcome
field-domains = Domains
field-evidence = Evidence
field-incentives = Incentives
field-enablers = What helped
field-barriers = What stood in the way
field-costs = Costs
field-amount = Amount
field-currency = Currency
field-hours = Hours
field-results = Results
field-quotes = Voices
field-anonymous = Anonymous

## Results

field-deliverable = Deliverable
field-work-package = Work package
field-nature = Nature
field-dissemination = Dissemination level
field-lead = Lead
field-author = Author
field-authors = Authors
field-due = Due
field-versions = Versions
field-version = Version
field-doi = DOI
field-url = Address
field-files = Files
field-format = Format
field-figures = Figures
field-value = Value
field-unit = Unit

## Policy posts, countries, organisations

field-organisation = Organisation
field-cases = Case studies
field-meeting = Meeting
field-partner = Project partner
field-priorities = National priorities
field-community = Community of practice
field-enforcement = Accessibility: enforcement body
field-acronym = Acronym
field-membership = Part in the project
field-channels = Channels
field-network = Network
field-followers = Followers
field-as-of = As of

## Events

field-start = Start
field-end = End
field-when = When
field-place = Place
field-online = Online
field-status = Status
field-audience = Audience
field-register-url = Registration
field-report = Report
