//! Files that are not pictures, and pictures that cannot be read.

#[cfg(unix)]
use std::process::Stdio;

#[cfg(unix)]
use crate::harness::run;
use crate::harness::{Dir, HELLO};

/// Asserts that a file of these `bytes` is refused, and that good pictures beside it are read.
#[track_caller]
fn assert_refused(name: &str, bytes: &[u8], words: &str) {
    let dir = Dir::new();
    dir.write(name, bytes);
    dir.run(&[name]).fails(name, words);
    let outcome = dir.run(&["hello.png", name, "hello.png"]);
    outcome.reports(name, words);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(outcome.stdout.matches("==> ").count(), 2, "only what was read: {outcome:?}");
    assert_eq!(outcome.stdout.matches("2026").count(), 2, "{outcome:?}");
}

#[test]
fn an_empty_file() {
    assert_refused("empty.png", b"", "empty");
}

#[test]
fn a_text_file() {
    assert_refused("letter.png", b"Dear Sir or Madam,\nthis is not a picture.\n", "not a picture");
}

#[test]
fn a_truncated_picture() {
    assert_refused("cut.png", &HELLO[..HELLO.len() / 2], "PNG picture is damaged");
}

#[test]
fn a_picture_truncated_in_its_header() {
    assert_refused("cut.png", &HELLO[..12], "PNG picture is damaged");
}

#[test]
fn a_corrupt_picture() {
    let mut bytes = HELLO.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40].fill(0x5a);
    assert_refused("corrupt.png", &bytes, "PNG picture is damaged");
}

#[test]
fn a_corrupt_jpeg() {
    assert_refused(
        "corrupt.jpg",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01",
        "JPEG picture is damaged",
    );
}

#[test]
fn unsupported_formats_are_named() {
    assert_refused("book.djvu", b"AT&TFORM\0\0\0\x10DJVU", "DjVu files cannot be read");
    assert_refused(
        "logo.svg",
        b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "SVG files cannot be read; export it as PNG",
    );
}

#[test]
fn headers_without_a_picture() {
    assert_refused("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC picture is damaged");
    assert_refused("photo.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "AVIF picture is damaged");
    assert_refused("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF file is damaged");
}

#[test]
fn a_picture_of_50_000_by_50_000() {
    // The header of a PNG with its checksum, and a valid start of the pixels.
    let png =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0\xc4\xcd\xaa\x9d\
        \0\0\x10\0IDAT\x78\x9c\xed\xc1";
    assert_refused("huge.png", png, "too many pixels");
}

#[test]
fn a_file_larger_than_any_picture() {
    let dir = Dir::new();
    let file = std::fs::File::create(dir.path("disk.png")).unwrap();
    // A sparse file takes no space on the disk.
    file.set_len(3 << 30).unwrap();
    dir.run(&["disk.png"]).fails("disk.png", "too large");
}

#[test]
fn a_missing_file() {
    let dir = Dir::new();
    dir.run(&["nowhere.png"]).fails("nowhere.png", "no such file");
    let outcome = dir.run(&["nowhere.png", "hello.png"]);
    outcome.reports("nowhere.png", "no such file");
    outcome.contains_the_text();
    assert_eq!(outcome.code, Some(1));
}

#[test]
fn a_directory() {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("pictures")).unwrap();
    dir.run(&["pictures"]).fails("pictures", "a directory");
}

#[test]
fn standard_input_without_a_picture() {
    let dir = Dir::new();
    dir.run_with(&[], b"").fails("standard input", "there was no input");
    dir.run_with(&["-"], b"").fails("standard input", "there was no input");
    dir.run_with(&["-"], b"no picture").fails("standard input", "not a picture");
    dir.run(&["-"]).fails("standard input", "there was no input");
}

#[test]
fn standard_input_twice() {
    let outcome = Dir::new().run_with(&["-", "-"], HELLO);
    outcome.reports("standard input", "there was no input");
    outcome.contains_the_text();
}

#[cfg(unix)]
#[test]
fn standard_input_closed() {
    let dir = Dir::new();
    let closed = ["sh", "-c", "exec \"$@\" <&-", "sh"];
    run(&mut dir.wrapped(&closed, &[])).fails("standard input", "there was no input");
    run(&mut dir.wrapped(&closed, &["-"])).fails("standard input", "there was no input");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = Dir::new();
    dir.write("secret.png", HELLO);
    let secret = dir.path("secret.png");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).unwrap();
    // An administrator may read every file unless these capabilities are dropped.
    let unprivileged = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"];
    let wrapper: &[&str] = if std::fs::read(&secret).is_ok() { &unprivileged } else { &[] };
    run(&mut dir.wrapped(wrapper, &["secret.png"])).fails("secret.png", "may not read");
}

#[cfg(unix)]
#[test]
fn a_fifo() {
    let dir = Dir::new();
    crate::harness::tool("mkfifo", &[&dir.path("pipe")]);
    dir.run(&["pipe"]).fails("pipe", "not an ordinary file");
}

#[cfg(unix)]
#[test]
fn a_device() {
    let dir = Dir::new();
    dir.run(&["/dev/zero"]).fails("/dev/zero", "not an ordinary file");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_in_proc() {
    let dir = Dir::new();
    dir.run(&["/proc/self/status"]).fails("/proc/self/status", "not a picture");
    dir.run(&["/proc/self/mem"]).fails("/proc/self/mem", "cannot be read");
}

#[cfg(unix)]
#[test]
fn an_endless_standard_input_ends() {
    let dir = Dir::new();
    let zero = std::fs::File::open("/dev/zero").unwrap();
    let outcome = run(dir.command(&["-"]).stdin(Stdio::from(zero)));
    outcome.fails("standard input", "too large");
}

#[cfg(unix)]
#[test]
fn a_name_with_terminal_escapes() {
    let dir = Dir::new();
    let name = "\u{1b}[31mred\n.png";
    let outcome = dir.run(&[name]);
    assert_eq!(outcome.code, Some(1));
    assert!(
        !outcome.stderr.contains('\u{1b}') && outcome.stderr.lines().count() == 1,
        "{outcome:?}"
    );
    dir.write(name, HELLO);
    let outcome = dir.run(&[name, "hello.png"]);
    outcome.succeeds();
    assert!(!outcome.stdout.contains('\u{1b}'), "{outcome:?}");
}
