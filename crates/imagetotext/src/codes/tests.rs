//! Pictures of `tests/images/codes`, and pictures that are full of what looks like codes.

use super::*;
use crate::Picture;
use crate::document::Word;
use crate::engine::luma_of;
use crate::source;

macro_rules! image {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/images/codes/", $name, ".png"))
    };
}

const LINK: &str = "https://example.org/invoice/4711";
const BARCODE: &str = "4006381333931";

fn find_in(bytes: &[u8]) -> Vec<Code> {
    let picture: Picture = source::decode(bytes).unwrap().next().unwrap().unwrap();
    let luma = picture.luma();
    find(luma_of(&picture, &luma))
}

fn texts(codes: &[Code]) -> Vec<(CodeKind, &str)> {
    codes.iter().map(|code| (code.kind, code.text.as_str())).collect()
}

fn find_in_pixels(width: usize, height: usize, pixel: impl FnMut(usize) -> u8) -> Vec<Code> {
    let pixels: Vec<u8> = (0..width * height).map(pixel).collect();
    find(GreyImage { pixels: &pixels, width, height })
}

#[test]
fn what_they_say_commands_no_terminal_and_deceives_nobody() {
    let text = printable("a\u{202e}gpj.exe\u{1b}[31m\u{2066}\u{61c}\u{9b}\r\nb\tc\n");
    assert_eq!(text, "a\u{fffd}gpj.exe\u{241b}[31m\u{fffd}\u{fffd}\u{fffd}\nb\tc");
    assert!(text.chars().all(Code::is_allowed));
}

#[test]
fn codes_beside_text_are_read_where_they_are() {
    let codes = find_in(image!("letter"));
    assert_eq!(texts(&codes), [(CodeKind::Qr, LINK), (CodeKind::Ean13, BARCODE)]);
    let bounds = codes[0].quad.bounds();
    let expected = [(bounds.left, 80.0), (bounds.top, 240.0), (bounds.right, 205.0)];
    assert!(expected.iter().all(|(is, should)| (is - should).abs() < 3.0), "{bounds:?}");
}

#[test]
fn codes_that_are_turned_or_askew_are_read() {
    for picture in [&image!("turned")[..], &image!("askew")[..]] {
        let mut codes = find_in(picture);
        codes.sort_by_key(|code| code.kind.to_string());
        assert_eq!(texts(&codes), [(CodeKind::Ean13, BARCODE), (CodeKind::Qr, LINK)]);
    }
}

#[test]
fn other_two_dimensional_codes_are_read() {
    let codes = find_in(image!("others"));
    let expected = [
        (CodeKind::DataMatrix, "Parcel 12345"),
        (CodeKind::Aztec, "Ticket 67"),
        (CodeKind::Pdf417, "Boarding pass"),
    ];
    assert_eq!(texts(&codes), expected);
}

#[test]
fn a_light_code_on_dark_is_read() {
    assert_eq!(texts(&find_in(image!("dark"))), [(CodeKind::Qr, "dark mode")]);
}

#[test]
fn each_kind_of_barcode_is_read() {
    let expected = [
        (CodeKind::Ean13, BARCODE),
        (CodeKind::Ean8, "96385074"),
        (CodeKind::UpcA, "036000291452"),
        (CodeKind::Code128, "ABC-12345"),
        // With its check character.
        (CodeKind::Code39, "HELLO42H"),
        (CodeKind::Itf, "1234567890"),
        (CodeKind::Codabar, "12345"),
    ];
    assert_eq!(texts(&find_in(image!("bars"))), expected);
}

#[test]
fn a_page_has_a_bounded_number_of_codes() {
    let codes = find_in(image!("many"));
    assert_eq!(codes.len(), Page::MAX_CODES);
    assert!(codes.iter().all(|code| code.text.starts_with("code number ")));
}

#[test]
fn noise_and_patterns_hold_no_codes() {
    let mut state = 1_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let none = Vec::<Code>::new();
    assert_eq!(find_in_pixels(900, 700, |_| random()), none);
    assert_eq!(find_in_pixels(900, 700, |_| random() / 128 * 255), none);
    assert_eq!(find_in_pixels(900, 700, |at| if at % 900 / 6 % 2 == 0 { 0 } else { 255 }), none);
    assert_eq!(find_in_pixels(900, 700, |_| 255), none);
    assert_eq!(find_in_pixels(1, 1, |_| 0), none);
    assert_eq!(find_in_pixels(1, 900, |at| (at % 2 * 255) as u8), none);
    assert_eq!(find_in_pixels(900, 1, |at| (at % 2 * 255) as u8), none);
}

#[test]
fn words_in_a_code_are_none() {
    let word = |left: f32| Word::new("x", Quad::upright(left, 0.0, left + 10.0, 10.0), vec![0.5]);
    let line = |words| Line::new(Quad::upright(0.0, 0.0, 200.0, 10.0), words);
    let code = Code::new(CodeKind::Qr, "a", Quad::upright(50.0, 0.0, 150.0, 100.0));
    let lines = vec![line(vec![word(0.0), word(60.0)]), line(vec![word(80.0)])];
    let kept = without_codes(lines, &[code]);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].words, [word(0.0)]);
}

#[test]
fn a_text_controls_no_terminal() {
    assert_eq!(printable(" \n"), "");
    assert_eq!(printable("]C1\u{1d}10\u{1b}[2J\r\nnext\tline\r\n"), "]C1␝10␛[2J\nnext\tline");
}
