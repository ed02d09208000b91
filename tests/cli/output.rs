//! Where the output goes.

use crate::harness::{Dir, HELLO, contains_the_text, run};

#[test]
fn a_picture_is_read() {
    let outcome = Dir::new().run(&["hello.png"]);
    outcome.succeeds();
    outcome.contains_the_text();
    assert!(outcome.stdout.ends_with('\n') && !outcome.stdout.contains("==>"), "{outcome:?}");
}

#[test]
fn standard_input_is_read_with_and_without_a_dash() {
    for args in [&["-"][..], &[]] {
        let outcome = Dir::new().run_with(args, HELLO);
        outcome.succeeds();
        outcome.contains_the_text();
    }
}

#[test]
fn the_format_is_detected_from_the_bytes() {
    let dir = Dir::new();
    dir.write("hello.jpg", HELLO);
    dir.write("hello", HELLO);
    for name in ["hello.jpg", "hello"] {
        dir.run(&[name]).contains_the_text();
    }
}

#[test]
fn several_pictures_have_headings_in_the_given_order() {
    let dir = Dir::new();
    for name in ["a.png", "b.png", "c.png"] {
        dir.write(name, HELLO);
    }
    let outcome = dir.run_with(&["c.png", "-", "a.png", "b.png"], HELLO);
    outcome.succeeds();
    let headings: Vec<&str> =
        outcome.stdout.lines().filter(|line| line.starts_with("==> ")).collect();
    assert_eq!(
        headings,
        ["==> c.png <==", "==> standard input <==", "==> a.png <==", "==> b.png <=="]
    );
}

#[test]
fn one_file_takes_the_output_of_all_pictures() {
    let dir = Dir::new();
    let outcome = dir.run(&["hello.png", "hello.png", "-o", "out.txt"]);
    outcome.succeeds();
    assert_eq!(outcome.stdout, "");
    assert_eq!(dir.text("out.txt").matches("==> hello.png <==").count(), 2);
    assert_eq!(dir.names(), ["hello.png", "out.txt"]);
}

#[test]
fn a_directory_takes_one_file_for_each_picture() {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("in")).unwrap();
    dir.write("in/hello.jpg", HELLO);
    dir.run_with(&["hello.png", "in/hello.jpg", "-", "-o", "out/"], HELLO).succeeds();
    for name in ["out/hello.txt", "out/hello-2.txt", "out/standard-input.txt"] {
        contains_the_text(&dir.text(name));
    }
    dir.run(&["hello.png", "-f", "json", "-o", "out"]).succeeds();
    contains_the_text(&dir.text("out/hello.json"));
}

#[cfg(unix)]
#[test]
fn output_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = Dir::new();
    dir.write("out.txt", b"old");
    dir.run(&["hello.png", "-o", "out.txt", "--force"]).succeeds();
    let mode = std::fs::metadata(dir.path("out.txt")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_picture_without_text_is_not_an_error() {
    let dir = Dir::new();
    let blank = image::RgbImage::from_pixel(300, 200, image::Rgb([255; 3]));
    blank.save(dir.path("blank.png")).unwrap();
    let outcome = dir.run(&["blank.png"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), ""), "{outcome:?}");
    assert_eq!(outcome.stderr, "imagetotext: blank.png: no text was found.\n");
    dir.run(&["-q", "blank.png"]).succeeds();
}

#[test]
fn quiet_still_reports_failures() {
    let dir = Dir::new();
    dir.run(&["--quiet", "nowhere.png"]).fails("nowhere.png", "no such file");
}

/// `--privacy` promises that nothing is written but the output.
#[test]
fn nothing_is_left_behind() {
    let dir = Dir::new();
    let home = tempfile::tempdir().unwrap();
    let mut command = dir.command(&["hello.png"]);
    for variable in ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, home.path());
    }
    run(&mut command).succeeds();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    assert_eq!(dir.names(), ["hello.png"]);
}
