//! Invalid command lines, and options that describe the program.

use crate::harness::Dir;

#[test]
fn an_invalid_command_line_ends_with_status_2_and_no_output() {
    for args in [
        &["--nonsense"][..],
        &["-f", "doc", "hello.png"],
        &["-l", "two", "hello.png"],
        &["--engine", "steam", "hello.png"],
        &["--force", "hello.png"],
        &["-o"],
        &["--report", "a", "-o", "a", "hello.png"],
        &["--report", "./a", "-o", "a", "hello.png"],
        &["--report", "-", "hello.png"],
        &["-o", "", "hello.png"],
        &[""],
        &["--completions", "nonsense"],
        &["--pdf-a", "hello.png"],
        &["--pdf-a", "-o", "out.docx", "hello.png"],
    ] {
        let outcome = Dir::new().run(args);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""), "{args:?}: {outcome:?}");
        assert!(outcome.stderr.contains("error: "), "{args:?}: {outcome:?}");
    }
}

#[test]
fn pages_before_the_first_one_are_explained() {
    for pages in ["-2", "0", "7-3"] {
        let outcome = Dir::new().run(&["--pages", pages, "hello.png"]);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        assert!(outcome.stderr.contains("such as 3-7,12 or 5-"), "{outcome:?}");
    }
}

#[track_caller]
fn assert_prints(args: &[&str], words: &[&str]) {
    let outcome = Dir::new().run(args);
    outcome.succeeds();
    for word in words {
        assert!(outcome.stdout.contains(word), "{word:?} in {}", outcome.stdout);
    }
}

#[test]
fn the_help_names_every_option_and_the_exit_status() {
    let options = [
        "--format",
        "--lines",
        "--output",
        "--force",
        "--quiet",
        "--engine",
        "--models",
        "--privacy",
        "--about-privacy",
        "--completions",
        "--man",
        "--version",
        "IMAGETOTEXT_MODELS",
        "Exit status: 0",
    ];
    assert_prints(&["--help"], &options);
    assert_prints(&["-h"], &["--format", "Usage: imagetotext [OPTIONS] [FILE]..."]);
}

#[test]
fn the_version_is_the_version_of_the_package() {
    assert_prints(&["--version"], &[concat!("imagetotext ", env!("CARGO_PKG_VERSION"), "\n")]);
}

#[test]
fn the_privacy_text_names_what_is_promised_and_what_is_not() {
    assert_prints(&["--privacy"], &["stay on this computer", "What is not promised"]);
}

#[test]
fn every_shell_has_a_completion_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert_prints(&["--completions", shell], &["imagetotext", "format"]);
    }
}

#[test]
fn the_manual_page_is_roff() {
    assert_prints(&["--man"], &[".TH imagetotext 1", ".SH NAME", "\\-\\-format"]);
}

#[test]
fn a_page_without_text_in_the_chosen_script_is_said_to_be_so() {
    let dir = Dir::new();
    dir.write("chinese.png", include_bytes!("../images/golden/chinese.png"));
    let outcome = dir.run(&["--script", "latin", "chinese.png"]);
    assert!(
        outcome.stderr.contains("no text in the script of --script was found; leave"),
        "{outcome:?}"
    );
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), ""));
}
