//! An amount of nothing, `0mg`: the letters after it make the recogniser read `Omg`.

use super::ctc::DecodedChar;

/// Units that stand directly behind a number, and are no words with an O before them.
const UNITS: [&str; 23] = [
    "mg", "µg", "g", "kg", "ml", "mL", "cl", "mm", "cm", "km", "kcal", "kJ", "kB", "KB", "MB",
    "GB", "kHz", "MHz", "px", "pt", "°", "°C", "%",
];

/// Confidence, 0 to 1, of a digit that is known by its unit.
const CONFIDENCE: f32 = 0.9;

/// Makes a zero of a capital O that is alone before a unit. The first word of a line may be a word: `Og`.
pub(super) fn read_zero_amounts(text: &mut [DecodedChar]) {
    let words = text.chunk_by_mut(|a, b| a.character != ' ' && b.character != ' ');
    for word in words.skip(1) {
        let [first, unit @ ..] = word else { continue };
        let unit: String = unit.iter().map(|it| it.character).collect();
        let unit = unit.trim_end_matches(['.', ',', ';', ')']);
        if first.character == 'O' && UNITS.contains(&unit) {
            first.character = '0';
            first.confidence = CONFIDENCE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::ctc::decoded;

    fn read(text: &str) -> String {
        let mut text = decoded(text, 1.0);
        read_zero_amounts(&mut text);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn an_o_before_a_unit_is_a_zero() {
        assert_eq!(read("Cholesterol Omg"), "Cholesterol 0mg");
        assert_eq!(read("Fat Og, O%"), "Fat 0g, 0%");
    }

    #[test]
    fn words_stay() {
        for text in ["Og så", "en Ork", "an Om", "Mr O", "10mg OK"] {
            assert_eq!(read(text), text);
        }
    }
}
