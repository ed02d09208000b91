//! QR codes and barcodes, read by a worker in its sandbox.

use crate::harness::Dir;

const LETTER: &[u8] = include_bytes!("../images/codes/letter.png");
const DARK: &[u8] = include_bytes!("../images/codes/dark.png");

fn read(args: &[&str]) -> String {
    let dir = Dir::new();
    dir.write("letter.png", LETTER);
    dir.write("dark.png", DARK);
    let outcome = dir.run(args);
    outcome.succeeds();
    outcome.stdout
}

#[test]
fn what_codes_say_follows_the_text() {
    let text = read(&["letter.png"]);
    assert!(text.starts_with("Invoice 4711\n"), "{text}");
    let end = "Thank you for your order.\n\nhttps://example.org/invoice/4711\n4006381333931\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn codes_are_left_out_on_request() {
    let text = read(&["--no-codes", "letter.png"]);
    assert!(!text.contains("example.org"), "{text}");
}

#[test]
fn a_code_alone_is_a_text() {
    assert_eq!(read(&["dark.png"]), "dark mode\n");
}
