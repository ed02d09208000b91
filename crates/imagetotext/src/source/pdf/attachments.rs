//! Names of the files that are attached to a PDF. The files are not opened: ISO 32000-1, 7.11.4 and 12.5.6.15.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Object};
use hayro::hayro_syntax::page::Page;

use super::text_string;
use crate::Page as ReadPage;
use crate::source::Format;
use crate::source::contained::decode_contained;

/// Most nodes of a tree of names that are looked at, and annotations of a page. Trees may have circles, and more names
/// than are shown.
const MOST_NODES: usize = 1000;

/// Names of the files that are attached to the document.
pub(super) fn of_file(file: &Pdf) -> Vec<String> {
    let mut names = Vec::new();
    // What is damaged here costs no page.
    let _ = decode_contained(Format::Pdf, || {
        add_of_file(&mut names, file);
        Ok(())
    });
    names
}

/// Adds those of the files that are attached to a page, up to the number that a page may have.
pub(super) fn add_of_page(names: &mut Vec<String>, page: &Page<'_>) {
    let _ = decode_contained(Format::Pdf, || {
        add_of_annotations(names, page);
        Ok(())
    });
}

fn add_of_file(names: &mut Vec<String>, file: &Pdf) {
    let catalogue = file.xref().get::<Dict<'_>>(file.xref().root_id());
    let trees = catalogue.and_then(|it| it.get::<Dict<'_>>(b"Names"));
    let mut nodes: Vec<Dict<'_>> =
        trees.and_then(|it| it.get::<Dict<'_>>(b"EmbeddedFiles")).into_iter().collect();
    for _ in 0..MOST_NODES {
        let Some(node) = nodes.pop() else { break };
        if let Some(pairs) = node.get::<Array<'_>>(b"Names") {
            let left = ReadPage::MAX_ATTACHMENTS - names.len();
            // A key comes before each file.
            let files = pairs.iter::<Object<'_>>().skip(1).step_by(2).take(left);
            names.extend(files.filter_map(name));
        }
        if names.len() == ReadPage::MAX_ATTACHMENTS {
            break;
        }
        if let Some(kids) = node.get::<Array<'_>>(b"Kids") {
            let waiting = nodes.len();
            nodes.extend(kids.iter::<Dict<'_>>().take(MOST_NODES.saturating_sub(waiting)));
            nodes[waiting..].reverse();
        }
    }
}

fn add_of_annotations(names: &mut Vec<String>, page: &Page<'_>) {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return };
    for annotation in annotations.iter::<Dict<'_>>().take(MOST_NODES) {
        if names.len() >= ReadPage::MAX_ATTACHMENTS {
            break;
        }
        let kind = annotation.get::<Object<'_>>(b"Subtype").and_then(Object::into_name);
        if kind.is_some_and(|kind| kind.as_ref() == b"FileAttachment") {
            let name = annotation.get::<Object<'_>>(b"FS").and_then(name);
            // A file can be attached to the document and shown on a page.
            let name = name.filter(|name| !names.contains(name));
            names.extend(name);
        }
    }
}

/// The name of a file specification: ISO 32000-1, 7.11.3.
fn name(file: Object<'_>) -> Option<String> {
    let name = match file {
        Object::Dict(dict) => ["UF", "F"].iter().find_map(|key| dict.get::<Object<'_>>(key))?,
        other => other,
    };
    ReadPage::attachment_name(&text_string::decoded(name.into_string()?.as_bytes()))
}
