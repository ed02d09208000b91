//! Numbers of cards and accounts, told by their check digits, and phone numbers, told by how they are
//! written. A number that does not fit is left alone: dates, amounts and invoice numbers are more common.

use super::Found;
use crate::contract::EntityKind;

/// Digits of a card number (ISO/IEC 7812).
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;
/// Digits of a phone number with its country code (ITU-T E.164), and the fewest that are in use.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Characters of an IBAN (ISO 13616): Norway has the shortest, 34 is the limit of the standard.
const IBAN_LENGTH: std::ops::RangeInclusive<usize> = 15..=34;
/// A run that is longer than any of these with its separators is none of them, and is not looked at.
const LONGEST_RUN: usize = 80;

/// All numbers of one line.
pub(super) fn find(line: &str) -> Vec<Found> {
    let mut found = ibans(line);
    for run in digit_runs(line) {
        let text = &line[run.clone()];
        let overlaps = |it: &Found| run.start < it.range.end && it.range.start < run.end;
        if text.len() > LONGEST_RUN || found.iter().any(overlaps) {
            continue;
        }
        if is_card(text) {
            found.push(Found { kind: EntityKind::Card, range: run });
        } else if is_phone(text, &line[..run.start]) {
            found.push(Found { kind: EntityKind::Phone, range: run });
        }
    }
    found
}

/// Digits with single separators between their groups, from a digit, `+` or `(` to a digit.
fn digit_runs(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    let mut end = 0;
    let mut separators = 0;
    let mut before = ' ';
    for (at, character) in line.char_indices().chain([(line.len(), '\n')]) {
        let is_start = matches!(character, '+' | '(') || character.is_ascii_digit();
        match start {
            None if is_start && !before.is_alphanumeric() => {
                (start, end, separators) = (Some(at), at, 0);
            }
            None => {}
            Some(begin) => {
                let goes_on = match character {
                    '0'..='9' => true,
                    // “ / ” is the longest that is usual.
                    ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}' | '\u{2011}' => separators < 3,
                    _ => false,
                };
                if !goes_on {
                    let is_in_word = end == at && character.is_alphanumeric();
                    if end > begin && !is_in_word {
                        runs.push(begin..end);
                    }
                    start = (character == '+').then_some(at);
                    end = at;
                }
            }
        }
        if character.is_ascii_digit() {
            (end, separators) = (at + 1, 0);
        } else {
            separators += 1;
        }
        before = character;
    }
    runs
}

fn digits(text: &str) -> Vec<u8> {
    text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect()
}

/// Groups of digits with blanks or hyphens between them, with the right check digit (Luhn).
fn is_card(text: &str) -> bool {
    let is_plain = text.chars().all(|it| it.is_ascii_digit() || matches!(it, ' ' | '-' | '\u{a0}'));
    let digits = digits(text);
    let is_uniform = digits.iter().all(|digit| *digit == digits[0]);
    is_plain && CARD_DIGITS.contains(&digits.len()) && !is_uniform && luhn(&digits) == 0
}

fn luhn(digits: &[u8]) -> u32 {
    let doubled = |digit: u8| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let summed = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| u32::from(if at % 2 == 1 { doubled(*digit) } else { *digit }));
    summed.sum::<u32>() % 10
}

/// With a country code; or with its area code, as it is written there; or after a word for a phone.
fn is_phone(text: &str, before: &str) -> bool {
    let count = digits(text).len();
    if !PHONE_DIGITS.contains(&count) {
        return count >= 4 && count <= *PHONE_DIGITS.end() && follows_phone_word(before);
    }
    if text.starts_with('+') || text.starts_with("(+") || text.starts_with("00") {
        return count >= 8;
    }
    if follows_phone_word(before) {
        return true;
    }
    let groups: Vec<usize> = text
        .split(|it: char| !it.is_ascii_digit())
        .map(str::len)
        .filter(|length| *length > 0)
        .collect();
    let is_north_american = groups == [3, 3, 4] && !text.contains('.') && !text.contains(' ')
        || groups == [3, 3, 4] && text.starts_with('(');
    // Dates have eight digits, amounts begin with no 0.
    let is_national = count >= 9
        && (text.starts_with('0') || text.starts_with("(0"))
        && (2..=6).contains(&groups.len())
        && !text.contains('.');
    is_north_american || is_national
}

/// What stands before phone numbers in the languages of the window.
fn follows_phone_word(before: &str) -> bool {
    const WORDS: [&str; 18] = [
        "tel",
        "telefon",
        "telephone",
        "telefono",
        "teléfono",
        "telefone",
        "téléphone",
        "telefoon",
        "phone",
        "call",
        "fax",
        "mobile",
        "mobil",
        "handy",
        "kom",
        "cell",
        "gsm",
        "móvil",
    ];
    let before = before.trim_end_matches([' ', ':', '.', '\t', '\u{a0}']);
    let word: String = {
        let mut letters: Vec<char> =
            before.chars().rev().take_while(|it| it.is_alphabetic()).take(12).collect();
        letters.reverse();
        letters.into_iter().flat_map(char::to_lowercase).collect()
    };
    WORDS.contains(&word.as_str())
}

/// Accounts: a country, two check digits, and the rest in groups or in one piece.
fn ibans(line: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let bytes = line.as_bytes();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        let is_begin = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let is_country = bytes[at].is_ascii_uppercase() && bytes[at + 1].is_ascii_uppercase();
        let is_checked = bytes[at + 2].is_ascii_digit() && bytes[at + 3].is_ascii_digit();
        match (is_begin && is_country && is_checked).then(|| iban_end(bytes, at)).flatten() {
            Some(end) => {
                found.push(Found { kind: EntityKind::Iban, range: at..end });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the account ends that begins here: the longest one whose check digits are right.
fn iban_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut account = Vec::new();
    let mut best = None;
    for (offset, byte) in bytes[start..].iter().enumerate() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' => account.push(*byte),
            b' ' if account.len() >= 4 && bytes[start + offset - 1] != b' ' => continue,
            _ => break,
        }
        if account.len() > *IBAN_LENGTH.end() {
            break;
        }
        let end = start + offset + 1;
        let is_end = bytes.get(end).is_none_or(|next| !next.is_ascii_alphanumeric());
        if is_end && IBAN_LENGTH.contains(&account.len()) && mod_97(&account) == 1 {
            best = Some(end);
        }
    }
    best
}

/// The remainder of ISO 7064 (MOD 97-10), with the first four characters at the end.
fn mod_97(account: &[u8]) -> u32 {
    let rotated = account[4..].iter().chain(&account[..4]);
    rotated.fold(0, |remainder, character| match character {
        b'0'..=b'9' => (remainder * 10 + u32::from(character - b'0')) % 97,
        letter => (remainder * 100 + u32::from(letter - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(EntityKind, &str)> {
        find(text).into_iter().map(|it| (it.kind, &text[it.range])).collect()
    }

    #[test]
    fn accounts_are_found_by_their_check_digits() {
        for account in [
            "DE89 3704 0044 0532 0130 00",
            "DE89370400440532013000",
            "GB29 NWBK 6016 1331 9268 19",
            "PL61 1090 1014 0000 0712 1981 2874",
            "NO93 8601 1117 947",
            "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        ] {
            let text = format!("IBAN: {account}, by Friday");
            assert_eq!(found(&text), [(EntityKind::Iban, account)]);
        }
        for wrong in ["DE88 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 01", "AB12", "IBAN"]
        {
            assert!(!found(wrong).iter().any(|(kind, _)| *kind == EntityKind::Iban), "{wrong}");
        }
    }

    #[test]
    fn cards_are_found_by_their_check_digit() {
        for card in ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"] {
            assert_eq!(found(&format!("Card {card}.")), [(EntityKind::Card, card)]);
        }
        for wrong in ["4111 1111 1111 1112", "0000 0000 0000 0000", "4111.1111.1111.1111"] {
            assert!(!found(wrong).iter().any(|(kind, _)| *kind == EntityKind::Card), "{wrong}");
        }
    }

    #[test]
    fn phone_numbers_are_found_as_they_are_written() {
        for phone in [
            "+44 20 7946 0958",
            "+49 (0) 30 1234567",
            "0049 30 1234567",
            "030 / 1234567",
            "(030) 1234-5678",
            "(555) 010-1234",
            "555-010-1234",
            "+1-555-010-1234",
        ] {
            assert_eq!(found(&format!("Ring {phone}, please")), [(EntityKind::Phone, phone)]);
        }
        assert_eq!(found("Call 0049 30 1234567 today"), [(EntityKind::Phone, "0049 30 1234567")]);
        assert_eq!(found("Tel.: 555 0134"), [(EntityKind::Phone, "555 0134")]);
        assert_eq!(found("or call 555 0134 in the morning"), [(EntityKind::Phone, "555 0134")]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "24.11.2026",
            "2026-11-24",
            "01.02.2026 10:30",
            "1 234 567,00",
            "1.234.567,89",
            "No. 2026 0815",
            "12345678901",
            "10 20 30 40",
            "192.168.100.1",
            "3.14159265",
            "A0301234567",
            "0301234567A",
            "page 12 of 340",
            "978-3-16-148410-0",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
