//! What a person corrects in a text.

use serde_json::json;

use crate::page::{HELLO, Page, edit, text_in, until};

#[test]
fn a_correction_is_in_every_line_mode_and_in_the_picture() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let edited = read.replacen("Hello", "Goodbye", 1);
    let view = edit(&page, "keep", &edited);
    assert_eq!([&view["edited"], &view["canUndo"]], [true, true]);
    for lines in ["keep", "paragraphs", "one"] {
        let text = text_in(&page, lines);
        assert!(text.contains("Goodbye") && !text.contains("Hello"), "{text}");
    }
    let words = page.call("page", json!({ "id": 1, "page": 1 })).unwrap().to_string();
    assert!(words.contains("Goodbye") && !words.contains("Hello"), "{words}");
    let place = edited.find("Goodbye").unwrap();
    let span = page.call("word_at", json!({ "id": 1, "place": place + 1 })).unwrap();
    assert_eq!(span["start"], place);
    let word = json!({ "page": span["page"], "line": span["line"], "word": span["word"] });
    assert_eq!(page.call("span_of", json!({ "id": 1, "word": word })).unwrap(), span);
}

#[test]
fn edits_are_undone_and_redone() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let step = |step: &str| {
        let view = page.call("step", json!({ "id": 1, "lines": "keep", "step": step })).unwrap();
        view["text"].as_str().unwrap().to_owned()
    };
    edit(&page, "keep", "one\n");
    edit(&page, "one", "one two");
    assert_eq!(step("undo"), "one\n");
    assert_eq!(step("undo"), read);
    assert_eq!(step("undo"), read);
    assert_eq!(step("redo"), "one\n");
    assert_eq!(step("redo"), "one two\n");
    assert_eq!(step("restore"), read);
    assert_eq!(page.call("unkept", json!({})).unwrap(), json!([]));
    assert_eq!(step("undo"), "one two\n");
    assert_eq!(page.call("unkept", json!({})).unwrap(), json!([1]));
    page.call("clear", json!({})).unwrap();
    assert_eq!(page.call("unkept", json!({})).unwrap(), json!([]));
}

#[test]
fn an_area_that_is_left_out_comes_back_with_undo() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let view = page.call("page", json!({ "id": 1, "page": 1 })).unwrap();
    let area = json!({ "left": 0, "top": 0, "width": view["width"], "height": view["height"] });
    let ignore = json!({ "id": 1, "lines": "keep", "page": 1, "area": area });
    let ignored = page.call("ignore_area", ignore).unwrap();
    assert_eq!([&ignored["text"], &ignored["canUndo"]], [&json!(""), &json!(true)]);
    assert_eq!(text_in(&page, "one").trim(), "");
    let undo = json!({ "id": 1, "lines": "keep", "step": "undo" });
    assert_eq!(page.call("step", undo).unwrap()["text"], read);
}

#[test]
fn an_area_is_left_out_of_pictures_that_come_later_until_it_is_cleared() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let view = page.call("page", json!({ "id": 1, "page": 1 })).unwrap();
    let area = json!({ "left": 0, "top": 0, "width": view["width"], "height": view["height"] });
    let ignore = json!({ "id": 1, "page": 1, "area": area });
    page.call("ignore_area_from_now_on", ignore.clone()).unwrap();
    let text = |id: u32| {
        page.add(HELLO, "b.png").unwrap();
        page.text(id);
        page.call("text", json!({ "id": id, "lines": "keep" })).unwrap()
    };
    let later = text(2);
    assert_eq!([&later["text"], &later["canUndo"]], [&json!(""), &json!(true)]);
    let undo = json!({ "id": 2, "lines": "keep", "step": "undo" });
    assert_eq!(page.call("step", undo).unwrap()["text"], read);
    page.call("stop_ignoring_areas", json!({})).unwrap();
    assert_eq!(text(3)["text"], read);
    page.call("ignore_area_from_now_on", ignore).unwrap();
    page.call("clear", json!({})).unwrap();
    assert_eq!(text(4)["text"], read, "an empty list leaves nothing out");
}

#[test]
fn undo_brings_an_area_back_in_pictures_that_come_later_too() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let area = json!({ "left": 0, "top": 0, "width": 9999, "height": 9999 });
    page.call("ignore_area_from_now_on", json!({ "id": 1, "page": 1, "area": area })).unwrap();
    let ignore = json!({ "id": 1, "lines": "keep", "page": 1, "area": area });
    page.call("ignore_area", ignore).unwrap();
    for (step, id, expected) in [("undo", 2, read.as_str()), ("redo", 3, "")] {
        page.call("step", json!({ "id": 1, "lines": "keep", "step": step })).unwrap();
        page.add(HELLO, "b.png").unwrap();
        assert_eq!(page.text(id), expected, "{step}");
    }
}

#[test]
fn a_picture_out_of_which_an_area_was_left_need_not_be_saved() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    page.text(1);
    let area = json!({ "left": 0, "top": 0, "width": 9999, "height": 9999 });
    page.call("ignore_area_from_now_on", json!({ "id": 1, "page": 1, "area": area })).unwrap();
    page.add(HELLO, "b.png").unwrap();
    page.text(2);
    assert_eq!(page.call("unkept", json!({})).unwrap(), json!([]));
}

#[test]
fn links_and_numbers_are_found_in_a_corrected_text() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    page.text(1);
    let text = "żółw@harbour.example or +44 20 7946 0958";
    let view = edit(&page, "keep", text);
    let start = text.encode_utf16().count() - "+44 20 7946 0958".len();
    let phone = json!({ "kind": "phone", "start": start, "end": start + 16 });
    assert_eq!(view["entities"].as_array().unwrap().last(), Some(&phone));
}

#[test]
fn rotating_there_and_back_keeps_the_edits() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    let read = page.text(1);
    let edited = read.replacen("Hello", "Goodbye", 1);
    edit(&page, "keep", &edited);
    for (quarters, is_edited) in [(1, false), (-1, true), (2, false), (2, true)] {
        page.call("rotate", json!({ "id": 1, "quarters": quarters })).unwrap();
        let view = until(|| page.call("text", json!({ "id": 1, "lines": "keep" })).ok());
        assert_eq!(view["edited"], is_edited, "{quarters}");
        assert_eq!(page.call("unkept", json!({})).unwrap(), json!([1]), "nothing is lost");
    }
    assert_eq!(text_in(&page, "keep"), edited);
}

#[test]
fn rotating_a_page_keeps_the_edits_of_the_others() {
    const PAGES: &[u8] = include_bytes!("../../../tests/e2e/pictures/pages.tif");
    let page = Page::agreed();
    page.add(PAGES, "a.tif").unwrap();
    let read = page.text(1);
    let words: Vec<&str> = read.split_whitespace().collect();
    let (first, last) = (words[0], words[words.len() - 1]);
    let only_first = read.replacen(first, "Goodbye", 1);
    let end = only_first.rfind(last).unwrap();
    let (before, after) = only_first.split_at(end + last.len());
    let edited = format!("{before} Appendix{after}");
    edit(&page, "keep", &only_first);
    let view = edit(&page, "keep", &edited);
    let count = view["pages"].as_array().unwrap().len();
    assert_eq!(view["editedPages"], json!([1, count]));
    let rotate = |quarters: i32, number: usize| {
        let rotate = json!({ "id": 1, "quarters": quarters, "page": number });
        page.call("rotate", rotate).unwrap();
        until(|| page.call("text", json!({ "id": 1, "lines": "keep" })).ok())
    };
    // The last page loses its own, and has it again when it is rotated back; undo still works then.
    let rotated = rotate(1, count);
    assert!(rotated["text"].as_str().unwrap().starts_with("Goodbye"), "{rotated}");
    assert_eq!(rotated["editedPages"], json!([1]));
    assert_eq!(rotated["canUndo"], false, "undo takes back no edit of another page unseen");
    assert_eq!(rotate(-1, count)["text"], edited);
    let undo = json!({ "id": 1, "lines": "keep", "step": "undo" });
    assert_eq!(page.call("step", undo).unwrap()["text"], only_first);
    // What is edited meanwhile stays.
    rotate(1, 1);
    let meanwhile = text_in(&page, "keep");
    assert!(!meanwhile.contains("Goodbye"));
    edit(&page, "keep", &format!("{} Meanwhile\n", meanwhile.trim_end()));
    let back = rotate(-1, 1);
    let text = back["text"].as_str().unwrap();
    assert!(text.starts_with("Goodbye") && text.trim_end().ends_with("Meanwhile"), "{text}");
    // Taking all edits back is a step as it was.
    let restore = json!({ "id": 1, "lines": "keep", "step": "restore" });
    assert_eq!(page.call("step", restore).unwrap()["text"], read);
}
