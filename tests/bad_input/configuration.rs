//! What mensi.yaml and a theme can say.

use super::{fixture, refused};

#[test]
fn configuration() {
    golden!(
        "configuration",
        "all that can be wrong at once": "
//- mensi.yaml
titel: MenSI
base_url: mensi.example.eu
default_language: de
languages: [en, cs, cs]
theme: plian
fallback: {cs: [hu], xx: [en]}
",
        "languages and mirrors": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: de
languages: [en, cs, cs]
theme: plain
fallback: {cs: [hu], xx: [en]}
locales: {cs: '?'}
mirrors:
  - {name: cz, base_url: https://mensi.example.cz/, languages: [cs, sk]}
  - {name: cz, base_url: https://mensi.example.cz/, languages: []}
",
        "a theme that is nearly there": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plian
",
        "yes and no": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
search: yes
cards: no
",
        "not UTF-8": "
//- mensi.yaml latin1
title: MenSI é
",
        "a legal page that is not there": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
legal: {privacy: abuot, accessibility: about}
project: {coordinator: eum, email: a@example.org}
",
        "a project that ends before it starts, after a mark": "
//- mensi.yaml bom
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: plain
project: {start: 2023-01, end: 2020-11}
",
    );
}

#[test]
fn theme() {
    golden!(
        "theme",
        "templates that do not parse, all of them": r#"
//- themes/plain/templates/document.html
{% extends "base.html" %}
{% block main %}
<h1>{{ document.title.text }</h1>
{% endblock main %}
//- themes/plain/templates/list.html
{% if list.pages %}
<p>
"#,
        "a template that extends nothing": r#"
//- themes/plain/templates/not-found.html
{% extends "bsae.html" %}
"#,
        "a template without its page": "
//- themes/plain/templates/list.html removed
",
        "a template that asks for what is not there": r#"
//- themes/plain/templates/not-found.html
<p>{{ page.tilte }}</p>
"#,
        "a theme that is its own parent": "
//- themes/plain/theme.yaml
name: plain
parent: plain
",
        "themes that are built on each other": "
//- themes/plain/theme.yaml
name: plain
parent: other
//- themes/other/theme.yaml
name: othr
parent: plain
",
        "a part of the frame that asks for what is not there": "
//- themes/plain/templates/frame/brand.html
<p>Welcome</p>
<b>{{ site.titel }}</b>
",
        "a folder of a theme that nothing reads, beside an error": "
//- themes/plain/template/frame/brand.html
<b>Mine</b>
//- themes/plain/templates/frame/brand.html
<b>{{ site.titel }}</b>
",
        "a theme without theme.yaml": "
//- mensi.yaml
title: MenSI
base_url: https://mensi.example.eu/
default_language: en
languages: [en, cs]
theme: ourselves
//- themes/ourselves/templates/frame/brand.html
<b>Mine</b>
",
        "a block that is not there, and one that is nearly": r#"
//- themes/plain/templates/school.html
{% extends "document.html" %}
{% block mian %}<p>Hello</p>{% endblock %}
//- themes/plain/templates/event.html
{# {% block none %} #}
{% extends "document.html" %}
{% block sidebar %}{% endblock %}
"#,
        "fields of what is not there": r#"
//- themes/plain/templates/not-found.html
<p>{{ paeg.title }}</p>
//- themes/plain/templates/event.html
<p>{{ document.image.alt.text }}</p>
//- themes/plain/templates/document.html
<p>{{ document.titel.text }}</p>
"#,
        "components, templates, functions and filters that are not there": r#"
//- themes/plain/templates/not-found.html
{{ <notice of={page} /> }} {% include "bsae.html" %}
{{ page.title | shout }} {{ asett(path="x") }}
"#,
        "a document.html without the blocks that the parent theme fills": r#"
//- themes/plain/theme.yaml
name: plain
parent: mensi
//- themes/plain/templates/list.html
{% extends "base.html" %}{% block main %}{% block groups %}{% endblock %}{% endblock %}
//- themes/plain/templates/base.html
{% block head %}{% endblock %}{% block main %}{% endblock %}{% block content %}{% endblock %}{% block og_type %}{% endblock %}
"#,
        "a component that is there already": r#"
//- themes/plain/theme.yaml
name: plain
parent: mensi
//- themes/plain/templates/base.html
{% block head %}{% endblock %}{% block main %}{% endblock %}{% block content %}{% endblock %}{% block og_type %}{% endblock %}
//- themes/plain/templates/document.html removed
//- themes/plain/templates/mine.html
{% component notices(of) %}<p>{{ of }}</p>{% endcomponent notices %}
"#,
        "a template that extends itself": r#"
//- themes/plain/templates/not-found.html
{% extends "not-found.html" %}
"#,
        "templates that nothing uses, and what browsers pass over, beside an error": r#"
//- themes/plain/templates/dokument.html
<p>{{ document.title.text }}</p>
//- themes/plain/templates/part.html
<p>Included</p>
//- themes/plain/templates/extra.css
p { color: red }
//- themes/plain/templates/not-found.html
{% extends "base.html" %}
{% block main %}
{% include "part.html" %}
<style>p { color: red }</style>
<p style="color: red" onclick="go()">{{ page.tilte }}</p>
<script>go()</script>
{% endblock %}
"#,
        "a template that calls an unknown message": r#"
//- themes/plain/templates/document.html
{% extends "base.html" %}
{% block main %}<p>{{ t(id="read-mroe") }}</p>{% endblock main %}
"#,
        "a template that names an unknown file": r#"
//- themes/plain/static/site.css
p { color: black }
//- themes/plain/templates/not-found.html
<link rel="stylesheet" href="{{ site.root }}{{ asset(path="stie.css") }}">
"#,
        "a stylesheet that names an unknown file": "
//- themes/plain/static/site.css
p { background: url(paper.png) }
",
        "a theme that is built on one that is not there": "
//- themes/plain/theme.yaml
name: plain
parent: mensy
",
        "messages that do not parse": "
//- i18n/en/mine.ftl
fine = Fine
broken = { $count ->
another = Another
= nothing
",
        "a message of the site that fails where it is used": r#"
//- i18n/en/mine.ftl
skip-link = To the { $place }
"#,
        "messages that are not UTF-8": "
//- i18n/cs/mine.ftl latin1
skip-link = Pøejít
",
    );
}
