//! Where results go.

use crate::harness::{Dir, HELLO, holds_the_text, run};

#[test]
fn a_picture_is_read() {
    let ran = Dir::new().run(&["hello.png"]);
    ran.succeeds();
    ran.holds_the_text();
    assert!(ran.stdout.ends_with('\n') && !ran.stdout.contains("==>"), "{ran:?}");
}

#[test]
fn standard_input_is_read_named_or_not() {
    for args in [&["-"][..], &[]] {
        let ran = Dir::new().run_with(args, HELLO);
        ran.succeeds();
        ran.holds_the_text();
    }
}

#[test]
fn the_format_is_told_by_the_bytes() {
    let dir = Dir::new();
    dir.put("hello.jpg", HELLO);
    dir.put("hello", HELLO);
    for name in ["hello.jpg", "hello"] {
        dir.run(&[name]).holds_the_text();
    }
}

#[test]
fn several_pictures_are_headed_in_the_order_given() {
    let dir = Dir::new();
    for name in ["a.png", "b.png", "c.png"] {
        dir.put(name, HELLO);
    }
    let ran = dir.run_with(&["c.png", "-", "a.png", "b.png"], HELLO);
    ran.succeeds();
    let heads: Vec<&str> = ran.stdout.lines().filter(|line| line.starts_with("==> ")).collect();
    assert_eq!(
        heads,
        ["==> c.png <==", "==> standard input <==", "==> a.png <==", "==> b.png <=="]
    );
}

#[test]
fn a_file_takes_all_results() {
    let dir = Dir::new();
    let ran = dir.run(&["hello.png", "hello.png", "-o", "out.txt"]);
    ran.succeeds();
    assert_eq!(ran.stdout, "");
    assert_eq!(dir.text("out.txt").matches("==> hello.png <==").count(), 2);
    assert_eq!(dir.names(), ["hello.png", "out.txt"]);
}

#[test]
fn a_directory_takes_one_result_for_each_picture() {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("in")).unwrap();
    dir.put("in/hello.jpg", HELLO);
    dir.run_with(&["hello.png", "in/hello.jpg", "-", "-o", "out/"], HELLO).succeeds();
    for name in ["out/hello.txt", "out/hello-2.txt", "out/standard-input.txt"] {
        holds_the_text(&dir.text(name));
    }
    dir.run(&["hello.png", "-f", "json", "-o", "out"]).succeeds();
    holds_the_text(&dir.text("out/hello.json"));
}

#[cfg(unix)]
#[test]
fn results_can_be_read_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = Dir::new();
    dir.put("out.txt", b"old");
    dir.run(&["hello.png", "-o", "out.txt", "--force"]).succeeds();
    let mode = std::fs::metadata(dir.path("out.txt")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_picture_without_text_is_read_well() {
    let dir = Dir::new();
    let blank = image::RgbImage::from_pixel(300, 200, image::Rgb([255; 3]));
    blank.save(dir.path("blank.png")).unwrap();
    let ran = dir.run(&["blank.png"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    assert_eq!(ran.stderr, "imagetotext: blank.png: no text was found.\n");
    dir.run(&["-q", "blank.png"]).succeeds();
}

#[test]
fn quiet_still_tells_what_failed() {
    let dir = Dir::new();
    dir.run(&["--quiet", "nowhere.png"]).fails("nowhere.png", "no such file");
}

/// What `--privacy` says: nothing is written but the result.
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
