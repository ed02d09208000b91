//! Commands as the page calls them, through Tauri's IPC and without a display. Workers run the real
//! program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use imagetotext_app::{App, shell};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

const HELLO: &[u8] = include_bytes!("../../tests/images/hello.png");

/// Every command that touches a picture or stores something, with valid arguments.
fn commands_that_need_consent() -> Vec<(&'static str, Value)> {
    vec![
        ("add_clipboard", json!({})),
        ("clipboard_text", json!({})),
        ("open", json!({})),
        ("rotate", json!({ "id": 1, "quarters": 1 })),
        ("page", json!({ "id": 1, "page": 1 })),
        ("preview", json!({ "id": 1, "page": 1 })),
        ("thumbnail", json!({ "id": 1 })),
        ("text", json!({ "id": 1, "lines": "keep" })),
        ("copy", json!({ "text": "something" })),
        ("copy_as", json!({ "ids": [1], "format": "table" })),
        ("edit", json!({ "id": 1, "lines": "keep", "text": "something", "joins": false })),
        ("step", json!({ "id": 1, "lines": "keep", "step": "undo" })),
        ("word_at", json!({ "id": 1, "place": 0 })),
        ("span_of", json!({ "id": 1, "word": { "page": 1, "line": 0, "word": 0 } })),
        ("save", json!({ "id": 1 })),
        ("save_all", json!({})),
        ("acknowledge", json!({ "version": 1 })),
        ("set_counter", json!({ "month": "2026-11", "pictures": 1 })),
        ("set_settings", json!({ "settings": settings() })),
        ("capture", json!({})),
        ("capture_again", json!({})),
    ]
}

fn settings() -> Value {
    json!({
        "theme": "dark", "lines": "keep", "copyAtOnce": false, "privateCopy": true, "count": true,
        "engine": "builtin", "textSize": 100, "keepOnTop": false, "window": null,
        "capture": capture_settings(),
    })
}

fn capture_settings() -> Value {
    json!({
        "hotkey": "Super+Shift+T", "againHotkey": "", "target": "window", "tray": false,
        "startHidden": false,
    })
}

/// The shell, and a page that sends what a test wants.
struct Page {
    window: WebviewWindow<MockRuntime>,
    folder: tempfile::TempDir,
    app: tauri::App<MockRuntime>,
}

impl Page {
    fn new() -> Self {
        Self::with_worker(Path::new(env!("CARGO_BIN_EXE_imagetotext-app")))
    }

    fn with_worker(program: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = App::new(folder.path().join("imagetotext"), program.into());
        let app = shell(mock_builder(), state).build(mock_context(noop_assets())).unwrap();
        let window =
            WebviewWindowBuilder::new(&app, "main", WebviewUrl::default()).build().unwrap();
        Self { window, folder, app }
    }

    fn agreed() -> Self {
        let page = Self::new();
        page.agree();
        page
    }

    fn agree(&self) {
        let start = self.call("agree", json!({ "version": newest(self), "adult": true })).unwrap();
        assert_eq!(start["consent"]["kind"], "given");
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer = self.request(command, InvokeBody::Json(arguments), &[])?;
        Ok(match answer {
            InvokeResponseBody::Json(text) => serde_json::from_str(&text).unwrap(),
            InvokeResponseBody::Raw(bytes) => Value::from(bytes),
        })
    }

    fn add(&self, bytes: &[u8], name: &str) -> Result<Value, Value> {
        let answer = self.request("add_bytes", InvokeBody::Raw(bytes.into()), &[("name", name)])?;
        Ok(answer.deserialize().unwrap())
    }

    fn request(
        &self,
        command: &str,
        body: InvokeBody,
        headers: &[(&'static str, &str)],
    ) -> Result<InvokeResponseBody, Value> {
        let headers =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body,
            headers: headers.collect(),
            invoke_key: INVOKE_KEY.into(),
        };
        get_ipc_response(&self.window, request)
    }

    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("imagetotext")) else {
            return Vec::new();
        };
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    fn privacy_status(&self) -> Value {
        self.call("privacy_status", json!({})).unwrap()
    }

    /// Waits for the text of a picture.
    fn text(&self, id: u32) -> String {
        let text = until(|| self.call("text", json!({ "id": id, "lines": "keep" })).ok());
        text["text"].as_str().unwrap().into()
    }
}

/// The current version of the policy.
fn newest(page: &Page) -> Value {
    // Withdrawing without a consent changes nothing and returns the initial state.
    page.call("withdraw", json!({})).unwrap()["policies"][0]["number"].clone()
}

fn until<T>(look: impl Fn() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "not within a minute");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn kind(answer: Result<Value, Value>) -> String {
    answer.unwrap_err()["kind"].as_str().unwrap().into()
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

/// The page sends the text of picture 1 as the person edited it.
fn edit(page: &Page, lines: &str, text: &str) -> Value {
    let edit = json!({ "id": 1, "lines": lines, "text": text, "joins": false });
    page.call("edit", edit).unwrap()
}

fn text_in(page: &Page, lines: &str) -> String {
    let view = page.call("text", json!({ "id": 1, "lines": lines })).unwrap();
    view["text"].as_str().unwrap().into()
}

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
fn one_page_of_several_is_rotated_alone() {
    let page = Page::agreed();
    page.add(include_bytes!("../../tests/e2e/pictures/pages.tif"), "letter.tif").unwrap();
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

#[test]
fn the_folder_that_the_web_view_writes_to_is_shown() {
    let page = Page::new();
    assert_eq!(page.privacy_status()["memoryFolder"], Value::Null);
    page.app.state::<App>().set_web_storage("/run/user/1000/imagetotext-web-x".into());
    assert_eq!(page.privacy_status()["memoryFolder"], "/run/user/1000/imagetotext-web-x");
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
