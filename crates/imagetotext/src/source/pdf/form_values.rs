//! Values of form fields that nothing draws: programs that show the form draw them, by ISO 32000-1, 12.7.3.3.

use hayro::hayro_interpret::TransformExt as _;
use hayro::hayro_syntax::object::{Array, Dict, Object, Rect as FileRect};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, Point, Rect, Vec2};

use super::glyphs::Glyph;
use super::text_string;
use crate::right_to_left::in_visual_order;

/// Most annotations of a page that are looked at, nodes from a field to the root of the form, and options of a field.
const MOST_ANNOTATIONS: usize = 1000;
const MOST_LEVELS: usize = 16;
const MOST_OPTIONS: usize = 1000;

/// Most characters of a page.
const MOST_CHARACTERS: usize = 20_000;

/// Flags of an annotation that is not seen: hidden, or not on a screen (table 165).
const UNSEEN: i32 = 1 << 1 | 1 << 5;

/// Flags of fields: text of several lines, a password (table 228), and a button that is only pressed (table 226).
const MULTILINE: i32 = 1 << 12;
const PASSWORD: i32 = 1 << 13;
const PUSH_BUTTON: i32 = 1 << 16;

/// What stands for a box that is ticked.
const TICKED: &str = "☒";

/// Size of the letters in points, and in heights of a field of one line, whichever is less.
const SIZE: f64 = 10.0;
const HEIGHT: f64 = 0.7;

/// Width of a letter in sizes.
const WIDTH: f64 = 0.5;

/// Adds the letters of the values that no appearance shows.
pub(super) fn add(glyphs: &mut Vec<Glyph>, page: &Page<'_>) {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return };
    let to_page = page.initial_transform(true).to_kurbo();
    let mut left = MOST_CHARACTERS;
    for annotation in annotations.iter::<Dict<'_>>().take(MOST_ANNOTATIONS) {
        if let Some(field) = Field::of(annotation)
            && let Some(text) = field.text()
        {
            field.place(&text, to_page, glyphs, &mut left);
        }
    }
}

/// A field whose value is not drawn.
struct Field<'a> {
    widget: Dict<'a>,
    /// From the widget to the root of the form.
    nodes: Vec<Dict<'a>>,
    flags: i32,
}

impl<'a> Field<'a> {
    fn of(widget: Dict<'a>) -> Option<Self> {
        let flags = widget.get::<i32>(b"F").unwrap_or(0);
        let is_drawn = widget.get::<Dict<'_>>(b"AP").is_some_and(|it| it.contains_key(b"N"));
        if name(&widget, b"Subtype")? != b"Widget" || is_drawn || flags & UNSEEN != 0 {
            return None;
        }
        let mut nodes = vec![widget.clone()];
        while nodes.len() < MOST_LEVELS
            && let Some(parent) = nodes[nodes.len() - 1].get::<Dict<'_>>(b"Parent")
        {
            nodes.push(parent);
        }
        let mut field = Self { widget, nodes, flags: 0 };
        field.flags = match field.inherited(b"Ff") {
            Some(Object::Number(flags)) => flags.as_i64() as i32,
            _ => 0,
        };
        Some(field)
    }

    fn inherited(&self, key: &[u8]) -> Option<Object<'a>> {
        self.nodes.iter().find_map(|node| node.get::<Object<'_>>(key))
    }

    fn text(&self) -> Option<String> {
        let kind = self.inherited(b"FT")?.into_name()?;
        let value = self.inherited(b"V");
        match kind.as_ref() {
            b"Tx" if self.flags & PASSWORD == 0 => string(value?),
            b"Ch" => {
                let values: Vec<String> = match value? {
                    Object::Array(values) => {
                        values.iter::<Object<'_>>().take(MOST_OPTIONS).filter_map(string).collect()
                    }
                    value => string(value).into_iter().collect(),
                };
                let shown = values.into_iter().map(|value| self.shown(&value).unwrap_or(value));
                Some(shown.collect::<Vec<_>>().join("\n"))
            }
            b"Btn" if self.flags & PUSH_BUTTON == 0 => {
                let state = self.widget.get::<Object<'_>>(b"AS").or(value)?.into_name()?;
                (state.as_ref() != b"Off").then(|| TICKED.to_owned())
            }
            _ => None,
        }
    }

    /// What a choice is called, if it has a name besides its value.
    fn shown(&self, value: &str) -> Option<String> {
        let Object::Array(options) = self.inherited(b"Opt")? else { return None };
        options.iter::<Object<'_>>().take(MOST_OPTIONS).find_map(|option| {
            let Object::Array(pair) = option else { return None };
            let mut pair = pair.iter::<Object<'_>>();
            let (export, shown) = (string(pair.next()?)?, string(pair.next()?)?);
            (export == value).then_some(shown)
        })
    }

    /// Puts the text into the rectangle of the field.
    fn place(&self, text: &str, to_page: Affine, glyphs: &mut Vec<Glyph>, left: &mut usize) {
        let Some(rect) = self.widget.get::<FileRect>(b"Rect") else { return };
        let rect = to_page.transform_rect_bbox(Rect::new(rect.x0, rect.y0, rect.x1, rect.y1));
        let lines: Vec<&str> = text.lines().collect();
        let is_one = self.flags & MULTILINE == 0 && lines.len() == 1;
        let size = if is_one { SIZE.min(rect.height() * HEIGHT) } else { SIZE };
        if !rect.is_finite() || size < 1.0 || rect.width() < 1.0 {
            return;
        }
        let middle = f64::midpoint(rect.y0, rect.y1) + size / 3.0;
        let first = if is_one { middle } else { rect.y0 + size };
        for (number, line) in lines.into_iter().enumerate() {
            let characters = in_visual_order(line);
            // What is too long for the field is narrow.
            let width = (size * WIDTH).min(rect.width() / characters.len().max(1) as f64);
            let baseline = first + number as f64 * size * 1.2;
            for (index, character) in characters.into_iter().enumerate() {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                let blank = character.is_whitespace();
                glyphs.push(Glyph {
                    text: if blank { " ".to_owned() } else { character.to_string() },
                    origin: Point::new(rect.x0 + index as f64 * width, baseline),
                    advance: Vec2::new(width, 0.0),
                    up: Vec2::new(0.0, -size),
                    is_drawn: false,
                });
            }
        }
    }
}

fn name<'a>(dict: &Dict<'a>, key: &[u8]) -> Option<Vec<u8>> {
    Some(dict.get::<Object<'a>>(key)?.into_name()?.as_ref().to_vec())
}

fn string(object: Object<'_>) -> Option<String> {
    match object {
        Object::String(text) => Some(text_string::decoded(text.as_bytes())),
        Object::Stream(text) => Some(text_string::decoded(&text.decoded_data().ok()?)),
        _ => None,
    }
}
