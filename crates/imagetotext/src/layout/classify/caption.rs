//! How captions begin: with the name and number of a figure or table.

use crate::document::Word;

/// What figures and tables are called in the languages that we read.
const NAMES: [&str; 21] = [
    "Figure",
    "Fig.",
    "Fig",
    "Table",
    "Tab.",
    "Abbildung",
    "Abb.",
    "Tabelle",
    "Tableau",
    "Figura",
    "Tabla",
    "Tabela",
    "Tabella",
    "Rysunek",
    "Rys.",
    "Obrázek",
    "Obr.",
    "Tabulka",
    "Figur",
    "Tabel",
    "Tabell",
];

/// Whether words begin with the name and number of a figure or table.
pub(in crate::layout) fn begins(words: &[Word]) -> bool {
    let [name, number, ..] = words else { return false };
    NAMES.contains(&name.text.as_str()) && is_number(&number.text)
}

/// A number, or several, with the delimiter that ends it: `3:`, `2.1.`. Without it, the number
/// is in a sentence.
fn is_number(word: &str) -> bool {
    let Some(number) = word.strip_suffix([':', '.']) else { return false };
    number.split('.').all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()))
}
