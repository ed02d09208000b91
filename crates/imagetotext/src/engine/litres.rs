//! Litres in units, whose `l` looks like other strokes: `mg/dl`, `10⁹/l`, `l/min`.

use super::plain_signs::digit;

/// What an `l` looks like.
const LITRES: [char; 4] = ['1', 'I', '!', '|'];

/// Units of what is in a litre or a decilitre, as laboratories write them (UCUM, 2.1).
const AMOUNTS: &[&str] = &[
    "g", "mg", "µg", "μg", "ng", "pg", "mol", "mmol", "µmol", "μmol", "nmol", "pmol", "U", "mU",
    "µU", "kU", "IU", "mIU", "IE", "mval", "mEq", "mosm", "mosmol",
];

/// What litres are counted per.
const PERIODS: &[&str] = &["s", "min", "h", "d", "km", "100km", "kg", "m²"];

/// Makes an `l` of what looks like one where a unit has litres: `mg/!`, `10⁹/1`, `mg/dI`, `I/min`.
pub(super) fn read_litres(word: &mut [char]) {
    let is_mark = |it: &&char| matches!(it, '.' | ',' | ';' | ':' | ')');
    let end = word.len() - word.iter().rev().take_while(is_mark).count();
    let Some(stroke) = word[..end].iter().position(|&it| it == '/') else { return };
    let (before, after) = word[..end].split_at_mut(stroke);
    let is_number = |it: &&char| it.is_ascii_digit() || matches!(it, '.' | ',' | '<' | '>');
    let unit: String = before.iter().skip_while(is_number).collect();
    let is_amount = AMOUNTS.contains(&unit.as_str())
        || before.last().is_some_and(|&last| digit(last).is_some());
    match (before, &mut after[1..]) {
        ([.., last], [litre @ ('!' | '|')]) if last.is_alphabetic() => *litre = 'l',
        (_, [litre] | ['d', litre]) if is_amount && LITRES.contains(litre) => *litre = 'l',
        ([litre @ ('I' | '!' | '|')], per) if PERIODS.contains(&&*String::from_iter(&*per)) => {
            *litre = 'l';
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_in_units_are_litres() {
        for (read, expected) in [
            ("mmol/!", "mmol/l"),
            ("and/or!", "and/or!"),
            ("10⁹/1", "10⁹/l"),
            ("5mg/dI", "5mg/dl"),
            ("mg/dI,", "mg/dl,"),
            ("I/min", "l/min"),
            ("I/O", "I/O"),
            ("1/1", "1/1"),
            ("page/1", "page/1"),
        ] {
            let mut word: Vec<char> = read.chars().collect();
            read_litres(&mut word);
            assert_eq!(word.into_iter().collect::<String>(), expected, "{read}");
        }
    }
}
