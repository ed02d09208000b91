//! True tables: HTML, where cells may take several rows and columns, or TSV.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::{Grid, TextCell};

/// The tables in a file; a TSV file is one table.
///
/// # Errors
/// When the file cannot be read or has no table.
pub(super) fn load(file: &Path) -> Result<Vec<Grid>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let tables = if file.extension().is_some_and(|kind| kind == "tsv") {
        vec![tsv(&text)]
    } else {
        html(&text)
    };
    ensure!(tables.iter().any(|table| !table.is_empty()), "{} has no table", file.display());
    Ok(tables)
}

fn tsv(text: &str) -> Grid {
    let rows = text.lines().enumerate();
    let cells = rows.flat_map(|(row, line)| {
        line.split('\t').enumerate().map(move |(column, text)| TextCell {
            at: [row, column],
            span: [1, 1],
            text: text.trim().into(),
        })
    });
    cells.filter(|cell| !cell.text.is_empty()).collect()
}

/// The `table` elements of a page. Only what says where a cell is is understood: `tr`, `td`, `th`,
/// `rowspan`, `colspan`. Tables in cells are not.
fn html(page: &str) -> Vec<Grid> {
    let mut tables = Vec::new();
    for table in page.split("<table").skip(1) {
        let table = table.split("</table>").next().unwrap_or_default();
        tables.push(rows(table));
    }
    tables
}

fn rows(table: &str) -> Grid {
    let mut grid = Grid::new();
    let mut taken = HashSet::new();
    for (row, content) in table.split("<tr").skip(1).enumerate() {
        let mut column = 0;
        for cell in content.replace("<th", "<td").split("<td").skip(1) {
            let (attributes, text) = cell.split_once('>').unwrap_or((cell, ""));
            // `thead` is no cell.
            if attributes.starts_with("ead") {
                continue;
            }
            while taken.contains(&[row, column]) {
                column += 1;
            }
            let span = ["rowspan", "colspan"].map(|name| attribute(attributes, name));
            for down in 0..span[0] {
                taken.extend((0..span[1]).map(|right| [row + down, column + right]));
            }
            let text = plain(text);
            if !text.is_empty() {
                grid.push(TextCell { at: [row, column], span, text });
            }
        }
    }
    grid
}

/// A number of rows or columns, 1 where there is none.
fn attribute(attributes: &str, name: &str) -> usize {
    let value =
        attributes.split_once(name).and_then(|(_, rest)| rest.trim_start().strip_prefix('='));
    let value = value.map(|value| value.trim_start().trim_start_matches(['"', '\'']));
    let digits = value.and_then(|value| value.split(|next: char| !next.is_ascii_digit()).next());
    digits
        .and_then(|digits| digits.parse().ok())
        .filter(|span| (1..=1000).contains(span))
        .unwrap_or(1)
}

/// The text of markup, in single spaces.
fn plain(markup: &str) -> String {
    let mut parts = markup.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (tag, words) in parts.filter_map(|part| part.split_once('>')) {
        if tag.starts_with("br") || tag.starts_with("/p") || tag.starts_with("/div") {
            text.push(' ');
        }
        text.push_str(words);
    }
    for (entity, character) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(at: [usize; 2], span: [usize; 2], text: &str) -> TextCell {
        TextCell { at, span, text: text.into() }
    }

    #[test]
    fn tsv_has_a_row_in_each_line() {
        assert_eq!(
            tsv("a b\t\tc\n\td\n"),
            [cell([0, 0], [1, 1], "a b"), cell([0, 2], [1, 1], "c"), cell([1, 1], [1, 1], "d")]
        );
    }

    #[test]
    fn cells_of_several_rows_push_others_aside() {
        let page = "<p>x</p><table class=a><thead><tr><th rowspan=\"2\">a</th><td colspan=2><b>b</b> &amp;<br>c</td></tr></thead>\
                    <tr><td></td><td>5 &lt; 6</td></tr></table><table><tr><td>z</table>";
        let want = vec![
            cell([0, 0], [2, 1], "a"),
            cell([0, 1], [1, 2], "b & c"),
            cell([1, 2], [1, 1], "5 < 6"),
        ];
        assert_eq!(html(page), [want, vec![cell([0, 0], [1, 1], "z")]]);
    }
}
