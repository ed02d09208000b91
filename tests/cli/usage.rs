//! Command lines that make no sense, and those that ask about the program.

use crate::harness::Dir;

#[test]
fn what_makes_no_sense_ends_with_2_and_prints_no_result() {
    for args in [
        &["--nonsense"][..],
        &["-f", "docx", "hello.png"],
        &["-l", "two", "hello.png"],
        &["--force", "hello.png"],
        &["-o"],
        &["-o", "", "hello.png"],
        &[""],
        &["--completions", "nonsense"],
    ] {
        let ran = Dir::new().run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
        assert!(ran.stderr.contains("error: "), "{args:?}: {ran:?}");
    }
}

#[track_caller]
fn prints(args: &[&str], words: &[&str]) {
    let ran = Dir::new().run(args);
    ran.succeeds();
    for word in words {
        assert!(ran.stdout.contains(word), "{word:?} in {}", ran.stdout);
    }
}

#[test]
fn help_names_every_option_and_the_exit_status() {
    let options = [
        "--format",
        "--lines",
        "--output",
        "--force",
        "--quiet",
        "--models",
        "--privacy",
        "--about-privacy",
        "--completions",
        "--man",
        "--version",
        "IMAGETOTEXT_MODELS",
        "Exit status: 0",
    ];
    prints(&["--help"], &options);
    prints(&["-h"], &["--format", "Usage: imagetotext [OPTIONS] [FILE]..."]);
}

#[test]
fn the_version_is_that_of_the_package() {
    prints(&["--version"], &[concat!("imagetotext ", env!("CARGO_PKG_VERSION"), "\n")]);
}

#[test]
fn the_promise_says_what_is_promised_and_what_is_not() {
    prints(&["--privacy"], &["stay on this computer", "What is not promised"]);
}

#[test]
fn every_shell_has_a_completion_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        prints(&["--completions", shell], &["imagetotext", "format"]);
    }
}

#[test]
fn the_manual_page_is_roff() {
    prints(&["--man"], &[".TH imagetotext 1", ".SH NAME", "\\-\\-format"]);
}
