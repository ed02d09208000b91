//! Whether an engine could have read a page: for pages from a process that a picture may have taken
//! over.

use super::{Block, BlockKind, Code, Line, LineStart, Page, Quad, Resolution, Table, Word};

/// Most slots of a table, filled or empty, for each cell that holds text. Formats write the empty
/// ones as well: a page must not become many times as large as its text.
const SLOTS_PER_CELL: u64 = 64;

impl Page {
    /// Whether an engine could have read this page: no characters that control a terminal, no
    /// positions that are not finite, no resolution, heading, list or table that cannot be, no more or longer codes
    /// and attachments than there can be. For pages from a
    /// process that may have been taken over by a picture.
    pub fn is_sound(&self) -> bool {
        self.resolution.is_none_or(Resolution::is_sound)
            && self.blocks.iter().all(is_block_sound)
            && self.codes.len() <= Self::MAX_CODES
            && self.codes.iter().all(is_code_sound)
            && self.has_sound_attachments()
    }
}

fn is_block_sound(block: &Block) -> bool {
    let is_kind_sound = match &block.kind {
        BlockKind::Heading { level } => (1..=6).contains(level),
        BlockKind::ListItem { depth, .. } => *depth <= BlockKind::MAX_DEPTH,
        BlockKind::Table(table) => is_table_sound(table, block.lines.len()),
        BlockKind::Paragraph
        | BlockKind::Code
        | BlockKind::Caption
        | BlockKind::RunningHead
        | BlockKind::RunningFoot
        | BlockKind::Figure => true,
    };
    let first = block.lines.first().is_none_or(|line| line.start == LineStart::NewLine);
    is_kind_sound && first && block.lines.iter().all(is_line_sound)
}

fn is_line_sound(line: &Line) -> bool {
    line.indent <= Line::MAX_INDENT
        && is_quad_sound(&line.quad)
        && line.words.iter().all(is_word_sound)
}

fn is_word_sound(word: &Word) -> bool {
    let numbers = word.characters.iter().chain([&word.confidence]);
    is_quad_sound(&word.quad)
        && numbers.copied().all(f32::is_finite)
        && !word.text.contains(char::is_control)
}

fn is_code_sound(code: &Code) -> bool {
    is_quad_sound(&code.quad)
        && !code.text.is_empty()
        && code.text.chars().count() <= Code::MAX_CHARACTERS
        && code.text.chars().all(Code::is_allowed)
}

fn is_quad_sound(quad: &Quad) -> bool {
    quad.0.iter().flatten().all(|at| at.is_finite())
}

/// Whether each cell lies in the table and in no other cell, and each line in exactly one cell.
fn is_table_sound(table: &Table, lines: usize) -> bool {
    let slots = u64::from(table.rows) * u64::from(table.columns);
    if slots > SLOTS_PER_CELL * table.cells.len() as u64 || table.header_rows > table.rows {
        return false;
    }
    let mut taken = vec![false; slots as usize];
    let mut assigned = vec![false; lines];
    let mut take = |row: u32, column: u32| {
        let slot = row as usize * table.columns as usize + column as usize;
        !std::mem::replace(&mut taken[slot], true)
    };
    let mut assign = |line: &u32| {
        assigned.get_mut(*line as usize).is_some_and(|line| !std::mem::replace(line, true))
    };
    let is_sound = table.cells.iter().all(|cell| {
        let end = |from: u32, span: u32, all: u32| {
            from.checked_add(span).filter(|&end| span > 0 && end <= all)
        };
        let rows = end(cell.row, cell.row_span, table.rows).map(|end| cell.row..end);
        let columns = end(cell.column, cell.column_span, table.columns).map(|end| cell.column..end);
        let (Some(mut rows), Some(columns)) = (rows, columns) else { return false };
        // A slot that is taken ends the search, so this takes no more steps than there are slots.
        rows.all(|row| columns.clone().all(|column| take(row, column)))
            && cell.lines.iter().all(&mut assign)
    });
    is_sound && assigned.iter().all(|line| *line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, CodeKind, Marker};

    fn lines(count: usize) -> Vec<Line> {
        let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
        let line = || Line::new(quad, vec![Word::new("a", quad, vec![0.9])]);
        std::iter::repeat_with(line).take(count).collect()
    }

    fn is_sound(kind: BlockKind, lines: Vec<Line>) -> bool {
        Page::new(9, 9, vec![Block::new(kind, lines)]).is_sound()
    }

    /// Two rows and two columns of one line each.
    fn table() -> Table {
        let place = |line: u32| Cell::new(line / 2, line % 2, vec![line]);
        Table::new(2, 2, (0..4).map(place).collect())
    }

    fn is_changed_table_sound(change: impl Fn(&mut Table)) -> bool {
        let mut table = table();
        change(&mut table);
        is_sound(BlockKind::Table(table), lines(4))
    }

    #[test]
    fn levels_and_depths_have_bounds() {
        for level in 0..=u8::MAX {
            let kind = BlockKind::Heading { level };
            assert_eq!(is_sound(kind, lines(1)), (1..=6).contains(&level), "{level}");
        }
        let item = |depth| BlockKind::ListItem { marker: Marker::Number, depth };
        assert!(is_sound(item(BlockKind::MAX_DEPTH), lines(1)));
        assert!(!is_sound(item(BlockKind::MAX_DEPTH + 1), lines(1)));
    }

    #[test]
    fn cells_lie_in_their_table_and_not_in_each_other() {
        assert!(is_changed_table_sound(|_| ()));
        assert!(!is_changed_table_sound(|table| table.cells[3].row = 2));
        assert!(!is_changed_table_sound(|table| table.cells[3].column = u32::MAX));
        assert!(!is_changed_table_sound(|table| table.cells[3].column = 0));
        assert!(!is_changed_table_sound(|table| table.cells[0].row_span = 0));
        assert!(!is_changed_table_sound(|table| table.cells[0].column_span = 2));
        assert!(!is_changed_table_sound(|table| table.cells[3].row_span = u32::MAX));
        assert!(!is_changed_table_sound(|table| table.rows = 1));
    }

    #[test]
    fn headings_are_rows_of_the_table() {
        assert!(is_changed_table_sound(|table| table.header_rows = table.rows));
        assert!(!is_changed_table_sound(|table| table.header_rows = table.rows + 1));
    }

    #[test]
    fn a_cell_may_take_several_rows_and_columns() {
        assert!(is_changed_table_sound(|table| {
            table.cells = vec![Cell::new(0, 0, vec![0, 1, 2, 3])];
            table.cells[0].row_span = 2;
            table.cells[0].column_span = 2;
        }));
    }

    #[test]
    fn each_line_belongs_to_one_cell() {
        assert!(!is_changed_table_sound(|table| table.cells[0].lines = vec![1]));
        assert!(!is_changed_table_sound(|table| table.cells[0].lines = vec![4]));
        assert!(!is_changed_table_sound(|table| table.cells[0].lines.clear()));
        assert!(!is_changed_table_sound(|table| drop(table.cells.pop())));
    }

    #[test]
    fn tables_are_not_much_larger_than_their_text() {
        assert!(is_changed_table_sound(|table| table.rows = 100));
        assert!(!is_changed_table_sound(|table| table.rows = u32::MAX));
        assert!(!is_changed_table_sound(|table| (table.rows, table.columns) = (1000, 1000)));
    }

    #[test]
    fn indents_have_bounds() {
        let code = |indent| {
            let mut lines = lines(2);
            lines[1].indent = indent;
            is_sound(BlockKind::Code, lines)
        };
        assert!(code(Line::MAX_INDENT));
        assert!(!code(Line::MAX_INDENT + 1));
    }

    #[test]
    fn the_first_line_of_a_block_follows_nothing() {
        for (start, expected) in
            [(LineStart::NewLine, true), (LineStart::Wrapped, false), (LineStart::SameRow, false)]
        {
            let mut lines = lines(2);
            lines[0].start = start;
            assert_eq!(is_sound(BlockKind::Paragraph, lines), expected, "{start:?}");
        }
    }

    #[test]
    fn codes_are_few_and_short_and_control_no_terminal() {
        let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
        let with = |codes: Vec<Code>| {
            let mut page = Page::new(9, 9, Vec::new());
            page.codes = codes;
            page.is_sound()
        };
        let code = |text: &str| Code::new(CodeKind::Qr, text, quad);
        assert!(with(vec![code("WIFI:S:x;;\n\ty")]));
        assert!(with(vec![code("a"); Page::MAX_CODES]));
        assert!(!with(vec![code("a"); Page::MAX_CODES + 1]));
        assert!(with(vec![code(&"é".repeat(Code::MAX_CHARACTERS))]));
        assert!(!with(vec![code(&"é".repeat(Code::MAX_CHARACTERS + 1))]));
        assert!(!with(vec![code("")]));
        assert!(!with(vec![code("\u{1b}[2J")]));
        assert!(!with(vec![Code::new(CodeKind::Qr, "a", Quad::upright(0.0, f32::NAN, 1.0, 1.0))]));
    }

    #[test]
    fn resolutions_have_bounds() {
        let with = |x, y| {
            let mut page = Page::new(9, 9, Vec::new());
            page.resolution = Some(Resolution { x, y });
            page.is_sound()
        };
        assert!(with(300.0, 204.0));
        assert!(!with(0.0, 300.0) && !with(300.0, -300.0));
        assert!(!with(f32::NAN, 300.0) && !with(300.0, f32::INFINITY));
    }

    #[test]
    fn words_have_no_terminal_escapes_and_finite_positions() {
        let with = |change: fn(&mut Word)| {
            let mut lines = lines(1);
            change(&mut lines[0].words[0]);
            is_sound(BlockKind::Paragraph, lines)
        };
        assert!(with(|word| word.text = "é".into()));
        assert!(!with(|word| word.text = "\u{1b}[2J".into()));
        assert!(!with(|word| word.quad.0[2][1] = f32::NAN));
        assert!(!with(|word| word.confidence = f32::INFINITY));
        assert!(!with(|word| word.characters[0] = f32::NAN));
    }
}
