//! Which paragraphs are captions: those that begin with the name and number of a figure or table.

use crate::document::{Block, BlockKind};

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

/// Turns paragraphs into captions.
pub(super) fn mark(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
        let mut words = block.lines.iter().flat_map(|line| &line.words);
        if let (Some(name), Some(number)) = (words.next(), words.next())
            && NAMES.contains(&name.text.as_str())
            && is_number(&number.text)
        {
            block.kind = BlockKind::Caption;
        }
    }
}

/// A number, or several, with the delimiter that ends it: `3:`, `2.1.`. Without it, the number
/// is in a sentence.
fn is_number(word: &str) -> bool {
    let Some(number) = word.strip_suffix([':', '.']) else { return false };
    number.split('.').all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()))
}
