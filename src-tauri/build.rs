//! Lists every command that the page may be permitted to call, so that all others are refused.

const COMMANDS: &[&str] = &[
    "start",
    "agree",
    "decline",
    "withdraw",
    "acknowledge",
    "set_language",
    "set_settings",
    "add_bytes",
    "add_clipboard",
    "clipboard_text",
    "open",
    "cancel",
    "cancel_all",
    "remove",
    "clear",
    "unlock",
    "rotate",
    "page",
    "preview",
    "thumbnail",
    "text",
    "edit",
    "step",
    "ignore_area",
    "ignore_area_from_now_on",
    "stop_ignoring_areas",
    "unkept",
    "word_at",
    "span_of",
    "close",
    "copy",
    "copy_as",
    "save",
    "save_all",
    "save_all_as_pdf",
    "stored_data",
    "export_data",
    "set_counter",
    "erase",
    "privacy_status",
    "capture",
    "capture_again",
    "capture_status",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capabilities are valid");
}
