//! The little of CBOR (RFC 8949) that pagefind's script reads: numbers, texts, arrays of a known length.

/// Bytes in the making.
#[derive(Default)]
pub struct Cbor(pub Vec<u8>);

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;

impl Cbor {
    /// A kind of value with its number, in as few bytes as it takes (section 3 of the RFC).
    fn head(&mut self, major: u8, number: u32) {
        let major = major << 5;
        match number {
            0..24 => self.0.push(major | number as u8),
            24..0x100 => self.0.extend([major | 24, number as u8]),
            0x100..0x1_0000 => {
                self.0.push(major | 25);
                self.0.extend((number as u16).to_be_bytes());
            }
            _ => {
                self.0.push(major | 26);
                self.0.extend(number.to_be_bytes());
            }
        }
    }

    pub fn number(&mut self, number: u32) {
        self.head(UNSIGNED, number);
    }

    pub fn signed(&mut self, number: i32) {
        match number {
            0.. => self.head(UNSIGNED, number.unsigned_abs()),
            _ => self.head(NEGATIVE, number.unsigned_abs() - 1),
        }
    }

    pub fn text(&mut self, text: &str) {
        self.head(TEXT, text.len() as u32);
        self.0.extend(text.as_bytes());
    }

    /// An array of so many values, which follow.
    pub fn array(&mut self, length: usize) {
        self.head(ARRAY, length as u32);
    }

    /// An array of numbers.
    pub fn all(&mut self, numbers: &[i32]) {
        self.array(numbers.len());
        numbers.iter().for_each(|number| self.signed(*number));
    }
}

#[cfg(test)]
mod tests {
    use super::Cbor;

    /// Examples of RFC 8949, appendix A.
    #[test]
    fn values_are_written_as_the_rfc_has_them() {
        let signed = |number| {
            let mut cbor = Cbor::default();
            cbor.signed(number);
            cbor.0
        };
        assert_eq!(signed(0), [0x00]);
        assert_eq!(signed(23), [0x17]);
        assert_eq!(signed(24), [0x18, 0x18]);
        assert_eq!(signed(1000), [0x19, 0x03, 0xe8]);
        assert_eq!(signed(1_000_000), [0x1a, 0x00, 0x0f, 0x42, 0x40]);
        assert_eq!(signed(-1), [0x20]);
        assert_eq!(signed(-100), [0x38, 0x63]);
        let mut cbor = Cbor::default();
        cbor.array(2);
        cbor.text("ü");
        cbor.all(&[1, -2]);
        assert_eq!(cbor.0, [0x82, 0x62, 0xc3, 0xbc, 0x82, 0x01, 0x21]);
    }
}
