### Names of the sections, and their addresses: small letters without accents, digits and `-`. An address that is
### changed breaks the links that others have set. No variables.

section-schools = Schools
    .slug = schools
section-case-studies = Case studies
    .slug = case-studies
section-results = Results
    .slug = results
section-policy-exchange = Mentoring Policy Exchange
    .slug = policy-exchange
section-clusters = Clusters
    .slug = clusters
section-countries = Countries
    .slug = countries
section-organisations = Organisations
    .slug = organisations
section-news = News
    .slug = news
section-events = Events
    .slug = events
section-challenges = Challenges
    .slug = challenges
section-enablers = What helps
    .slug = enablers
section-incentives = Incentives
    .slug = incentives
section-barriers = Barriers
    .slug = barriers
section-activities = Activities
    .slug = activities
section-levels = Levels of education
    .slug = levels
section-work-packages = Work packages
    .slug = work-packages
section-search = Search
    .slug = search
