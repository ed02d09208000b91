//! Without consent nothing is read or stored, and withdrawing leaves nothing.

use serde_json::{Value, json};

use crate::page::{HELLO, Page, kind, newest, settings, until};

/// Every command that touches a picture or stores something, with valid arguments.
fn commands_that_need_consent() -> Vec<(&'static str, Value)> {
    vec![
        ("add_clipboard", json!({})),
        ("clipboard_text", json!({})),
        ("open", json!({})),
        ("unlock", json!({ "id": 1, "password": "secret" })),
        ("rotate", json!({ "id": 1, "quarters": 1 })),
        ("page", json!({ "id": 1, "page": 1 })),
        ("preview", json!({ "id": 1, "page": 1 })),
        ("thumbnail", json!({ "id": 1, "page": 1 })),
        ("text", json!({ "id": 1, "lines": "keep" })),
        ("copy", json!({ "text": "something" })),
        ("copy_as", json!({ "ids": [1], "format": "table" })),
        ("edit", json!({ "id": 1, "lines": "keep", "text": "something", "joins": false })),
        ("ignore_area", {
            let area = json!({ "left": 0, "top": 0, "width": 9, "height": 9 });
            json!({ "id": 1, "lines": "keep", "page": 1, "area": area })
        }),
        ("ignore_area_from_now_on", {
            let area = json!({ "left": 0, "top": 0, "width": 9, "height": 9 });
            json!({ "id": 1, "page": 1, "area": area })
        }),
        ("step", json!({ "id": 1, "lines": "keep", "step": "undo" })),
        ("word_at", json!({ "id": 1, "place": 0 })),
        ("span_of", json!({ "id": 1, "word": { "page": 1, "line": 0, "word": 0 } })),
        ("save", json!({ "id": 1, "format": "docx", "kind": "Word" })),
        ("save_all", json!({})),
        ("save_all_as_pdf", json!({ "kind": "PDF" })),
        ("acknowledge", json!({ "version": 1 })),
        ("set_counter", json!({ "month": "2026-11", "pictures": 1 })),
        ("set_settings", json!({ "settings": settings() })),
        ("capture", json!({})),
        ("capture_again", json!({})),
    ]
}

#[test]
fn without_consent_every_command_is_refused() {
    let page = Page::new();
    for (command, arguments) in commands_that_need_consent() {
        assert_eq!(kind(page.call(command, arguments)), "notConsented", "{command}");
    }
    assert_eq!(kind(page.add(HELLO, "a.png")), "notConsented");
    let status = page.privacy_status();
    assert_eq!([&status["pictures"], &status["workers"], &status["idleWorkers"]], [0, 0, 0]);
    assert!(page.files().is_empty(), "nothing is stored before consent");
}

#[test]
fn only_the_current_policy_can_be_agreed_to() {
    let page = Page::new();
    let version = newest(&page).as_u64().unwrap();
    let agree =
        |version: u64, adult| page.call("agree", json!({ "version": version, "adult": adult }));
    assert_eq!(kind(agree(version + 1, true)), "stalePolicy");
    assert_eq!(kind(agree(version - 1, true)), "stalePolicy");
    assert_eq!(kind(agree(version, false)), "notAdult");
    assert_eq!(kind(page.add(HELLO, "a.png")), "notConsented");
    assert!(page.files().is_empty());
}

#[test]
fn clearing_and_withdrawing_leave_nothing() {
    let page = Page::agreed();
    page.add(HELLO, "a.png").unwrap();
    page.text(1);
    page.call("clear", json!({})).unwrap();
    assert_eq!(page.privacy_status()["pictureBytes"], 0);
    assert_eq!(kind(page.call("text", json!({ "id": 1, "lines": "keep" }))), "noSuchJob");

    page.call("set_settings", json!({ "settings": settings() })).unwrap();
    page.add(HELLO, "a.png").unwrap();
    page.text(2);
    until(|| (page.files().len() == 3).then_some(()));
    let start = page.call("withdraw", json!({})).unwrap();
    assert_eq!(start["consent"]["kind"], "missing");
    let status = page.privacy_status();
    assert_eq!([&status["pictures"], &status["workers"], &status["idleWorkers"]], [0, 0, 0]);
    assert!(page.files().is_empty());
    assert_eq!(kind(page.add(HELLO, "a.png")), "notConsented");
}
