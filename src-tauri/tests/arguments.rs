//! The arguments of the real program. No test needs a display: options end the program before any
//! library of the window starts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_imagetotext-app"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn help_is_printed_without_a_window() {
    for option in ["--help", "-h"] {
        let output = run(&[option]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(text(&output.stdout).contains("Usage: imagetotext-app"), "{output:?}");
        assert_eq!(text(&output.stderr), "");
    }
}

#[test]
fn the_version_is_printed_without_a_window() {
    for option in ["--version", "-V"] {
        let output = run(&["a.png", option]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let expected = format!("imagetotext-app {}\n", env!("CARGO_PKG_VERSION"));
        assert_eq!(text(&output.stdout), expected);
    }
}

#[test]
fn an_unknown_option_is_refused_by_its_printable_name() {
    let output = run(&["--frobnicate\u{1b}[31m"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(text(&output.stdout), "");
    let message = text(&output.stderr);
    assert!(message.contains("--frobnicate\u{fffd}[31m"), "{message}");
    assert!(message.contains("--help"), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
}
