//! JSON.

use serde::Serialize;

use crate::document::{
    Block, BlockKind, Cell, Code, CodeKind, Document, Line, LineStart, Marker, Page, Quad,
    UnreadScript, Word,
};

/// Version of the JSON format. Members may be added without a new version; it changes when one goes
/// or means something else.
const VERSION: u32 = 1;

/// JSON: everything that is known about the pages, in one object on one line.
///
/// ```json
/// {"version": 1, "pages": [{
///   "number": 1, "width": 640, "height": 480,
///   "blocks": [{
///     "kind": "paragraph", "gapBefore": true,
///     "lines": [{
///       "text": "two words", "confidence": 0.987, "quad": [[x, y], [x, y], [x, y], [x, y]],
///       "start": "newLine",
///       "words": [{
///         "text": "two", "confidence": 0.981, "quad": […], "characters": [0.99, 0.981, 1.0]
///       }, …]
///     }, …]
///   }, …]
/// }, …]}
/// ```
///
/// `number` says which page of its file it is, from 1. Corners go from the top left one clockwise, in pixels with one decimal; confidences are
/// probabilities with three. The keys always come in this order.
///
/// `version` changes when a member goes or means something else; readers skip members and kinds
/// that they do not know. `kind` is `paragraph`, `heading` (with `level`, 1 to 6), `listItem` (with
/// `marker`, `bullet` or `number`, and `depth`, from 0; the marker itself is the first word),
/// `table` (with `rows`, `columns`, `headerRows` and `cells`), `code`, `caption`, `runningHead`, `runningFoot` or
/// `figure`. A cell has `row`, `column`, `rowSpan`, `columnSpan` and, as `lines`, the positions of
/// its lines in the block, all from 0. `gapBefore` says whether space sets the block off from the
/// one before it, `start` how a line follows the one before it in its block: `newLine`, `wrapped`
/// (the text runs on) or `sameRow` (side by side). Lines of code and verses that are indented have
/// `indent`, in characters, after `start`. A page of known size on paper has `resolution` after `height`: pixels an
/// inch, across and down. A page whose text is mostly in a script that cannot be read has
/// `unread` before its blocks: `arabic`, `hebrew`, `devanagari`, `thai`, `cjk` or `other`.
/// A page with QR codes or barcodes has `codes` after its blocks, each with `kind` (`qr`, `ean13`, `code128` …),
/// `text` and `quad`. `attachments`, after them, are the names of attached files, which were not read.
pub fn json(document: &Document) -> String {
    object(document, None)
}

/// The object in a line of its own.
pub(super) fn json_line(document: &Document, file: Option<&str>) -> String {
    object(document, file) + "\n"
}

/// The object, with the name of the picture as its first member `file` if there is one.
pub(super) fn object(document: &Document, file: Option<&str>) -> String {
    let pages = document.pages.iter().map(PageView::new).collect();
    // Numbers, strings and lists: nothing that could fail.
    serde_json::to_string(&DocumentView { file, version: VERSION, pages }).unwrap_or_default()
}

#[derive(Serialize)]
struct DocumentView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    version: u32,
    pages: Vec<PageView<'a>>,
}

#[derive(Serialize)]
struct PageView<'a> {
    number: u32,
    width: u32,
    height: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolution: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<UnreadScript>,
    blocks: Vec<BlockView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<CodeView<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attachments: &'a [String],
}

#[derive(Serialize)]
struct CodeView<'a> {
    kind: CodeKind,
    text: &'a str,
    quad: [[f64; 2]; 4],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BlockView<'a> {
    #[serde(flatten)]
    kind: KindView<'a>,
    gap_before: bool,
    lines: Vec<LineView<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum KindView<'a> {
    Paragraph,
    Heading {
        level: u8,
    },
    ListItem {
        marker: Marker,
        depth: u8,
    },
    #[serde(rename_all = "camelCase")]
    Table {
        rows: u32,
        columns: u32,
        header_rows: u32,
        cells: &'a [Cell],
    },
    Code,
    Caption,
    RunningHead,
    RunningFoot,
    Figure,
}

#[derive(Serialize)]
struct LineView<'a> {
    text: String,
    confidence: f64,
    quad: [[f64; 2]; 4],
    start: LineStart,
    #[serde(skip_serializing_if = "Option::is_none")]
    indent: Option<u32>,
    words: Vec<WordView<'a>>,
}

#[derive(Serialize)]
struct WordView<'a> {
    text: &'a str,
    confidence: f64,
    quad: [[f64; 2]; 4],
    characters: Vec<f64>,
}

impl<'a> PageView<'a> {
    fn new(page: &'a Page) -> Self {
        let blocks = page.blocks.iter().map(BlockView::new).collect();
        let codes = page.codes.iter().map(CodeView::new).collect();
        let &Page { number, width, height, unread, .. } = page;
        let resolution = page.resolution.map(|it| [it.x, it.y].map(|it| rounded(it, 100.0)));
        Self {
            number,
            width,
            height,
            resolution,
            unread,
            blocks,
            codes,
            attachments: &page.attachments,
        }
    }
}

impl<'a> CodeView<'a> {
    fn new(code: &'a Code) -> Self {
        Self { kind: code.kind, text: &code.text, quad: corners(&code.quad) }
    }
}

impl<'a> BlockView<'a> {
    fn new(block: &'a Block) -> Self {
        Self {
            kind: KindView::new(&block.kind),
            gap_before: block.gap_before,
            lines: block.lines.iter().map(LineView::new).collect(),
        }
    }
}

impl<'a> KindView<'a> {
    fn new(kind: &'a BlockKind) -> Self {
        match kind {
            BlockKind::Paragraph => Self::Paragraph,
            BlockKind::Heading { level } => Self::Heading { level: *level },
            BlockKind::ListItem { marker, depth } => {
                Self::ListItem { marker: *marker, depth: *depth }
            }
            BlockKind::Table(table) => Self::Table {
                rows: table.rows,
                columns: table.columns,
                header_rows: table.header_rows,
                cells: &table.cells,
            },
            BlockKind::Code => Self::Code,
            BlockKind::Caption => Self::Caption,
            BlockKind::RunningHead => Self::RunningHead,
            BlockKind::RunningFoot => Self::RunningFoot,
            BlockKind::Figure => Self::Figure,
        }
    }
}

impl<'a> LineView<'a> {
    fn new(line: &'a Line) -> Self {
        Self {
            text: line.text(),
            confidence: rounded(line.confidence(), 1000.0),
            quad: corners(&line.quad),
            start: line.start,
            indent: (line.indent > 0).then_some(line.indent),
            words: line.words.iter().map(WordView::new).collect(),
        }
    }
}

impl<'a> WordView<'a> {
    fn new(word: &'a Word) -> Self {
        Self {
            text: &word.text,
            confidence: rounded(word.confidence, 1000.0),
            quad: corners(&word.quad),
            characters: word.characters.iter().map(|it| rounded(*it, 1000.0)).collect(),
        }
    }
}

fn corners(quad: &Quad) -> [[f64; 2]; 4] {
    quad.0.map(|corner| corner.map(|value| rounded(value, 10.0)))
}

/// Of what is no number, JSON knows only `null`; a reader is better served by zero.
fn rounded(value: f32, parts: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0.
    if value.is_finite() { (f64::from(value) * parts).round() / parts + 0.0 } else { 0.0 }
}
