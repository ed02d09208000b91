//! The shell, and a page that calls its commands.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use imagetotext_app::{App, shell};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{WebviewUrl, WebviewWindow, WebviewWindowBuilder};

pub(crate) const HELLO: &[u8] = include_bytes!("../../../tests/images/hello.png");

/// The shell, and a page that sends what a test wants.
pub(crate) struct Page {
    window: WebviewWindow<MockRuntime>,
    folder: tempfile::TempDir,
    pub(crate) app: tauri::App<MockRuntime>,
}

impl Page {
    pub(crate) fn new() -> Self {
        Self::with_worker(Path::new(env!("CARGO_BIN_EXE_imagetotext-app")))
    }

    pub(crate) fn with_worker(program: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = App::new(folder.path().join("imagetotext"), program.into());
        let app = shell(mock_builder(), state).build(mock_context(noop_assets())).unwrap();
        let window =
            WebviewWindowBuilder::new(&app, "main", WebviewUrl::default()).build().unwrap();
        Self { window, folder, app }
    }

    pub(crate) fn agreed() -> Self {
        let page = Self::new();
        page.agree();
        page
    }

    pub(crate) fn agree(&self) {
        let start = self.call("agree", json!({ "version": newest(self), "adult": true })).unwrap();
        assert_eq!(start["consent"]["kind"], "given");
    }

    pub(crate) fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer = self.request(command, InvokeBody::Json(arguments), &[])?;
        Ok(match answer {
            InvokeResponseBody::Json(text) => serde_json::from_str(&text).unwrap(),
            InvokeResponseBody::Raw(bytes) => Value::from(bytes),
        })
    }

    pub(crate) fn add(&self, bytes: &[u8], name: &str) -> Result<Value, Value> {
        let answer = self.request("add_bytes", InvokeBody::Raw(bytes.into()), &[("name", name)])?;
        Ok(answer.deserialize().unwrap())
    }

    pub(crate) fn request(
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

    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("imagetotext")) else {
            return Vec::new();
        };
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    pub(crate) fn privacy_status(&self) -> Value {
        self.call("privacy_status", json!({})).unwrap()
    }

    /// Waits for the text of a picture.
    pub(crate) fn text(&self, id: u32) -> String {
        let text = until(|| self.call("text", json!({ "id": id, "lines": "keep" })).ok());
        text["text"].as_str().unwrap().into()
    }
}

/// The current version of the policy.
pub(crate) fn newest(page: &Page) -> Value {
    // Withdrawing without a consent changes nothing and returns the initial state.
    page.call("withdraw", json!({})).unwrap()["policies"][0]["number"].clone()
}

pub(crate) fn until<T>(look: impl Fn() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "not within a minute");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn kind(answer: Result<Value, Value>) -> String {
    answer.unwrap_err()["kind"].as_str().unwrap().into()
}

pub(crate) fn settings() -> Value {
    json!({
        "theme": "dark", "lines": "keep", "copyAtOnce": false, "privateCopy": true, "count": true,
        "engine": "builtin", "textSize": 100, "keepOnTop": false, "window": null,
        "capture": capture_settings(),
    })
}

pub(crate) fn capture_settings() -> Value {
    json!({
        "hotkey": "Super+Shift+T", "againHotkey": "", "target": "window", "tray": false,
        "startHidden": false,
    })
}

/// The page sends the text of picture 1 as the person edited it.
pub(crate) fn edit(page: &Page, lines: &str, text: &str) -> Value {
    let edit = json!({ "id": 1, "lines": lines, "text": text, "joins": false });
    page.call("edit", edit).unwrap()
}

pub(crate) fn text_in(page: &Page, lines: &str) -> String {
    let view = page.call("text", json!({ "id": 1, "lines": lines })).unwrap();
    view["text"].as_str().unwrap().into()
}
