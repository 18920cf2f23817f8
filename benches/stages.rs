//! What each stage of a build costs, on a small portal made in memory: `cargo bench --bench stages`, or with the name of
//! a stage after it. For whole builds beside Hugo's see `benches/compare`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use mensi_site::cache::Cache;
use mensi_site::config;
use mensi_site::diag::Diagnostics;
use mensi_site::foundation::{Day, Fingerprint, Hash, SourcePath};
use mensi_site::i18n::{self, LanguageSpec};
use mensi_site::io;
use mensi_site::model::Drafts;
use mensi_site::pipeline::{self, LinkStyle, Options};
use mensi_site::release::{Artifacts, Made, Previous};
use mensi_site::source::{self, Snapshot};

const LANGUAGES: [&str; 3] = ["en", "cs", "hu"];

/// How many documents of each sort the portal has.
const DOCUMENTS: usize = 200;

fn configuration() -> String {
    format!(
        "title: MenSI\nbase_url: https://portal.example/\ndefault_language: en\nlanguages: [{}]\n",
        LANGUAGES.join(", ")
    )
}

/// Case studies and schools in three languages, with the embedded theme.
fn portal() -> Snapshot {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("mensi.yaml"), configuration()).expect("a file");
    let mut snapshot = io::scan(folder.path()).expect("a site");
    let mut put = |path: String, text: String| {
        let path = SourcePath::new(&path).expect("a clean path");
        snapshot.files.insert(path, text.into_bytes().into());
    };
    for number in 0..DOCUMENTS {
        for lang in LANGUAGES {
            let source = lang == "en";
            let ending = if source { String::new() } else { format!(".{lang}") };
            let facts = |facts: String| if source { facts } else { String::new() };
            let school =
                facts(format!("role: mentee\ntown: Town {number}\ncountry: CZ\nchallenges: [stem-robotics]\n"));
            put(
                format!("content/schools/s-{number}{ending}.md"),
                format!("---\ntitle: School {number} in {lang}\nsummary: A school.\n{school}---\n\n{}", body(number)),
            );
            let case = facts(format!("date: 2022-0{}-11\napproach: blended\nschools: [s-{number}]\n", 1 + number % 9));
            put(
                format!("content/case-studies/c-{number}{ending}.md"),
                format!("---\ntitle: Case {number} in {lang}\nsummary: What happened.\n{case}---\n\n{}", body(number)),
            );
        }
    }
    snapshot
}

/// Some 2 KB of Markdown, as a communication team writes it.
fn body(number: usize) -> String {
    let mut text = String::new();
    for chapter in 0..4 {
        text += &format!("## Chapter {chapter} of {number}\n\n");
        text += "The mentors \"asked\" first, *then* showed what had worked; **four** schools came to see it. ";
        text += &format!("One of them was [this one](/schools/s-{}.md).\n\n", number / 2);
        text += "- a plan that everybody knows\n- time to meet, twice a month\n- [a tool](https://example.org/)\n\n";
        text += "| month | visits |\n|---|---:|\n| May | 3 |\n| June | 5 |\n\n";
    }
    text
}

fn options() -> Options {
    Options {
        as_of: Day::new(2026, 3, 31).expect("a day"),
        base_url: None,
        mirror: None,
        links: LinkStyle::Pages,
        drafts: Drafts::Hidden,
    }
}

fn stages(criterion: &mut Criterion) {
    let snapshot = portal();
    let config = config::read(&configuration(), &mut Diagnostics::new()).expect("a good configuration");
    let files = (DOCUMENTS * 2 * LANGUAGES.len()) as u64;

    let collect = |cache: &Cache, found: &mut Diagnostics| {
        let memos = source::Memos { parses: &cache.parses, groups: &cache.groups };
        source::collect(&snapshot, &config, &memos, found).documents.len()
    };

    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Elements(files));
    group.bench_function("from nothing", |bencher| {
        let found = &mut Diagnostics::new();
        bencher.iter_batched(Cache::default, |cache| black_box(collect(&cache, found)), BatchSize::PerIteration);
    });
    group.bench_function("remembered", |bencher| {
        let (cache, found) = (Cache::default(), &mut Diagnostics::new());
        collect(&cache, found);
        bencher.iter(|| black_box(collect(&cache, found)));
    });
    group.finish();

    criterion.bench_function("messages of three languages", |bencher| {
        let specs = LANGUAGES.map(|lang| {
            let lang = mensi_site::foundation::Lang::new(lang).expect("a tag");
            LanguageSpec { lang, locale: lang.to_string(), chain: Vec::new() }
        });
        let files = i18n::ftl_files(&snapshot, &["themes/mensi/i18n"]);
        bencher.iter(|| black_box(i18n::load(&specs, &files)));
    });

    let mut group = criterion.benchmark_group("build");
    group.sample_size(20);
    group.bench_function("all but the pages, from nothing", |bencher| {
        bencher.iter_batched(
            Cache::default,
            |cache| black_box(pipeline::build(&snapshot, &options(), &cache)),
            BatchSize::PerIteration,
        );
    });
    let cache = Cache::default();
    pipeline::build(&snapshot, &options(), &cache);
    group.bench_function("all but the pages, remembered", |bencher| {
        bencher.iter(|| black_box(pipeline::build(&snapshot, &options(), &cache)));
    });
    group.finish();

    let built = pipeline::build(&snapshot, &options(), &cache).value;
    let plan = built.plan.as_ref().expect("a good site");
    let paths = plan.paths();
    let mut group = criterion.benchmark_group("pages");
    group.throughput(Throughput::Elements(paths.len() as u64));
    group.sample_size(20);
    let make_all = |known: &dyn Fn(usize) -> Option<mensi_site::release::MadeFrom>| {
        let made = paths.iter().enumerate().map(|(number, path)| plan.make(path, known(number).map(Previous::gone)));
        made.filter(|made| matches!(made, Made::Known(_))).count()
    };
    group.bench_function("made", |bencher| bencher.iter(|| black_box(make_all(&|_| None))));
    let from: Vec<_> = paths
        .iter()
        .map(|path| match plan.make(path, None) {
            Made::New(from, _) | Made::Known(from) => from,
        })
        .collect();
    group.bench_function("known by their inputs", |bencher| {
        bencher.iter(|| assert_eq!(make_all(&|number| Some(from[number])), paths.len()));
    });
    group.bench_function("known by what they show", |bencher| {
        let other = |number: usize| {
            let inputs = Fingerprint::default();
            Some(mensi_site::release::MadeFrom { inputs, ..from[number] })
        };
        bencher.iter(|| assert_eq!(make_all(&other), paths.len()));
    });
    group.finish();

    let page: Arc<[u8]> = plan.render(paths[paths.len() / 2]).bytes.into();
    let mut group = criterion.benchmark_group("a page");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("hash", |bencher| bencher.iter(|| Hash::of(black_box(&page))));
    group.bench_function("fingerprint", |bencher| bencher.iter(|| Fingerprint::of_bytes(black_box(&page))));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
