//! How well our program finds the structure of tables: cells and adjacency relations, as in the table
//! competition of ICDAR 2013 (Göbel, Hassan, Oro and Orsi).

mod alike;
mod relations;
mod truth;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use super::options::Options;
use super::our_json::{self, TextCell};
use super::precision::Precision;
use super::programs;
use super::score::normalised;

/// A table: its cells with text.
type Grid = Vec<TextCell>;

/// Reads each NAME.png beside NAME.html or NAME.tsv with our program and prints the table. Names
/// begin with a group, which a hyphen ends: `ruled-01`.
///
/// # Errors
/// When there are no pages, a true table is invalid, or our program cannot be run.
pub(super) fn run(options: &Options, directory: &Path) -> Result<()> {
    let program = programs::ours(options)?;
    let pages = pages(directory)?;
    ensure!(!pages.is_empty(), "{} contains no pages with tables", directory.display());
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (picture, truth) in &pages {
        let wanted = truth::load(truth)?;
        let blocks = our_json::blocks(&program, picture, options.threads)?;
        let found: Vec<Grid> = blocks.iter().filter_map(our_json::Block::table).collect();
        let name = picture.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let group = name.split('-').next().unwrap_or_default().to_owned();
        let page = Group::of(&wanted, &found);
        if options.worst > 0 {
            println!("{name}: structure {}", page.structure);
        }
        groups.entry(group).or_default().add(&page);
    }
    println!("{}", markdown(&groups));
    Ok(())
}

/// The pictures of a directory with their true tables.
fn pages(directory: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let missing = || format!("{} cannot be read", directory.display());
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(directory).with_context(missing)? {
        let truth = entry?.path();
        let picture = truth.with_extension("png");
        let is_truth = truth.extension().is_some_and(|kind| kind == "html" || kind == "tsv");
        if is_truth && picture.exists() {
            pages.push((picture, truth));
        }
    }
    pages.sort();
    Ok(pages)
}

/// The figures of pages of a kind.
#[derive(Debug, Default, PartialEq)]
struct Group {
    pages: usize,
    tables: usize,
    found: usize,
    cells: Precision,
    relations: Precision,
    /// The relations when small errors in the texts do not count.
    structure: Precision,
    /// Pages without a fault in the structure.
    exact: usize,
}

impl Group {
    /// The figures of one page. Its tables count together: a table in two parts loses the relations
    /// between the parts.
    fn of(wanted: &[Grid], found: &[Grid]) -> Self {
        let [wanted, found] = [wanted, found]
            .map(|grids| -> Vec<Grid> { grids.iter().map(|grid| folded(grid)).collect() });
        let texts = |grids: &[Grid]| -> Vec<String> {
            grids.iter().flatten().map(|cell| cell.text.clone()).collect()
        };
        let relations =
            |grids: &[Grid]| grids.iter().flat_map(|grid| relations::of(grid)).collect::<Vec<_>>();
        let alike = alike::with_true_texts(&found, &wanted);
        Self {
            pages: 1,
            tables: wanted.len(),
            found: found.len(),
            cells: Precision::of(&texts(&wanted), &texts(&found)),
            relations: Precision::of(&relations(&wanted), &relations(&found)),
            structure: Precision::of(&relations(&wanted), &relations(&alike)),
            exact: usize::from(wanted == alike),
        }
    }

    fn add(&mut self, other: &Self) {
        self.pages += other.pages;
        self.tables += other.tables;
        self.found += other.found;
        self.cells += other.cells;
        self.relations += other.relations;
        self.structure += other.structure;
        self.exact += other.exact;
    }
}

/// The cells with text, in order, without what should not count: white space, letter case, kinds of quotes.
fn folded(grid: &[TextCell]) -> Grid {
    let fold = |cell: &TextCell| TextCell {
        text: normalised(&cell.text, true).replace(' ', ""),
        ..cell.clone()
    };
    let mut grid: Grid = grid.iter().map(fold).filter(|cell| !cell.text.is_empty()).collect();
    grid.sort_by_key(|cell| cell.at);
    grid
}

fn markdown(groups: &BTreeMap<String, Group>) -> String {
    let mut text = String::from(
        "| group | pages | tables | found | cells F1 | relations: precision | recall | F1 | \
         structure: precision | recall | F1 | pages without a fault |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let mut all = Group::default();
    for group in groups.values() {
        all.add(group);
    }
    let groups = groups.iter().map(|(name, group)| (name.as_str(), group));
    for (name, group) in groups.chain([("all", &all)]) {
        let Group { pages, tables, found, cells, relations, structure, exact } = group;
        let cells = 100.0 * cells.f1();
        let _ = writeln!(
            text,
            "| {name} | {pages} | {tables} | {found} | {cells:.1} | {relations} | {structure} | {exact} |"
        );
    }
    text.push_str(
        "\nIn percent. Cells: those with the right text. Relations: pairs of neighbours, to the right and \
         below, with the right texts; empty cells are passed over. Structure: the same when a text counts as \
         right with up to a quarter of its characters wrong. Faults are those of structure.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, text)| TextCell {
                at: [row, column],
                span: [1, 1],
                text: (*text).into(),
            })
        });
        cells.collect()
    }

    #[test]
    fn a_page_is_compared_with_its_truth() {
        let wanted = [grid(&[&["a b", "“c”"], &["d", ""]])];
        assert_eq!(Group::of(&wanted, &[grid(&[&["ab", "\"c\""], &["d", " "]])]).exact, 1);
        let rows_apart = [grid(&[&["a b", "“c”"]]), grid(&[&["d"]])];
        let page = Group::of(&wanted, &rows_apart);
        assert_eq!((page.tables, page.found, page.exact), (1, 2, 0));
        assert_eq!(page.cells, Precision { both: 3, wanted: 3, found: 3 });
        assert_eq!(page.relations, Precision { both: 1, wanted: 2, found: 1 });
        let nothing = Group::of(&wanted, &[]);
        assert_eq!(nothing.relations, Precision { both: 0, wanted: 2, found: 0 });
    }

    #[test]
    fn groups_are_added() {
        let page = || Group::of(&[grid(&[&["a", "b"]])], &[grid(&[&["a", "b"]])]);
        let mut half = page();
        half.add(&Group::of(&[grid(&[&["c", "d"]])], &[]));
        let groups = BTreeMap::from([("bare".into(), half), ("ruled".into(), page())]);
        let text = markdown(&groups);
        assert!(text.contains(
            "| bare | 2 | 2 | 1 | 66.7 | 100.0 | 50.0 | 66.7 | 100.0 | 50.0 | 66.7 | 1 |"
        ));
        assert!(text.contains(
            "| all | 3 | 3 | 2 | 80.0 | 100.0 | 66.7 | 80.0 | 100.0 | 66.7 | 80.0 | 2 |"
        ));
    }
}
