use super::*;
use crate::foundation::Day;

fn sample() -> Reference {
    Reference {
        key: "mensi-d5-2-cs".to_owned(),
        sort: Sort::Report,
        authors: vec![Text::plain("European Schoolnet"), Text::plain("Novák & syn, s.r.o.")],
        title: "50 % škol_{A}\\B: \"co\"\nfunguje? #1 ~ $5 ^2 <b>".to_owned(),
        language: Lang::new("cs").expect("a tag"),
        date: Some(Date::Month(2021, 5)),
        number: Some("D5.2".to_owned()),
        version: Some("1.0".to_owned()),
        publisher: "MenSI".to_owned(),
        doi: Some("10.1000/a_b(c)".to_owned()),
        address: "https://mensi.example.eu/cs/vysledky/d5-2/".to_owned(),
        example: Some("Příklad".to_owned()),
    }
}

/// The fields of a BibTeX entry as TeX reads them, with braces and escapes undone.
fn read_bibtex(text: &str) -> (String, Vec<(String, String)>) {
    let (head, rest) = text.split_once(',').expect("a key");
    let mut fields = Vec::new();
    let mut rest = rest.trim_end().strip_suffix('}').expect("an end").trim();
    while let Some((name, after)) = rest.split_once("={") {
        let mut depth = 1;
        let mut escaped = false;
        let end = after
            .char_indices()
            .find(|(_, c)| {
                match c {
                    _ if escaped => escaped = false,
                    '\\' => escaped = true,
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })
            .expect("braces are balanced")
            .0;
        fields.push((name.trim().to_owned(), after[..end].to_owned()));
        rest = after[end + 1..].trim_start_matches(',').trim_start();
    }
    (head.to_owned(), fields)
}

fn untex(text: &str) -> String {
    let words = [("\\textbackslash{}", "\u{1}"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^")];
    let text = words.iter().fold(text.to_owned(), |text, (tex, plain)| text.replace(tex, plain));
    let text = "{}$&#_%".chars().fold(text, |text, c| text.replace(&format!("\\{c}"), &c.to_string()));
    text.replace('\u{1}', "\\")
}

#[test]
fn bibtex_is_read_again() {
    let mut text = String::new();
    write_all(&mut text, bibtex::write);
    let (head, fields) = read_bibtex(&text);
    assert_eq!(head, "@techreport{mensi-d5-2-cs");
    let field = |name: &str| fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str()).expect(name);
    let one_line = sample().title.replace('\n', " ");
    let title = field("title").strip_prefix('{').and_then(|title| title.strip_suffix('}')).expect("two pairs");
    assert_eq!(untex(title), one_line);
    assert_eq!(field("author"), "{European Schoolnet} and {Novák \\& syn, s.r.o.}");
    assert_eq!((field("year"), field("month"), field("institution")), ("2021", "05", "MenSI"));
    assert!(!fields.iter().any(|(name, _)| name == "day"), "no more precise than it is known");
    assert_eq!((field("doi"), field("url")), ("10.1000/a_b(c)", "https://mensi.example.eu/cs/vysledky/d5-2/"));
    assert_eq!((field("note"), field("language"), field("version")), ("Příklad", "cs", "1.0"));
}

fn write_all(out: &mut String, write: fn(&mut String, &Reference)) {
    write(out, &sample());
}

#[test]
fn ris_has_one_line_a_field() {
    let mut text = String::new();
    ris::write(&mut text, &sample());
    assert!(text.starts_with("TY  - RPRT\r\n") && text.ends_with("ER  - \r\n"));
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    for line in &lines {
        assert!(line.len() >= 6 && &line[2..6] == "  - " && !line.contains(['\r', '\n']), "{line}");
        assert!(line[..2].bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
    }
    let all =
        |tag: &str| lines.iter().filter_map(|line| line.strip_prefix(tag)?.strip_prefix("  - ")).collect::<Vec<_>>();
    assert_eq!(all("AU"), ["European Schoolnet", "Novák & syn, s.r.o."]);
    assert_eq!((all("PY"), all("DA")), (vec!["2021"], vec!["2021/05//"]));
    assert_eq!(all("TI"), [sample().title.replace('\n', " ")]);
    let dated = |date| {
        let mut text = String::new();
        ris::write(&mut text, &Reference { date, ..sample() });
        text.lines().find(|line| line.starts_with("DA")).map(str::to_owned)
    };
    assert_eq!(dated(Some(Date::Year(2021))).as_deref(), Some("DA  - 2021///"));
    assert_eq!(dated(Day::new(2021, 5, 4).map(Date::Day)).as_deref(), Some("DA  - 2021/05/04/"));
    assert_eq!(dated(None), None);
}

#[test]
fn csl_is_json_of_its_schema() {
    let text = csl::written(&sample());
    let items: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let item = &items[0];
    assert_eq!(item["title"], sample().title);
    assert_eq!(item["issued"]["date-parts"], serde_json::json!([[2021, 5]]));
    assert_eq!((&item["type"], &item["DOI"]), (&"report".into(), &"10.1000/a_b(c)".into()));
    assert_eq!(item["author"][1]["literal"], "Novák & syn, s.r.o.");
}

#[test]
fn a_data_link_says_what_it_was_given() {
    let text = "50 % {a} \"b\" <c> & 'd' #e\r\nčesky \\ ^ `|[]";
    let link = data_link::encode("text/plain", text).0;
    let body = link.strip_prefix("data:text/plain,").expect("its media type");
    assert!(
        !body.contains(|c: char| c.is_ascii() && (c.is_ascii_control() || " \"<>&'#{}\\^`|[]".contains(c))),
        "{body}"
    );
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("ASCII");
                bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
                tail
            }
            _ => {
                bytes.push(*first);
                tail
            }
        };
    }
    assert_eq!(String::from_utf8(bytes).as_deref(), Ok(text));
}
