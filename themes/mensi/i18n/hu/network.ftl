overview-map = A hálózat térképe
    .slug = terkep
overview-map-text = Hol vannak az iskolák, és melyek dolgoznak együtt. A térkép alatt országonként az összes iskola szerepel.
overview-timeline = Idővonal
    .slug = idovonal
overview-timeline-text = Mikor jelentek meg az eredmények, és mikor voltak az események, munkacsomagonként. Aminek a forrásokban nincs dátuma, az nem szerepel rajta.

map-label = Európa térképe a hálózat iskoláival
map-country-label = Térkép a hálózat iskoláival: { $country }
map-no-country = Ország nélkül
map-list = Az összes iskola országonként
map-ray = Egy klaszterben dolgoznak együtt
map-source = Partvonalak és határok: Natural Earth (közkincs)
home-map = Hol vannak az iskolák

drawing-caption = Egy mentoriskola és { $each ->
    [one] { $each } mentorált iskola
   *[other] { $each } mentorált iskola
} alkot egy klasztert, { $clusters ->
    [one] { $clusters } klaszter
   *[other] { $clusters } klaszter
} pedig a hálózatot. Forrás:
drawing-uneven = { $clusters ->
    [one] { $clusters } klaszter
   *[other] { $clusters } klaszter
} egy-egy mentoriskolával és összesen { $mentees ->
    [one] { $mentees } mentorált iskolával
   *[other] { $mentees } mentorált iskolával
}. Forrás:

timeline-label = Eredmények és események munkacsomagonként
timeline-list = Időrendben
timeline-undated = Dátum nélkül
timeline-about = Csak a hónap vagy az év ismert
