//! Output that cannot be written.

#[cfg(unix)]
use crate::harness::run;
use crate::harness::{Dir, start, wait};

#[test]
fn an_existing_file_is_not_replaced() {
    let dir = Dir::new();
    dir.write("out.txt", b"mine");
    dir.run(&["hello.png", "-o", "out.txt"]).fails("out.txt", "--force");
    assert_eq!(dir.text("out.txt"), "mine");
    dir.run(&["hello.png", "-o", "out.txt", "--force"]).succeeds();
    crate::harness::contains_the_text(&dir.text("out.txt"));
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

/// `imagetotext --force -o hello.png < hello.png` once replaced the picture by its text.
#[cfg(unix)]
#[test]
fn the_picture_on_standard_input_is_not_replaced() {
    let dir = Dir::new();
    let redirected = ["sh", "-c", "exec \"$@\" < hello.png", "sh"];
    let args = ["--force", "-o", "hello.png"];
    run(&mut dir.wrapped(&redirected, &args)).fails("hello.png", "the picture itself");
    assert_eq!(std::fs::read(dir.path("hello.png")).unwrap(), crate::harness::HELLO);
}

/// The limit once killed the program and left a part of the text in a temporary file.
#[cfg(target_os = "linux")]
#[test]
fn a_result_beyond_the_largest_file_leaves_nothing_behind() {
    let dir = Dir::new();
    let limited = ["bash", "-c", "ulimit -f 0; exec \"$@\"", "bash"];
    let args = ["-f", "json", "-o", "out.json", "hello.png"];
    let outcome = run(&mut dir.wrapped(&limited, &args));
    outcome.fails("out.json", "free some space");
    assert_eq!(dir.names(), ["hello.png"]);
}

#[test]
fn a_picture_with_the_name_of_an_output_file_is_not_replaced() {
    let dir = Dir::new();
    dir.write("hello.txt", crate::harness::HELLO);
    dir.run(&["hello.txt", "-o", ".", "--force"]).fails("./hello.txt", "the picture itself");
    assert_eq!(std::fs::read(dir.path("hello.txt")).unwrap(), crate::harness::HELLO);
}

#[test]
fn a_missing_directory() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "no/out.txt"]).fails("no/out.txt", "directory does not exist");
}

#[test]
fn a_directory_that_is_a_file() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "hello.png/"]).fails("hello.png/", "not a directory");
}

#[test]
fn an_existing_file_in_a_directory_affects_only_its_picture() {
    let dir = Dir::new();
    dir.write("b.png", crate::harness::HELLO);
    std::fs::create_dir(dir.path("out")).unwrap();
    dir.write("out/hello.txt", b"mine");
    let outcome = dir.run(&["hello.png", "b.png", "-o", "out"]);
    outcome.fails("out/hello.txt", "--force");
    assert_eq!(dir.text("out/hello.txt"), "mine");
    crate::harness::contains_the_text(&dir.text("out/b.txt"));
}

#[test]
fn no_file_is_created_when_nothing_was_read() {
    let dir = Dir::new();
    dir.write("bad.png", b"bad");
    dir.run(&["bad.png", "-o", "out.txt"]).fails("bad.png", "not a picture");
    assert_eq!(dir.names(), ["bad.png", "hello.png"]);
}

#[test]
fn a_closed_pipe_ends_the_run_without_a_message() {
    let dir = Dir::new();
    let mut child = start(&mut dir.command(&["hello.png", "hello.png", "hello.png"]));
    drop(child.stdout.take());
    let outcome = wait(child);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""), "{outcome:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_at_standard_output() {
    let dir = Dir::new();
    for args in [&["hello.png"][..], &["hello.png", "hello.png"], &["--man"], &["--privacy"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let outcome = run(dir.command(args).stdout(full));
        outcome.fails("standard output", "disk is full");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device() {
    let dir = Dir::new();
    dir.run(&["hello.png", "-o", "/dev/full"]).fails("/dev/full", "disk is full");
}

/// A limit on file sizes replaces a full disk, which only an administrator can create.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_file_behind() {
    let dir = Dir::new();
    let limited = ["sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"];
    let outcome = run(&mut dir.wrapped(&limited, &["hello.png", "-o", "out.txt"]));
    outcome.fails("out.txt", "disk is full");
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
    // An administrator may write everywhere unless these capabilities are dropped.
    let unprivileged = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"];
    let is_privileged = std::fs::write(closed.join("probe"), "").is_ok();
    let wrapper: &[&str] = if is_privileged { &unprivileged } else { &[] };
    let outcome = run(&mut dir.wrapped(wrapper, &["hello.png", "-o", "closed/out.txt"]));
    outcome.fails("closed/out.txt", "may not write");
}
