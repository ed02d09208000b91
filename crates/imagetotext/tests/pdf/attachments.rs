//! Files that are attached to a PDF are named and not opened.

use imagetotext::Page;

use crate::builder::{PdfBuilder, line};
use crate::read;

const A5: [u32; 2] = [420, 595];

/// A file of one page with this tree of names, which is object 4; `more` are those after it.
fn with_tree(tree: &str, more: &[String], page: &str) -> Page {
    let mut pdf = PdfBuilder::new();
    assert_eq!(pdf.add(tree), 4);
    for object in more {
        pdf.add(object.as_str());
    }
    pdf.page(A5, &line(20, [40, 500], "Zebra crossing"), page);
    pdf.catalogue = "/Names << /EmbeddedFiles 4 0 R >>".into();
    read(pdf.finish()).remove(0)
}

#[test]
fn attached_files_are_named_on_the_first_page() {
    let mut pdf = PdfBuilder::new();
    pdf.add("<< /Kids [5 0 R 6 0 R] >>");
    pdf.add("<< /Names [(a) << /Type /Filespec /F (a.txt) /UF <feff00fc002e0070006e0067> >>] >>");
    pdf.add("<< /Names [(b) << /F (b\\nc.pdf) >> (c) (c.doc) (d) 7] >>");
    let text = line(20, [40, 500], "Zebra crossing");
    let note =
        "<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /UF (note.wav) >> >>";
    let again = "<< /Subtype /FileAttachment /FS << /F (c.doc) >> >> << /Subtype /Text >>";
    pdf.page(A5, &text, &format!("/Annots [{again}]"));
    pdf.page(A5, &text, &format!("/Annots [{note}]"));
    pdf.catalogue = "/Names << /EmbeddedFiles 4 0 R >>".into();
    let pages = read(pdf.finish());
    assert_eq!(pages[0].attachments, ["ü.png", "b\u{fffd}c.pdf", "c.doc"]);
    assert_eq!(pages[1].attachments, ["note.wav"]);
}

#[test]
fn names_that_have_no_end_are_given_up() {
    // Nodes that are children of their children.
    let other = ["<< /Kids [4 0 R 4 0 R 5 0 R] /Names [(b) << /F (b.txt) >>] >>".to_owned()];
    let tree = "<< /Kids [5 0 R 5 0 R 4 0 R] /Names [(a) << /F (a.txt) >>] >>";
    let circle = with_tree(tree, &other, "");
    assert!(circle.attachments.starts_with(&["a.txt".into(), "b.txt".into()]));
    assert!(circle.is_sound());
    let other = ["<< /Kids [4 0 R 4 0 R 5 0 R] >>".to_owned()];
    let nothing = with_tree("<< /Kids [5 0 R 5 0 R 5 0 R] >>", &other, "");
    assert!(nothing.attachments.is_empty());
    let many: Vec<_> = (0..100_000).map(|n| format!("({n}) << /F ({n}.txt) >>")).collect();
    let page = with_tree(&format!("<< /Names [{}] >>", many.join(" ")), &[], "");
    assert_eq!(page.attachments.len(), Page::MAX_ATTACHMENTS);
    assert!(page.is_sound());
    let annotation = "<< /Subtype /FileAttachment /FS (x.txt) >> ";
    let page = with_tree("null", &[], &format!("/Annots [{}]", annotation.repeat(100_000)));
    assert_eq!(page.attachments, ["x.txt"]);
}

#[test]
fn what_is_no_name_is_none() {
    for tree in
        ["7", "<< /Names 7 >>", "<< /Names [] >>", "<< /Names [(a)] >>", "<< /Names [(a) << >>] >>"]
    {
        assert!(with_tree(tree, &[], "/Annots 7").attachments.is_empty(), "{tree}");
    }
}
