//! Barcodes and two-dimensional codes on a page.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize as _;

use super::Quad;

/// A barcode or a two-dimensional code; wiped when dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Code {
    /// Which kind of code it is.
    pub kind: CodeKind,
    /// What it says. Control characters other than ends of lines are their pictures: `␝`.
    pub text: String,
    /// Outline of the code without the blank margin around it.
    pub quad: Quad,
}

/// A kind of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum CodeKind {
    /// QR code.
    Qr,
    /// Data Matrix.
    DataMatrix,
    /// Aztec.
    Aztec,
    /// PDF417.
    Pdf417,
    /// EAN-13.
    Ean13,
    /// EAN-8.
    Ean8,
    /// UPC-A.
    UpcA,
    /// UPC-E.
    UpcE,
    /// Code 128.
    Code128,
    /// Code 39.
    Code39,
    /// Code 93.
    Code93,
    /// Codabar.
    Codabar,
    /// Interleaved 2 of 5.
    Itf,
    /// GS1 `DataBar`.
    DataBar,
}

impl Code {
    /// Most characters: a QR code holds at most 7089 digits.
    pub const MAX_CHARACTERS: usize = 7089;

    /// Whether a text may have the character. None controls a terminal, shows what it says in another order, or ends
    /// a line where others do not see it; a page or a mail would be taken for another one.
    pub(crate) fn is_allowed(character: char) -> bool {
        match character {
            '\n' | '\t' => true,
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => false,
            other => !other.is_control(),
        }
    }

    /// A code with its text.
    pub fn new(kind: CodeKind, text: impl Into<String>, quad: Quad) -> Self {
        Self { kind, text: text.into(), quad }
    }
}

impl Drop for Code {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// The name of the kind, as its standard has it.
impl fmt::Display for CodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Qr => "QR code",
            Self::DataMatrix => "Data Matrix",
            Self::Aztec => "Aztec",
            Self::Pdf417 => "PDF417",
            Self::Ean13 => "EAN-13",
            Self::Ean8 => "EAN-8",
            Self::UpcA => "UPC-A",
            Self::UpcE => "UPC-E",
            Self::Code128 => "Code 128",
            Self::Code39 => "Code 39",
            Self::Code93 => "Code 93",
            Self::Codabar => "Codabar",
            Self::Itf => "Interleaved 2 of 5",
            Self::DataBar => "GS1 DataBar",
        })
    }
}
