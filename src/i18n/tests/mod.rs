use std::cmp::Ordering;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use proptest::prelude::*;

use super::formats::{icu_locale, integer_categories};
use super::*;
use crate::foundation::Date;

mod findings;

static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/mensi/i18n");

const LOCALES: [(&str, &str); 7] = [
    ("en", "en-GB"),
    ("nl", "nl-BE"),
    ("hr", "hr-HR"),
    ("cs", "cs-CZ"),
    ("hu", "hu-HU"),
    ("it", "it-IT"),
    ("pt", "pt-PT"),
];

fn lang(tag: &str) -> Lang {
    Lang::new(tag).expect("a tag")
}

fn spec(tag: &str) -> LanguageSpec {
    let locale = LOCALES.iter().find(|(lang, _)| *lang == tag).map_or(tag, |(_, locale)| locale);
    LanguageSpec { lang: lang(tag), locale: locale.to_owned(), chain: Vec::new() }
}

/// The theme's files, then those of the site.
fn snapshot(site: &[(&str, &str)]) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let mut put = |path: String, bytes: &[u8]| {
        snapshot.files.insert(SourcePath::new(&path).expect("clean"), bytes.into());
    };
    for file in THEME.dirs().flat_map(Dir::files) {
        put(format!("themes/mensi/i18n/{}", file.path().display()), file.contents());
    }
    for (path, text) in site {
        put(format!("i18n/{path}"), text.as_bytes());
    }
    snapshot
}

fn theme(site: &[(&str, &str)]) -> Warned<Interfaces> {
    let specs: Vec<LanguageSpec> = LOCALES.iter().map(|(tag, _)| spec(tag)).collect();
    load(&specs, &ftl_files(&snapshot(site), &["themes/mensi/i18n", "i18n"]))
}

fn say(interfaces: &Interfaces, tag: &str, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    interfaces.get(lang(tag)).message(id, args).unwrap_or_else(|error| panic!("{error}")).into_owned()
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A locale's no-break spaces made visible.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], "_")
}

#[test]
fn the_theme_is_whole_in_all_its_languages() {
    let loaded = theme(&[]);
    assert_eq!(loaded.findings.sorted(), []);
    let keys = |interface: &Interface| interface.chain_keys();
    let english = keys(loaded.value.get(lang("en")));
    assert!(english.len() > 500);
    for interface in loaded.value.iter() {
        assert_eq!(keys(interface), english, "{}", interface.lang());
        assert!(english.iter().all(|key| interface.message_lang(key) == Some(interface.lang())));
    }
}

#[test]
fn addresses_of_sections_differ_within_a_language() {
    let loaded = theme(&[]);
    for interface in loaded.value.iter() {
        let keys = interface.chain_keys();
        let slugs: Vec<&str> =
            keys.iter().filter(|key| key.ends_with(".slug")).filter_map(|key| interface.own(key)).collect();
        let distinct: std::collections::BTreeSet<&&str> = slugs.iter().collect();
        assert!(slugs.len() >= 17, "{slugs:?}");
        assert_eq!(slugs.len(), distinct.len(), "{}: {slugs:?}", interface.lang());
    }
    assert_eq!(loaded.value.get(lang("cs")).own("section-schools.slug"), Some("skoly"));
}

#[test]
fn plurals_are_those_of_the_language() {
    let loaded = theme(&[]);
    let schools = |tag, count: f64| plain(&say(&loaded.value, tag, "count-schools", &[("count", count.into())]));
    assert_eq!(schools("cs", 1.0), "1 škola");
    assert_eq!(schools("cs", 3.0), "3 školy");
    assert_eq!(schools("cs", 5.0), "5 škol");
    assert_eq!(schools("cs", 1.5), "1,5 školy");
    assert_eq!(schools("hr", 21.0), "21 škola");
    assert_eq!(schools("hr", 12.0), "12 škola");
    assert_eq!(schools("hr", 22.0), "22 škole");
    assert_eq!(schools("pt", 0.0), "0 escolas");
    assert_eq!(schools("en", 3500.0), "3,500 schools");
    assert_eq!(schools("cs", 3500.0), "3_500 škol");
}

/// Fluent chooses plurals by rules of its own (CLDR 37); up to a thousand they are ICU4X's.
#[test]
fn fluent_agrees_with_icu_on_plurals() {
    let forms = "n = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";
    for (tag, locale) in LOCALES {
        let path = SourcePath::new("i18n/x.ftl").expect("clean");
        let file = FtlFile { lang: lang(tag), path: &path, bytes: forms.as_bytes() };
        let loaded = load(&[spec(tag)], &[file]).value;
        for (form, numbers) in integer_categories(&icu_locale(lang(tag), locale)) {
            for number in numbers {
                assert_eq!(say(&loaded, tag, "n", &[("n", f64::from(number).into())]), form, "{tag} {number}");
            }
        }
    }
}

#[test]
fn dates_are_as_precise_as_they_were_written() {
    let loaded = theme(&[]);
    let shown = |tag, text, style| plain(&loaded.value.get(lang(tag)).date(date(text), style));
    let all = |text, style| LOCALES.map(|(tag, _)| shown(tag, text, style));
    assert_eq!(
        all("2021-05-14", DateStyle::Long),
        [
            "14 May 2021",
            "14 mei 2021",
            "14. svibnja 2021.",
            "14. května 2021",
            "2021. május 14.",
            "14 maggio 2021",
            "14 de maio de 2021"
        ]
    );
    assert_eq!(
        all("2021-05", DateStyle::Long),
        ["May 2021", "mei 2021", "svibanj 2021.", "květen 2021", "2021. május", "maggio 2021", "maio de 2021"]
    );
    assert_eq!(all("2021", DateStyle::Long), ["2021", "2021", "2021.", "2021", "2021.", "2021", "2021"]);
    assert_eq!(
        all("2021-05-04", DateStyle::Short),
        ["04/05/2021", "4/05/2021", "04. 05. 2021.", "04. 05. 2021", "2021. 05. 04.", "04/05/2021", "04/05/2021"]
    );
}

#[test]
fn ranges_say_once_what_their_ends_share() {
    let loaded = theme(&[]);
    let all = |from, to| LOCALES.map(|(tag, _)| plain(&loaded.value.get(lang(tag)).date_range(date(from), date(to))));
    assert_eq!(
        all("2021-11-16", "2021-11-17"),
        [
            "16–17 November 2021",
            "16–17 november 2021",
            "16. – 17. studenoga 2021.",
            "16.–17. listopadu 2021",
            "2021. november 16–17.",
            "16–17 novembre 2021",
            "16–17 de novembro de 2021"
        ]
    );
    assert_eq!(
        all("2021-11-30", "2021-12-02"),
        [
            "30 November – 2 December 2021",
            "30 november – 2 december 2021",
            "30. studenoga – 2. prosinca 2021.",
            "30. listopadu – 2. prosince 2021",
            "2021. november 30. – december 2.",
            "30 novembre – 2 dicembre 2021",
            "30 de novembro – 2 de dezembro de 2021"
        ]
    );
    assert_eq!(
        all("2021-09", "2021-10"),
        [
            "September–October 2021",
            "september–oktober 2021",
            "rujan – listopad 2021.",
            "září–říjen 2021",
            "2021. szeptember–október",
            "settembre–ottobre 2021",
            "setembro–outubro de 2021"
        ]
    );
    let english = loaded.value.get(lang("en"));
    assert_eq!(english.date_range(date("2020-11-01"), date("2023-02-28")), "1 November 2020 – 28 February 2023");
    assert_eq!(english.date_range(date("2021"), date("2023")), "2021–2023");
    assert_eq!(english.date_range(date("2021-05"), date("2021-06-14")), "May 2021 – 14 June 2021");
    assert_eq!(english.date_range(date("2021-05"), date("2021-05")), "May 2021");
    assert_eq!(loaded.value.get(lang("hr")).date_range(date("2021"), date("2023")), "2021. – 2023.");
}

#[test]
fn numbers_follow_the_locale() {
    let loaded = theme(&[]);
    let of = |tag: &str| {
        let interface = loaded.value.get(lang(tag));
        plain(
            &[
                interface.number(12345.5),
                interface.percent(62.0),
                interface.currency(4000.0, "EUR"),
                interface.currency(0.5, "CHF"),
            ]
            .join(" | "),
        )
    };
    assert_eq!(of("en"), "12,345.5 | 62% | €4,000 | CHF_0.50");
    assert_eq!(of("nl"), "12.345,5 | 62% | €_4.000 | CHF_0,50");
    assert_eq!(of("hr"), "12.345,5 | 62_% | 4.000_€ | 0,50_CHF");
    assert_eq!(of("cs"), "12_345,5 | 62_% | 4_000_€ | 0,50_CHF");
    assert_eq!(of("pt"), "12_345,5 | 62% | 4000_€ | 0,50_CHF");
    let english = loaded.value.get(lang("en"));
    assert_eq!((english.percent(62.55), english.percent(-0.5)), ("62.6%".to_owned(), "-0.5%".to_owned()));
    assert_eq!((english.number(0.1 + 0.2), english.number(f64::NAN)), ("0.3".to_owned(), "NaN".to_owned()));
    assert_eq!(english.number(1e300).len(), 401);
}

proptest! {
    /// Lists are sorted by comparing, letters of the index by their keys.
    #[test]
    fn keys_stand_as_names_compare(one in name(), other in name()) {
        static LOADED: LazyLock<Interfaces> = LazyLock::new(|| theme(&[]).value);
        for interface in LOADED.iter() {
            let by_key = interface.sort_key(&one).cmp(&interface.sort_key(&other));
            prop_assert_eq!(interface.compare(&one, &other), by_key, "{} {}", one, other);
        }
    }
}

/// Names that share much, in letters that languages sort as their own, and any others.
fn name() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        8 => prop::sample::select(vec!["c", "ch", "č", "C", "d", "dž", "lj", "s", "sz", "á", "a", "A", " ", "-", "1", "e\u{301}"]),
        1 => prop::sample::select(vec!["ж", "ß", "ﬁ", "中", "א", "\u{301}", "\u{200d}", "’", "½"]),
    ];
    let any = prop_oneof![4 => letters.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(any, 0..8).prop_map(|parts| parts.concat())
}

#[test]
fn names_stand_where_readers_look_for_them() {
    let loaded = theme(&[]);
    let sorted = |tag: &str, names: &[&str]| {
        let interface = loaded.value.get(lang(tag));
        let mut by_key: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut by_order = by_key.clone();
        by_key.sort_by_cached_key(|name| interface.sort_key(name));
        by_order.sort_by(|a, b| interface.compare(a, b));
        assert_eq!(by_key, by_order);
        by_key.join(" ")
    };
    assert_eq!(sorted("cs", &["chalupa", "ihned", "hora", "čáp", "cukr", "dům"]), "cukr čáp dům hora chalupa ihned");
    assert_eq!(
        sorted("hr", &["njuška", "nula", "ljubav", "luk", "džep", "duga", "mama"]),
        "duga džep luk ljubav mama nula njuška"
    );
    assert_eq!(
        sorted("hu", &["csaba", "cukor", "dal", "zene", "zsír", "gyár", "gumi"]),
        "cukor csaba dal gumi gyár zene zsír"
    );
    assert_eq!(sorted("en", &["chair", "cup", "Éclair", "eager", "zoo"]), "chair cup eager Éclair zoo");
    assert_eq!(loaded.value.get(lang("en")).compare("a", "a"), Ordering::Equal);
}

#[test]
fn names_of_countries_and_languages() {
    let loaded = theme(&[]);
    let czech = loaded.value.get(lang("cs"));
    assert_eq!(
        (czech.region("BE"), czech.region("gb"), czech.region("ZZ")),
        (Some("Belgie"), Some("Spojené království"), None)
    );
    assert_eq!(&*loaded.value.get(lang("it")).language_name(lang("hr")), "Hrvatski");
    assert_eq!(czech.in_language(lang("nl")), "v nizozemštině");
    assert_eq!(czech.in_language(lang("sl")), "v jiném jazyce (sl)");
    assert_eq!(plain(&czech.list(&["a", "b", "c"].map(str::to_owned))), "a, b a_c");
}

#[test]
fn a_site_lays_its_messages_over_those_of_the_theme() {
    let site = [("cs/site.ftl", "home = Domů\nsection-schools = Naše školy\n"), ("cs/more.ftl", "motto = Spolu\n")];
    let loaded = theme(&site);
    assert_eq!(loaded.findings.sorted(), []);
    assert_eq!(say(&loaded.value, "cs", "home", &[]), "Domů");
    assert_eq!(say(&loaded.value, "cs", "section-schools", &[]), "Naše školy");
    assert_eq!(say(&loaded.value, "cs", "section-schools.slug", &[]), "skoly");
    assert_eq!(say(&loaded.value, "en", "home", &[]), "Home");
    assert!(!loaded.value.get(lang("en")).has("motto"));
}

#[test]
fn a_missing_message_falls_back_along_the_chain() {
    let files = [
        ("en/a.ftl", "a = A\nb = B\nc = C\n"),
        ("cs/a.ftl", "a = Á\nb = { $n ->\n [one] x\n *[few] y\n }"),
        ("sk/a.ftl", "a = Ä\n"),
    ];
    let mut snapshot = Snapshot::default();
    for (path, text) in files {
        snapshot.files.insert(SourcePath::new(&format!("i18n/{path}")).expect("clean"), text.as_bytes().into());
    }
    let slovak = LanguageSpec { chain: vec![lang("cs")], ..spec("sk") };
    // English is not a language of this site, and yet every chain ends with it.
    let loaded = load(&[slovak, spec("cs")], &ftl_files(&snapshot, &["i18n"])).value;
    let interface = loaded.get(lang("sk"));
    assert_eq!(interface.message("a", &[]).as_deref(), Ok("Ä"));
    assert_eq!(interface.message("b", &[("n", 1.0.into())]).as_deref(), Ok("x"));
    assert_eq!(interface.message_lang("b"), Some(lang("cs")));
    assert_eq!(interface.message("c", &[]).as_deref(), Ok("C"));
    assert_eq!(interface.own("c"), None);
    assert!(matches!(interface.message("d", &[]), Err(MessageError::Unknown { .. })));
    assert!(matches!(interface.message("b", &[]), Err(MessageError::Broken { .. })));
}

#[test]
fn functions_format_and_take_options() {
    let ftl = "share = { NUMBER($n, style: \"percent\") }\nfixed = { NUMBER($n, minimumFractionDigits: 2) }\n\
               round = { NUMBER($n, maximumFractionDigits: 0) }\nmoney = { NUMBER($n, style: \"currency\", currency: \"EUR\") }\n\
               long = { DATETIME($d, style: \"long\") }\nshort = { DATETIME($d, style: \"short\") }\nbare = { $d }, { $n }\n";
    let path = SourcePath::new("i18n/en/x.ftl").expect("clean");
    let file = FtlFile { lang: lang("en"), path: &path, bytes: ftl.as_bytes() };
    let loaded = load(&[spec("en")], &[file]);
    assert_eq!(loaded.findings.sorted(), []);
    let args = [("n", Arg::Number(0.625)), ("d", Arg::Date(date("2021-05")))];
    let shown = ["share", "fixed", "round", "long", "short", "bare"].map(|id| say(&loaded.value, "en", id, &args));
    assert_eq!(shown, ["63%", "0.625", "1", "May 2021", "05/2021", "May 2021, 0.625"]);
    assert_eq!(say(&loaded.value, "en", "long", &[("d", "2021-05-14".into())]), "14 May 2021");
}
