//! The View of a document.

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::foundation::Lang;
use crate::i18n::Arg;
use crate::model::{DocIx, LangIx};
use crate::source::facts::{Facts, Figure, FileRef};
use crate::source::{Document, Kind};
use crate::yaml::Step;

use super::cards::Cards;
use super::cx::{Cx, Here};
use super::figures::{self, Counts};
use super::files::{Files, Picture};
use super::pictures;
use super::relations::relations;
use super::resolve::NOT_SHOWN;
use super::views::*;

/// What all documents of a language are made with.
pub struct Materials<'a> {
    pub cards: &'a Cards,
    pub files: &'a Files,
}

/// The View of a document for readers of `here.lang`.
pub fn document(
    cx: &Cx,
    materials: &Materials<'_>,
    here: &Here,
    ix: DocIx,
    body: Body,
    findings: &mut Diagnostics,
) -> DocumentView {
    let document = cx.site.get(ix);
    let lang = here.lang;
    let kind = document.kind.as_str();
    let mut view = DocumentView {
        id: document.id.to_string(),
        kind,
        kind_label: cx.word(lang, "kind", kind),
        title: cx.title(lang, ix).clone(),
        summary: cx.summary(lang, ix).clone(),
        state: cx.state(lang, ix).as_str(),
        body,
        image: image(cx, materials.files, here, ix, findings),
        date: document.common.date.map(|date| cx.date(lang, date)),
        updated: document.common.updated.map(|date| cx.date(lang, date)),
        facts: super::facts::facts(cx, here, ix),
        figures: Vec::new(),
        quotes: Vec::new(),
        diary: Vec::new(),
        costs: Vec::new(),
        files: Vec::new(),
        versions: Vec::new(),
        relations: relations(cx, materials.cards, here, ix),
        calendar: None,
        licence: document.common.licence.as_deref().map(licence),
        citation: super::cite::citation(cx, lang, ix),
        next: super::next::of_document(cx, here, ix),
        example: document.common.example,
        extra: Extra(document.common.extra.0.clone()),
    };
    match &document.facts {
        Facts::Cluster(cluster) => {
            let mut entries: Vec<_> = cluster.diary.iter().collect();
            entries.sort_by_key(|entry| entry.date.map(|date| date.first_day()));
            view.diary = entries
                .into_iter()
                .map(|entry| DiaryView {
                    id: entry.id.0.clone(),
                    date: entry.date.map(|date| cx.date(lang, date)),
                    activity: entry.activity.map(|value| cx.word(lang, "activity", value.as_str())),
                    setting: entry.setting.map(|value| cx.word(lang, "setting", value.as_str())),
                    words: cx.entry(lang, ix, &entry.id.0),
                    schools: entry
                        .schools
                        .iter()
                        .filter_map(|id| cx.site.find(Kind::School, id.as_str()))
                        .filter_map(|school| {
                            let href = cx.document_href(here, school)?.0;
                            Some(Link { title: cx.title(lang, school).clone(), href })
                        })
                        .collect(),
                })
                .collect();
        }
        Facts::CaseStudy(case) => {
            view.costs = case
                .costs
                .iter()
                .map(|cost| CostView {
                    id: cost.id.0.clone(),
                    words: cx.entry(lang, ix, &cost.id.0),
                    amount: cost.amount.map(|amount| cx.money(lang, amount, cost.currency.as_deref())),
                    hours: cost.hours.map(|hours| cx.t(lang, "count-hours", &[("count", Arg::Number(hours))])),
                })
                .collect();
            view.quotes = case
                .quotes
                .iter()
                .map(|quote| QuoteView { text: cx.entry(lang, ix, &quote.id.0), role: role(cx, lang, ix, &quote.role) })
                .collect();
        }
        Facts::Result(result) => {
            let figures: Vec<&Figure> = result.figures.iter().collect();
            let bars = figures::bars(&figures, Counts::Apart);
            let figures = figures.into_iter().zip(bars);
            view.figures = figures
                .map(|(figure, bar)| {
                    let shown_as = if bar.is_some() { "bar" } else { "number" };
                    FigureView { bar, shown_as, ..figure_view(cx, lang, ix, figure) }
                })
                .collect();
            view.files = result
                .files
                .iter()
                .enumerate()
                .filter_map(|(number, file)| file_view(cx, materials.files, here, ix, number, file, findings))
                .collect();
            view.versions = result
                .versions
                .iter()
                .map(|version| VersionView {
                    version: version.version.clone(),
                    status: version.status.as_ref().map(|status| cx.text(lang, status, document.language)),
                    date: version.date.map(|date| cx.date(lang, date)),
                })
                .collect();
        }
        Facts::Event(event) if super::calendar::days(event).is_some() => {
            let route = cx.site.route(ix, lang).expect("a page that is made has an address");
            view.calendar = Some(cx.file_href(here, &format!("{route}event.ics")));
        }
        _ => {}
    }
    view
}

/// A role in the reader's language where it is one that the interface knows, else as it was written.
fn role(cx: &Cx, lang: LangIx, ix: DocIx, role: &str) -> Text {
    let id = format!("quote-role-{role}");
    if crate::foundation::is_slug(role) && cx.interface(lang).has(&id) {
        Text::plain(cx.t(lang, &id, &[]))
    } else {
        cx.text(lang, role, cx.site.get(ix).language)
    }
}

/// A number with its unit: percent, a currency, or none.
fn figure_value(cx: &Cx, lang: LangIx, value: f64, unit: Option<&str>) -> String {
    let interface = cx.interface(lang);
    match unit {
        None => interface.number(value),
        Some("percent" | "%") => interface.percent(value),
        Some(currency) if currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase()) => {
            interface.currency(value, currency)
        }
        Some(unit) => format!("{}\u{a0}{unit}", interface.number(value)),
    }
}

/// A figure in words, without the bar that it has among others.
pub fn figure_view(cx: &Cx, lang: LangIx, ix: DocIx, figure: &Figure) -> FigureView {
    let total = figure.of.filter(|of| *of != 0.0);
    FigureView {
        id: figure.id.0.clone(),
        value: figure_value(cx, lang, figure.value, figure.unit.as_deref()),
        number: Exact(figure.value),
        of: total.map(|of| figure_value(cx, lang, of, figure.unit.as_deref())),
        share: total.map(|of| cx.interface(lang).percent((100.0 * figure.value / of).round())),
        words: cx.entry(lang, ix, &figure.id.0),
        bar: None,
        shown_as: "number",
    }
}

fn file_view(
    cx: &Cx,
    files: &Files,
    here: &Here,
    ix: DocIx,
    number: usize,
    file: &FileRef,
    findings: &mut Diagnostics,
) -> Option<FileView> {
    let document = cx.site.get(ix);
    let lang_name = |lang: Lang| cx.language_name(here.lang, lang);
    let (href, external, name, size) = match (&file.file, &file.url) {
        (Some(path), _) => {
            let name = path.as_str();
            let found = files.find(document, name).or_else(|| files.find(document, &format!("/{name}")));
            let Some(found) = found else {
                let path = [Step::field("files"), Step::Item(number), Step::field("file")];
                findings.push(missing_file(document, document.source().file.front_matter().span(&path), name));
                return None;
            };
            let size =
                cx.t(here.lang, "file-size", &[("kilobytes", Arg::Number((found.file.size() as f64 / 1000.0).ceil()))]);
            (cx.file_href(here, &found.out), false, name.rsplit('/').next().unwrap_or(name).to_owned(), Some(size))
        }
        (None, Some(url)) => {
            let host = url.as_str().split('/').nth(2).unwrap_or_default().to_owned();
            (url.as_str().to_owned(), true, host, None)
        }
        (None, None) => return None,
    };
    Some(FileView {
        href,
        external,
        name,
        format: file.format.as_ref().map(|format| format.to_uppercase()),
        language: file.language,
        language_name: file.language.map(lang_name),
        size,
    })
}

fn missing_file(document: &Document, span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("missing-file", format!("there is no file `{name}`"))
        .at(span)
        .help(where_files_go(document, name))
}

/// Where a file has to be for a document to have it.
pub fn where_files_go(document: &Document, name: &str) -> String {
    let inner = match name.contains("..") {
        true => name.rsplit('/').next().unwrap_or(name),
        false => name.trim_start_matches('/'),
    };
    match &document.folder {
        Some(folder) if !name.starts_with('/') => {
            format!("put the file into the folder {folder}; or put it into static/ and write `/{inner}`")
        }
        _ if name.starts_with('/') => format!("put the file at static/{inner}, or correct the name"),
        // Only a document with a folder has files of its own.
        _ => {
            let path = &document.source().file.path;
            let stem = path.as_str().trim_end_matches(".md");
            format!(
                "put the file into static/ and write `/{inner}`; or give the document a folder of its own: rename {path} to \
                 {stem}/index.md, and put the file beside it"
            )
        }
    }
}

fn image(cx: &Cx, files: &Files, here: &Here, ix: DocIx, findings: &mut Diagnostics) -> Option<ImageView> {
    let document = cx.site.get(ix);
    let image = document.common.image.as_ref()?;
    let name = image.file.as_str();
    let found = files.find(document, name).or_else(|| files.find(document, &format!("/{name}")));
    let Some(found) = found else {
        let path = [Step::field("image"), Step::field("file")];
        findings.push(missing_file(document, document.source().file.front_matter().span(&path), name));
        return None;
    };
    let shape = match &found.picture {
        Some(Picture::Usable(shape)) => shape,
        // What is wrong with it is told already; this site is not published.
        Some(Picture::Unusable) => return None,
        None => {
            let path = [Step::field("image"), Step::field("file")];
            let finding = Diagnostic::error("no-picture", format!("`{name}` is not a picture that pages can show"));
            let span = document.source().file.front_matter().span(&path);
            findings.push(finding.at(span).help(NOT_SHOWN));
            return None;
        }
    };
    let pictures::Sources { src, srcset } = pictures::sources(&found.out, shape, |path| cx.file_href(here, path));
    Some(ImageView {
        href: src,
        srcset,
        sizes: pictures::COLUMN,
        width: shape.width,
        height: shape.height,
        alt: cx
            .first(here.lang, ix, |text| text.words.image_alt.as_deref())
            .unwrap_or(Text { text: String::new(), lang: None }),
        caption: cx.first(here.lang, ix, |text| text.words.image_caption.as_deref()),
        credit: image.credit.clone(),
        licence: image.licence.as_deref().map(|spdx| licence(spdx).title.text.clone()),
    })
}

/// The name and the deed of a licence by its SPDX id.
pub fn licence(spdx: &str) -> Link {
    let href = match spdx.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-')) {
        Some((elements, version)) => {
            format!("https://creativecommons.org/licenses/{}/{version}/", elements.to_lowercase())
        }
        None => format!("https://spdx.org/licenses/{spdx}.html"),
    };
    let name = spdx.replace('-', " ").replacen("CC BY SA", "CC BY-SA", 1).replacen("CC BY NC SA", "CC BY-NC-SA", 1);
    Link { title: Repeated::own(Text::plain(name)), href }
}
