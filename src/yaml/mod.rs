//! YAML with places: values that a reader takes apart field by field, each complaint with file, line and column.
//!
//! In: the text of a front matter or of mensi.yaml. Out: typed records, and every finding at once. Always: a value is
//! parsed once by serde_yaml; only where something is wrong is the text parsed a second time, by an event parser, to find
//! the place ([`locate`]), since serde_yaml knows no spans. How often is limited ([`MOST_ALIKE`]): nothing that somebody
//! writes takes quadratic time.

mod country;
mod fields;
mod free;
mod locate;
mod meant;
mod record;
mod shape;
mod simple;
mod syntax;
mod text;
mod types;
mod value;

pub use country::CountryCode;
pub use fields::{At, Field, Fields, MOST_ALIKE};
pub use free::Free;
pub use locate::Step;
pub use record::{FieldSpec, Record, field_name};
pub use shape::Shape;
pub use text::SafeText;
pub use types::{LocalId, yes_or_no};
pub use value::{LONGEST, Places, Value, Yaml};

pub(crate) use record::{record, values};
