//! How a page is written again after the end of its file, with room for text: see [`PageUpdate`].

use hayro::hayro_interpret::TransformExt as _;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::dict::keys::{
    CONTENTS, ENCRYPT, FONT, PARENT, RESOURCES, ROOT, SIZE, TYPE,
};
use hayro::hayro_syntax::object::{
    Array, Dict, FromBytes as _, MaybeRef, Object, ObjectIdentifier, Stream,
};
use hayro::hayro_syntax::page::Page;

use crate::Bounds;
use crate::source::page_update::{FONT_NAME, FileEnd, MAX_DICTIONARY, PageUpdate};

/// The end of the file says within so many bytes where the table of its objects is (ISO 32000-1, 7.5.5).
const TAIL: usize = 1024;

/// Most nodes between a page and the root of the pages.
const MOST_LEVELS: usize = 64;

/// The end of a file; `None` if nothing can be added to it: it is encrypted or damaged.
pub(super) fn end_of(bytes: &[u8], file: &Pdf) -> Option<FileEnd> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let start = rfind(tail, b"startxref")? + b"startxref".len();
    let table: u64 = number(tail[start..].trim_ascii_start())?;
    let section = bytes.get(usize::try_from(table).ok()?..)?;
    let is_stream = !section.starts_with(b"xref");
    let keyword: &[u8] = if is_stream { b"obj" } else { b"trailer" };
    let dict = &section[find(section, keyword)? + keyword.len()..];
    let dict = Dict::from_bytes(dict.trim_ascii_start())?;
    let is_table = |dict: &Dict<'_>| {
        dict.get::<Object<'_>>(TYPE).and_then(Object::into_name).is_some_and(|it| &*it == b"XRef")
    };
    if is_stream && !is_table(&dict) || dict.contains_key(ENCRYPT) {
        return None;
    }
    let root = dict.get_ref(ROOT).filter(|&root| file.xref().root_id() == root.into())?;
    let mut trailer = format!("/Root {} {} R", root.obj_number, root.gen_number).into_bytes();
    for key in ["Info", "ID"] {
        if let Some(value) = dict.get_raw::<Object<'_>>(key) {
            trailer.extend_from_slice(format!(" /{key} ").as_bytes());
            write(&mut trailer, &value)?;
        }
    }
    let free = u32::try_from(dict.get::<i32>(SIZE)?).ok()?;
    let pages = u32::try_from(file.pages().len()).ok()?;
    let end = FileEnd { table, is_stream, free, pages, trailer };
    // Some files have more objects than they say.
    let is_free = |number| {
        let id = ObjectIdentifier::new(number, 0);
        file.xref().get::<Object<'_>>(id).is_none()
    };
    let is_sound = end.is_sound() && (end.free..end.rest() + 8).all(is_free);
    is_sound.then_some(end)
}

/// A page, counted from 1, of which `parts` lack their text, or the whole page; `None` if it is not possible.
pub(super) fn of_page(
    page: &Page<'_>,
    number: u32,
    file: &FileEnd,
    parts: Option<Vec<Bounds>>,
) -> Option<PageUpdate> {
    let raw = page.raw();
    let id = raw.obj_id().filter(|id| id.gen_number == 0)?;
    // One that has no number of its own has that of what it is in.
    if page.xref().get::<Dict<'_>>(id)? != *raw {
        return None;
    }
    let mut dictionary = b"<<".to_vec();
    write_entries(&mut dictionary, raw, &[CONTENTS, RESOURCES])?;
    let contents = contents(raw)?;
    dictionary.extend_from_slice(format!(" /Contents [{} 0 R ", file.save_state()).as_bytes());
    dictionary.extend_from_slice(&contents);
    dictionary.extend_from_slice(format!(" {} 0 R] /Resources <<", file.text(number)).as_bytes());
    let resources = resources(page);
    let fonts = resources.get::<Dict<'_>>(FONT).unwrap_or_default();
    if fonts.contains_key(FONT_NAME) {
        return None;
    }
    write_entries(&mut dictionary, &resources, &[FONT])?;
    dictionary.extend_from_slice(b" /Font <<");
    write_entries(&mut dictionary, &fonts, &[])?;
    dictionary.extend_from_slice(format!(" /{FONT_NAME} {} 0 R >> >> >>", file.font()).as_bytes());
    let (width, height) = page.render_dimensions();
    // Of a page without area, this is no number.
    let matrix = page.initial_transform(false).to_kurbo().inverse().as_coeffs();
    let matrix = matrix.map(|it| it as f32);
    let (object, file, size) = (id.obj_number, file.clone(), [width, height]);
    let update = PageUpdate { file, object, dictionary, size, matrix, parts };
    update.is_sound().then_some(update)
}

/// The content streams of a page as they stand in an array.
fn contents(page: &Dict<'_>) -> Option<Vec<u8>> {
    match page.get_raw::<Object<'_>>(CONTENTS) {
        None => Some(Vec::new()),
        Some(MaybeRef::NotRef(Object::Array(array))) => Some(array.data().to_vec()),
        Some(MaybeRef::NotRef(_)) => None,
        Some(MaybeRef::Ref(id)) => {
            if let Some(array) = page.get::<Array<'_>>(CONTENTS) {
                return Some(array.data().to_vec());
            }
            page.get::<Stream<'_>>(CONTENTS)?;
            Some(format!("{} {} R", id.obj_number, id.gen_number).into_bytes())
        }
    }
}

/// Those of the page, or of a node that it is below.
fn resources<'a>(page: &Page<'a>) -> Dict<'a> {
    let mut node = page.raw().clone();
    for _ in 0..MOST_LEVELS {
        if let Some(resources) = node.get::<Dict<'_>>(RESOURCES) {
            return resources;
        }
        match node.get::<Dict<'_>>(PARENT) {
            Some(parent) => node = parent,
            None => break,
        }
    }
    Dict::empty()
}

/// Writes all entries but these.
fn write_entries(to: &mut Vec<u8>, dict: &Dict<'_>, but: &[&[u8]]) -> Option<()> {
    for (key, value) in dict.entries() {
        if !but.contains(&&*key) {
            to.push(b' ');
            write_name(to, &key);
            to.push(b' ');
            write(to, &value)?;
        }
    }
    (to.len() <= MAX_DICTIONARY).then_some(())
}

/// Writes a value as it stands in a file that is not encrypted: ISO 32000-1, 7.3.
fn write(to: &mut Vec<u8>, value: &MaybeRef<Object<'_>>) -> Option<()> {
    match value {
        MaybeRef::Ref(id) => {
            to.extend_from_slice(format!("{} {} R", id.obj_number, id.gen_number).as_bytes());
        }
        MaybeRef::NotRef(object) => match object {
            Object::Null(_) => to.extend_from_slice(b"null"),
            Object::Boolean(value) => to.extend_from_slice(value.to_string().as_bytes()),
            Object::Number(value) => {
                let value = value.as_f64();
                let text =
                    if value.fract() == 0.0 { value.to_string() } else { format!("{value:.6}") };
                to.extend_from_slice(text.as_bytes());
            }
            Object::String(value) => {
                let hex = value.as_bytes().iter().map(|byte| format!("{byte:02X}"));
                to.push(b'<');
                to.extend(hex.flat_map(String::into_bytes));
                to.push(b'>');
            }
            Object::Name(name) => write_name(to, name),
            Object::Dict(dict) => to.extend_from_slice(dict.data()),
            Object::Array(array) => {
                to.push(b'[');
                to.extend_from_slice(array.data());
                to.push(b']');
            }
            // Always an object of its own.
            Object::Stream(_) => return None,
        },
    }
    Some(())
}

fn write_name(to: &mut Vec<u8>, name: &[u8]) {
    to.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+') {
            to.push(*byte);
        } else {
            to.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&digits[..count]).ok()?.parse().ok()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}
