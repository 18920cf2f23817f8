//! What a template can ask for: `t()`, a message, and `asset()`, the published name of a static file.

use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::foundation::Lang;
use crate::i18n::{Arg, Interface, Interfaces};
use crate::render::assets::Assets;
use crate::render::seen::Seen;

/// Tells an engine of the functions of a language.
pub(super) fn register(engine: &mut Tera, lang: Lang, interfaces: Arc<Interfaces>, assets: Arc<Assets>) {
    engine.register_filter("safe", safe);
    // Who paid stands on every page, and what a download is on many.
    let said = Seen::default();
    engine.register_function("t", move |kwargs: Kwargs, _: &State<'_>| t(interfaces.get(lang), &kwargs, &said));
    engine.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| {
        let path: &str = kwargs.must_get("path")?;
        assets.find(path).map(Value::from).ok_or_else(|| {
            let meant = crate::diag::did_you_mean(path, assets.names()).map(|name| format!("; did you mean `{name}`?"));
            tera::Error::message(format!("the theme has no static file `{path}`{}", meant.unwrap_or_default()))
        })
    });
}

/// As Tera's own, which makes nothing of what is not there, and says nothing.
fn safe(value: Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    if value.is_undefined() {
        return Err(tera::Error::message("`safe` got `undefined`"));
    }
    Ok(match value.as_str() {
        Some(text) => Value::safe_string(text),
        None => value,
    })
}

/// Messages with values, by what they were asked for with: dates and names would be too many.
type Said = Seen<String, Value, 10_000>;

/// `t(id="page-of", page=1, pages=3)`.
fn t(interface: &Interface, kwargs: &Kwargs, said: &Said) -> TeraResult<Value> {
    let id: &str = kwargs.must_get("id")?;
    let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "id") else { continue };
        match (value.as_str(), value.as_f64()) {
            (Some(text), _) => args.push((name, Arg::from(text))),
            (None, Some(number)) => args.push((name, Arg::Number(number))),
            (None, None) => {}
        }
    }
    let message = || match interface.message(id, &args) {
        Ok(text) => Ok(Value::from(text.as_ref())),
        Err(error) => Err(tera::Error::message(error.to_string())),
    };
    if args.is_empty() { message() } else { said.get(question(id, &args), message) }
}

/// What a message is asked for with, as one text.
fn question(id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let mut question = String::with_capacity(64);
    [&id.len().to_string(), ":", id].iter().for_each(|part| question.push_str(part));
    for (name, value) in args {
        [" ", name, "="].iter().for_each(|part| question.push_str(part));
        match value {
            Arg::Text(text) => [&text.len().to_string(), ":", text].iter().for_each(|part| question.push_str(part)),
            Arg::Number(number) => question.push_str(&number.to_bits().to_string()),
            Arg::Date(date) => question.push_str(&date.to_string()),
        }
    }
    question
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_questions_are_other_texts() {
        let asked = |id, args: &[(&str, Arg<'_>)]| question(id, args);
        let text = |text: &'static str| Arg::from(text);
        let all = [
            asked("x", &[("n", text("y"))]),
            asked("x", &[("n", text("y m=1:z"))]),
            asked("x", &[("n", text("y")), ("m", text("z"))]),
            asked("x n=1:y", &[("m", text("z"))]),
            asked("x", &[("n", Arg::Number(1.0))]),
            asked("x", &[("n", Arg::Number(-1.0))]),
            asked("x", &[("n", text("1"))]),
        ];
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
        assert_eq!(asked("x", &[("n", text("y"))]), all[0]);
    }
}
