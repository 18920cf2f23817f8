//! What machines are told of documents (schema.org), word for word: names that are written by hand.

mod common;

use std::fmt::Write;

use common::{fixture, options, pages, with_theme};

const SITE: &str = "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
fallback: {cs: [en]}
theme: plain
//- content/index.md
---
title: Home
---
Text.
//- content/schools/cz-1.md
---
title: ZŠ \"Lipová\" & <přátelé>
summary: A school.
language: cs
role: mentor
cluster: cz-1
country: CZ
town: Olomouc
region: Haná
location: {lat: 49.59, lon: 17.2}
website: https://school.example.cz/?a=1&b=2
---
//- content/case-studies/a.md
---
title: A case
date: 2021-05
updated: 2022-01-02
licence: CC-BY-4.0
---
Text.
//- content/results/d5-2.md
---
title: A report
deliverable: D5.2
type: report
authors: [Ann, Bob]
url: https://reports.example.eu/d52
---
Text.
//- content/organisations/eun.md
---
title: European Schoolnet
acronym: EUN
website: https://eun.example.eu/
---
//- content/policy-exchange/b.md
---
title: A post
author: Ministry
date: 2021-06-01
---
Text.
//- content/events/c.md
---
title: A meeting
start: 2021-09-01
end: 2021-09-02
place: Lisbon
status: postponed
---
//- content/events/d.md
---
title: A webinar
start: 2021-10-01
online: true
---
//- content/news/e.md
---
title: News
date: 2021
---
Text.
//- content/schools/example.md
---
title: An example
role: mentee
cluster: cz-1
country: CZ
example: true
---
";

#[test]
fn what_machines_are_told() {
    let pages = pages(&with_theme(fixture(SITE)), &options());
    let mut told = String::new();
    for (path, html) in pages.iter().filter(|(path, _)| path.starts_with("en/") || path.starts_with("cs/skoly/cz-1")) {
        for json in html.split("<script type=\"application/ld+json\">").skip(1) {
            let json = json.split("</script>").next().expect("its end");
            let read: serde_json::Value = serde_json::from_str(json).expect("JSON");
            let shown = serde_json::to_string_pretty(&read["@graph"][0]).expect("JSON");
            writeln!(told, "{path}\n{shown}").expect("a String takes everything");
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("structured-data", told.trim_end());
    });
    // The way to a page, and what could end the element.
    let school = &pages["cs/skoly/cz-1/index.html"];
    assert!(school.contains("\\u0026 \\u003cpřátelé\\u003e"), "{school}");
    assert!(school.contains(
        "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"position\":1,\"name\":"
    ));
}
