//! Results that cannot be kept.

use crate::harness::{Dir, run, start, wait};

#[test]
fn a_file_that_exists_is_not_replaced() {
    let dir = Dir::new();
    dir.put("out.txt", b"mine");
    dir.run(&["hello.png", "-o", "out.txt"]).fails("out.txt", "--force");
    assert_eq!(dir.text("out.txt"), "mine");
    dir.run(&["hello.png", "-o", "out.txt", "--force"]).succeeds();
    crate::harness::holds_the_text(&dir.text("out.txt"));
    assert_eq!(dir.names(), ["hello.png", "out.txt"]);
}

#[test]
fn the_picture_itself_is_not_replaced() {
    let dir = Dir::new();
    for args in
        [&["hello.png", "-o", "hello.png"][..], &["hello.png", "-o", "./hello.png", "--force"][..]]
    {
        dir.run(args).fails(args[2], "the picture itself");
    }
    assert_eq!(std::fs::read(dir.path("hello.png")).unwrap(), crate::harness::HELLO);
}

#[test]
fn a_picture_that_is_named_like_a_result_is_not_replaced() {
    let dir = Dir::new();
    dir.put("hello.txt", crate::harness::HELLO);
    dir.run(&["hello.txt", "-o", ".", "--force"]).fails("./hello.txt", "the picture itself");
    assert_eq!(std::fs::read(dir.path("hello.txt")).unwrap(), crate::harness::HELLO);
}

#[test]
fn a_directory_that_is_missing() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "no/out.txt"]).fails("no/out.txt", "directory does not exist");
}

#[test]
fn a_directory_that_is_a_file() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "hello.png/"]).fails("hello.png/", "not a directory");
}

#[test]
fn a_collision_in_a_directory_stops_only_its_own_picture() {
    let dir = Dir::new();
    dir.put("b.png", crate::harness::HELLO);
    std::fs::create_dir(dir.path("out")).unwrap();
    dir.put("out/hello.txt", b"mine");
    let ran = dir.run(&["hello.png", "b.png", "-o", "out"]);
    ran.fails("out/hello.txt", "--force");
    assert_eq!(dir.text("out/hello.txt"), "mine");
    crate::harness::holds_the_text(&dir.text("out/b.txt"));
}

#[test]
fn no_file_appears_when_nothing_was_read() {
    let dir = Dir::new();
    dir.put("bad.png", b"bad");
    dir.run(&["bad.png", "-o", "out.txt"]).fails("bad.png", "not a picture");
    assert_eq!(dir.names(), ["bad.png", "hello.png"]);
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let dir = Dir::new();
    let mut child = start(&mut dir.command(&["hello.png", "hello.png", "hello.png"]));
    drop(child.stdout.take());
    let ran = wait(child);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output() {
    let dir = Dir::new();
    for args in [&["hello.png"][..], &["hello.png", "hello.png"], &["--man"], &["--privacy"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let ran = run(dir.command(args).stdout(full));
        ran.fails("standard output", "disk is full");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_that_was_named() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "/dev/full"]).fails("/dev/full", "disk is full");
}

/// A limit on the size of files stands in for a full disk, which only an administrator can make.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_file_behind() {
    let dir = Dir::new();
    let limited = ["sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"];
    let ran = run(&mut dir.wrapped(&limited, &["hello.png", "-o", "out.txt"]));
    ran.fails("out.txt", "disk is full");
    assert_eq!(dir.names(), ["hello.png"]);
}

#[cfg(unix)]
#[test]
fn a_directory_without_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = Dir::new();
    std::fs::create_dir(dir.path("closed")).unwrap();
    let closed = dir.path("closed");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o500)).unwrap();
    // The administrator may write everywhere, until that power is taken away.
    let powerless = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"];
    let powerful = std::fs::write(closed.join("probe"), "").is_ok();
    let wrapper: &[&str] = if powerful { &powerless } else { &[] };
    let ran = run(&mut dir.wrapped(wrapper, &["hello.png", "-o", "closed/out.txt"]));
    ran.fails("closed/out.txt", "may not write");
}
