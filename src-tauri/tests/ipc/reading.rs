//! Pictures are read by workers, whatever those do.

use std::path::Path;

use serde_json::json;

use crate::page::{HELLO, Page, edit, kind, settings, text_in, until};

#[test]
fn each_engine_reads() {
    let page = Page::agreed();
    for (id, engine) in (1..).zip(["ocrs", "builtin"]) {
        let mut settings = settings();
        settings["engine"] = json!(engine);
        assert_eq!(
            page.call("set_settings", json!({ "settings": settings })).unwrap()["engine"],
            engine
        );
        page.add(HELLO, "hello.png").unwrap();
        assert!(page.text(id).contains("Hello"), "{engine}");
    }
}

#[test]
fn a_picture_is_read_by_a_process_of_its_own() {
    let page = Page::agreed();
    assert_eq!(page.add(HELLO, "a%20b%C3%BC.png").unwrap()["added"], 1);
    assert!(page.text(1).contains("Hello"));
    let view = page.call("page", json!({ "id": 1, "page": 1 })).unwrap();
    let lines = view["lines"].as_array().unwrap();
    assert!(!lines.is_empty());
    for bytes in ["preview", "thumbnail"] {
        let pixels = page.call(bytes, json!({ "id": 1, "page": 1 })).unwrap();
        let bytes: Vec<u64> =
            pixels.as_array().unwrap().iter().map(|b| b.as_u64().unwrap()).collect();
        let side = |at: usize| bytes[at] + (bytes[at + 1] << 8);
        assert_eq!(bytes.len() as u64, 8 + side(0) * side(4) * 4);
    }
    let status = page.privacy_status();
    assert_eq!([&status["pictures"], &status["workers"]], [1, 0]);
    assert!(status["pictureBytes"].as_u64().unwrap() >= HELLO.len() as u64);
}

#[test]
fn one_page_of_several_is_rotated_alone() {
    let page = Page::agreed();
    page.add(include_bytes!("../../../tests/e2e/pictures/pages.tif"), "letter.tif").unwrap();
    let edited = page.text(1).replacen("second", "other", 1);
    let view = |number: u32| until(|| page.call("page", json!({ "id": 1, "page": number })).ok());
    let before = [view(1), view(2)];
    edit(&page, "keep", &edited);
    page.call("rotate", json!({ "id": 1, "quarters": 1, "page": 2 })).unwrap();
    assert_eq!(view(1), before[0], "it stays as it is");
    assert_eq!(view(2)["width"], before[1]["height"]);
    page.call("rotate", json!({ "id": 1, "quarters": -1, "page": 2 })).unwrap();
    assert_eq!(view(2)["width"], before[1]["width"]);
    assert_eq!(text_in(&page, "keep"), edited, "and the edits are there again");
}

#[test]
fn a_rotated_picture_is_read_again() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    page.text(1);
    let width = |page: &Page| {
        until(|| page.call("page", json!({ "id": 1, "page": 1 })).ok())["width"].clone()
    };
    let before = width(&page);
    page.call("rotate", json!({ "id": 1, "quarters": -1 })).unwrap();
    assert_ne!(width(&page), before);
}

#[test]
fn a_locked_pdf_is_read_with_its_password() {
    let page = Page::agreed();
    page.add(include_bytes!("../../../tests/images/pdf/aes-256.pdf"), "letter.pdf").unwrap();
    let unlock = |password: &str| {
        until(|| page.call("unlock", json!({ "id": 1, "password": password })).ok());
    };
    unlock("wrong");
    unlock("sesame");
    assert!(page.text(1).contains("Only for your eyes"));
    let refused = page.call("unlock", json!({ "id": 1, "password": "sesame" }));
    assert_eq!(kind(refused), "noSuchJob", "it is read already");
}

#[test]
fn a_file_that_is_no_picture_does_not_stop_the_queue() {
    let page = Page::agreed();
    page.add(b"a letter", "letter.png").unwrap();
    page.add(HELLO, "a.png").unwrap();
    assert!(page.text(2).contains("Hello"));
    assert_eq!(kind(page.call("text", json!({ "id": 1, "lines": "keep" }))), "noSuchJob");
}

#[test]
fn a_worker_that_cannot_start_is_survived() {
    fails_with_worker("/nonexistent/program");
}

#[test]
#[cfg(unix)]
fn a_worker_that_sends_garbage_or_ends_at_once_is_survived() {
    for program in ["/bin/cat", "/bin/true"] {
        fails_with_worker(program);
    }
}

fn fails_with_worker(program: &str) {
    let page = Page::with_worker(Path::new(program));
    page.agree();
    page.add(HELLO, "a.png").unwrap();
    // Only a picture that nobody reads any more can be rotated.
    until(|| page.call("rotate", json!({ "id": 1, "quarters": 0 })).ok());
    assert_eq!(kind(page.call("text", json!({ "id": 1, "lines": "keep" }))), "noSuchJob");
}

#[test]
fn a_picture_as_json_is_refused() {
    let page = Page::agreed();
    assert_eq!(kind(page.call("add_bytes", json!({ "bytes": HELLO }))), "badRequest");
}

#[test]
fn cancelling_stops_reading_and_waiting_pictures() {
    let page = Page::agreed();
    for _ in 0..4 {
        page.add(HELLO, "a.png").unwrap();
    }
    page.call("cancel_all", json!({})).unwrap();
    until(|| (page.privacy_status()["workers"] == 0).then_some(()));
    assert_eq!(page.privacy_status()["pictures"], 4);
    page.call("remove", json!({ "id": 2 })).unwrap();
    assert_eq!(page.privacy_status()["pictures"], 3);
    page.add(HELLO, "a.png").unwrap();
    assert!(page.text(5).contains("Hello"));
}
