//! Related documents, both ways: what a document names, and what names it.

use crate::model::{DocIx, Via};
use crate::source::facts::Facts;
use crate::source::values::Role;

use super::cards::Cards;
use super::cx::{Cx, Here};
use super::views::{Level, Relation};

/// The groups of documents that a document is related to, in the order in which a reader wants them; never empty ones.
pub fn relations(cx: &Cx, cards: &Cards, here: &Here, ix: DocIx) -> Vec<Relation> {
    groups(cx, ix)
        .into_iter()
        .filter_map(|(key, mut documents)| {
            let mut seen = std::collections::BTreeSet::new();
            documents.retain(|document| *document != ix && seen.insert(*document));
            let cards: Vec<_> =
                documents.into_iter().filter_map(|document| cards.at(cx, here, Level::Three, document)).collect();
            (!cards.is_empty()).then(|| Relation { key, title: cx.word(here.lang, "relation", key), cards })
        })
        .collect()
}

fn groups(cx: &Cx, ix: DocIx) -> Vec<(&'static str, Vec<DocIx>)> {
    let site = &cx.site;
    let out = |via| site.references(ix, via).collect::<Vec<_>>();
    let back = |via| site.referrers(ix, via).collect::<Vec<_>>();
    let cases = |documents: Vec<DocIx>| only(cx, documents, |facts| matches!(facts, Facts::CaseStudy(_)));
    let posts = |documents: Vec<DocIx>| only(cx, documents, |facts| matches!(facts, Facts::PolicyPost(_)));
    match &site.get(ix).facts {
        Facts::School(school) => {
            let members: Vec<DocIx> =
                out(Via::Cluster).into_iter().flat_map(|cluster| site.referrers(cluster, Via::Cluster)).collect();
            let (mentors, mentees) = (with_role(cx, &members, Role::Mentor), with_role(cx, &members, Role::Mentee));
            let partners = if school.role == Role::Mentor { ("mentees", mentees) } else { ("partners", mentees) };
            let mentor = if school.role == Role::Mentor { Vec::new() } else { mentors };
            vec![
                ("cluster", out(Via::Cluster)),
                ("mentor", mentor),
                partners,
                ("case-studies", cases(back(Via::Schools))),
            ]
        }
        Facts::Cluster(_) => {
            let members = back(Via::Cluster);
            vec![
                ("mentor", with_role(cx, &members, Role::Mentor)),
                ("mentees", with_role(cx, &members, Role::Mentee)),
                ("learning-labs", with_role(cx, &members, Role::LearningLab)),
                ("case-studies", cases(members)),
            ]
        }
        Facts::CaseStudy(_) => {
            vec![("schools", out(Via::Schools)), ("results", out(Via::Results)), ("posts", back(Via::Cases))]
        }
        Facts::Result(_) => vec![
            ("case-studies", cases(back(Via::Results))),
            ("posts", posts(back(Via::Results))),
            ("events", back(Via::Report)),
        ],
        Facts::PolicyPost(_) => vec![
            ("case-studies", out(Via::Cases)),
            ("results", out(Via::Results)),
            ("meeting", out(Via::Meeting)),
            ("organisation", out(Via::Organisation)),
        ],
        Facts::Country(_) => vec![("partner", out(Via::Partner))],
        Facts::Organisation(_) => vec![
            ("countries", back(Via::Partner)),
            ("results", back(Via::Lead)),
            ("posts", back(Via::Organisation)),
            ("clusters", back(Via::Coordinator)),
        ],
        Facts::Event(_) => vec![("report", out(Via::Report)), ("posts", back(Via::Meeting))],
        Facts::Page(_) | Facts::None => Vec::new(),
    }
}

fn only(cx: &Cx, documents: Vec<DocIx>, keep: impl Fn(&Facts) -> bool) -> Vec<DocIx> {
    documents.into_iter().filter(|document| keep(&cx.site.get(*document).facts)).collect()
}

fn with_role(cx: &Cx, documents: &[DocIx], role: Role) -> Vec<DocIx> {
    only(cx, documents.to_vec(), |facts| matches!(facts, Facts::School(school) if school.role == role))
}
