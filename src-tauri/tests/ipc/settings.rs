//! What is stored, and what the page is shown of this program.

use imagetotext_app::App;
use serde_json::{Value, json};
use tauri::Manager as _;

use crate::page::{Page, capture_settings, settings};

#[test]
fn before_consent_a_language_can_be_chosen_but_is_not_stored() {
    let page = Page::new();
    page.call("set_language", json!({ "language": "pt-BR" })).unwrap();
    assert!(page.call("set_language", json!({ "language": "xx" })).is_err());
    assert!(page.files().is_empty());
}

#[test]
fn the_language_is_stored_with_the_settings() {
    let page = Page::agreed();
    let mut settings = settings();
    settings["language"] = json!("pl");
    page.call("set_settings", json!({ "settings": settings })).unwrap();
    assert_eq!(page.call("stored_data", json!({})).unwrap()["settings"]["language"], "pl");
}

#[test]
fn the_folder_that_the_web_view_writes_to_is_shown() {
    let page = Page::new();
    assert_eq!(page.privacy_status()["memoryFolder"], Value::Null);
    page.app.state::<App>().set_web_storage("/run/user/1000/imagetotext-web-x".into());
    assert_eq!(page.privacy_status()["memoryFolder"], "/run/user/1000/imagetotext-web-x");
}

#[test]
fn capture_settings_are_kept_and_take_no_keys_without_a_desktop() {
    let page = Page::agreed();
    let kept = page.call("set_settings", json!({ "settings": settings() })).unwrap();
    assert_eq!(kept["capture"], capture_settings());
    let status = page.call("capture_status", json!({})).unwrap();
    assert_eq!([&status["hotkey"], &status["againHotkey"]], ["off", "off"]);
    assert_eq!(status["hasTray"], false);
}

#[test]
fn settings_of_an_older_version_get_the_defaults_of_capturing() {
    let page = Page::agreed();
    let mut old = settings();
    old.as_object_mut().unwrap().remove("capture");
    let kept = page.call("set_settings", json!({ "settings": old })).unwrap();
    assert_eq!(kept["capture"]["hotkey"], "Super+Shift+T");
    assert_eq!(kept["capture"]["startHidden"], false);
    assert_eq!(kept["capture"]["target"], "clipboard");
}
