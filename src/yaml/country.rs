//! Countries.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::fields::{At, Field};
use super::text::SafeText;
use super::value::Value;

/// An ISO 3166-1 alpha-2 code that is in use, in capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct CountryCode([u8; 2]);

/// ISO 3166-1 alpha-2, all officially assigned codes.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM \
    FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO \
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT \
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA \
    SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US \
    UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

impl CountryCode {
    pub fn new(text: &str) -> Option<CountryCode> {
        let bytes: [u8; 2] = text.as_bytes().try_into().ok()?;
        COUNTRIES.split_ascii_whitespace().any(|code| code == text).then_some(CountryCode(bytes))
    }

    /// The code that was meant by something that is none: what others use for it, or its letters in another case.
    pub fn meant(text: &str) -> Option<CountryCode> {
        match text.to_ascii_uppercase().as_str() {
            "UK" => CountryCode::new("GB"),
            "EL" => CountryCode::new("GR"),
            upper => CountryCode::new(upper),
        }
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a country code is ASCII")
    }

    /// Of a code in small letters, as the id of a country has it.
    pub fn from_slug(slug: &str) -> Option<CountryCode> {
        CountryCode::new(&slug.to_ascii_uppercase())
    }

    /// The code in small letters, as it stands in addresses and ids.
    pub fn slug(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }
}

impl Field for CountryCode {
    fn read(at: &mut At<'_, '_>, value: &Value) -> Option<CountryCode> {
        let text = SafeText::read(at, value)?.0;
        CountryCode::new(&text).or_else(|| {
            let help = match CountryCode::meant(&text) {
                Some(code) => format!("write {}", code.as_str()),
                None => "use the country's two capital letters (ISO 3166-1): BE, HR, CZ, HU, IT, PT".to_owned(),
            };
            at.wrong("unknown-country", format!("`{text}` is not the code of a country"), help)
        })
    }

    fn schema() -> serde_json::Value {
        json!({ "enum": COUNTRIES.split_ascii_whitespace().collect::<Vec<_>>() })
    }

    fn sample() -> &'static str {
        "HR"
    }
}
