//! Numbers as they are printed.

/// What divides the whole part of a number from its fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecimalMark {
    Dot,
    Comma,
}

/// A number, and how it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// With a dot, without groups of digits.
    pub(super) value: String,
    /// The code of its format: 18.8.30 of ECMA-376, part 1.
    pub(super) format: String,
}

/// Digits that a double has.
const MOST_DIGITS: usize = 15;
/// Longer numbers are of accounts, goods or telephones, and spreadsheets show them with an exponent.
const MOST_PLAIN_DIGITS: usize = 11;

/// The mark with which all of the texts are numbers; none where two marks give other numbers.
pub(super) fn common_mark(texts: &[&str]) -> Option<DecimalMark> {
    let read = |mark| texts.iter().map(|text| parse(text, mark)).collect::<Option<Vec<_>>>();
    match (read(DecimalMark::Dot), read(DecimalMark::Comma)) {
        _ if texts.is_empty() => None,
        (Some(dot), Some(comma)) if dot != comma => None,
        (Some(_), _) => Some(DecimalMark::Dot),
        (None, Some(_)) => Some(DecimalMark::Comma),
        (None, None) => None,
    }
}

/// The number that a text is. One that begins with zeros is none, nor is one with a plus sign, which would
/// be lost.
pub(super) fn parse(text: &str, mark: DecimalMark) -> Option<Number> {
    let (sign, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(unsigned) => ("-", unsigned),
        None => ("", text),
    };
    let (point, group) = match mark {
        DecimalMark::Dot => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, fraction) = match unsigned.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let separators = [group, ' ', '\'', '\u{a0}', '\u{202f}', '\u{2019}'];
    let separator = whole.chars().find(|it| separators.contains(it));
    let digits = match separator {
        Some(separator) => ungrouped(whole, separator)?,
        None => whole.to_owned(),
    };
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    if !is_number(&digits) || !fraction.is_none_or(is_number) {
        return None;
    }
    let decimals = fraction.map_or(0, str::len);
    let most = if decimals == 0 && separator.is_none() { MOST_PLAIN_DIGITS } else { MOST_DIGITS };
    if digits.len() + decimals > most || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    let mut format = if separator.is_some() { "#,##0" } else { "0" }.to_owned();
    let mut value = format!("{sign}{digits}");
    if let Some(fraction) = fraction {
        value = format!("{value}.{fraction}");
        format = format!("{format}.{}", "0".repeat(decimals));
    }
    Some(Number { value, format })
}

/// The digits of a number in groups of three.
fn ungrouped(whole: &str, separator: char) -> Option<String> {
    let mut groups = whole.split(separator);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_have_one_meaning() {
        let mark = |texts: &[&str]| common_mark(texts);
        assert_eq!(mark(&["12", "-3", "0"]), Some(DecimalMark::Dot));
        assert_eq!(mark(&["2.50", "1,234.00"]), Some(DecimalMark::Dot));
        assert_eq!(mark(&["2,50", "1.234"]), Some(DecimalMark::Comma));
        assert_eq!(mark(&["1 234,5", "\u{2212}7"]), Some(DecimalMark::Comma));
        // A thousand and more, or a little more than one.
        assert_eq!(mark(&["1,234"]), None);
        assert_eq!(mark(&["2.50", "2,50"]), None);
        for text in ["", "007", "+5", "1.2.3", "12,34,567.0", "1e5", "19 %", "030 12345", "="] {
            assert_eq!(mark(&[text]), None, "{text}");
        }
        assert_eq!(mark(&["123456789012"]), None, "the number of an account");
        assert_eq!(mark(&[]), None);
    }

    #[test]
    fn numbers_look_as_they_were_printed() {
        let read = |text, mark| {
            let number = parse(text, mark).unwrap();
            [number.value, number.format]
        };
        assert_eq!(read("-1.234,50", DecimalMark::Comma), ["-1234.50", "#,##0.00"]);
        assert_eq!(read("0.125", DecimalMark::Dot), ["0.125", "0.000"]);
        assert_eq!(read("2026", DecimalMark::Dot), ["2026", "0"]);
    }
}
