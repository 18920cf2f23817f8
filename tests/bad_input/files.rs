//! What a file can be called, where it can stand, and what it can be.

use super::{fixture, refused};

#[test]
fn files_and_languages() {
    golden!(
        "files-and-languages",
        "a language that is not configured": "
//- content/about.hu.md
---
title: Rólunk
---
",
        "a language that is nearly one": "
//- content/schools/cz-mentor.cz.md
---
title: ZŠ Lipová
---
",
        "a source in a language that is not configured": "
//- content/news/extra.md
---
title: Obavijest
language: hr
---
",
        "two files for one language: the source and a translation": "
//- content/about.en.md
---
title: About us
---
",
        "two files for one language: a file and a folder": "
//- content/about/index.md
---
title: About us
---
",
        "a translation without a source": "
//- content/news/second.cs.md
---
title: Druhá zpráva
---
",
        "dots in a name": "
//- content/news/report-1.2.final.md
---
title: Report
---
",
        "a name that cannot be an address": "
//- content/news/Naše_škola.md
---
title: Škola
---
",
        "a kind that is not there": "
//- content/terms/enabler/leadership.md
---
title: Leadership
---
",
        "a file too deep in a section": "
//- content/schools/cz/olomouc/lipova.md
---
title: Lipová
---
",
        "folders that are nearly called as sections are, beside an error": "
//- content/nwes/first.md
---
title: First
---
//- content/nwes/second.md
---
title: Second
---
//- content/case-study/first.md
---
title: First
---
//- content/school.md
---
title: A school of our own
---
//- content/school/garden.md
---
title: Its garden
---
//- content/news/page.md
---
title: Page
---
",
        "texts whose names do not end in .md, beside an error": "
//- content/news/visit.MD
---
title: Visit
---
//- content/news/second.md.txt
---
title: Second
---
//- content/news/page.md
---
title: Page
---
",
        "a page with the name of a page of a list": "
//- content/news/page.md
---
title: Page
---
",
    );
}

#[cfg(unix)]
#[test]
fn links_on_disk() {
    golden!(
        "links-on-disk",
        "a link to a file out of the tree": "
//- content/news/passwd.md -> /etc/passwd
",
        "a link to a folder out of the tree": "
//- content/everything -> ../..
",
        "a link that leads nowhere": "
//- content/news/gone.md -> nothing.md
",
        "a link into the output": "
//- static/home.html -> ../public/en/index.html
",
    );
}
