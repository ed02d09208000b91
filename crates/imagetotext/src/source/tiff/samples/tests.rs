use super::*;

fn unpack(packed: &[u8], bits: u8, row: usize) -> Vec<u8> {
    unpacked(packed, bits, row, true).to_vec()
}

#[test]
fn small_samples_are_unpacked_row_by_row() {
    assert_eq!(unpack(&[0b1010_0000, 0b0100_0000], 1, 3), [1, 0, 1, 0, 1, 0]);
    assert_eq!(unpack(&[0b1101_1000], 2, 3), [3, 1, 2]);
    assert_eq!(unpack(&[0x1f, 0xf0, 0x20, 0x30], 4, 3), [1, 15, 15, 2, 0, 3]);
    assert_eq!(unpack(&[0b1110_0010, 0b1000_0000], 3, 3), [7, 0, 5]);
    assert_eq!(unpacked(&[0b1101_1000], 2, 3, false)[..], [255, 85, 170]);
}

#[test]
fn floats_are_stretched_only_beyond_their_range() {
    let bytes = |samples: &[f32], alpha| from_floats(samples.iter().copied(), alpha);
    assert_eq!(bytes(&[0.25, 0.5, 0.75], false), [64, 128, 191]);
    assert_eq!(bytes(&[0.0, 100.0, 200.0], false), [0, 128, 255]);
    assert_eq!(bytes(&[-1.0, 0.0, 1.0], false), [0, 128, 255]);
    assert_eq!(bytes(&[-1.0, 2.0, f32::NAN, f32::INFINITY], true), [0, 255, 0, 255]);
    assert_eq!(bytes(&[f32::NAN; 2], false), [0, 0]);
}

#[test]
fn colours_are_converted() {
    assert_eq!(inks([0, 0, 0], 0), [255; 3]);
    assert_eq!(inks([255, 0, 0], 0), [0, 255, 255]);
    assert_eq!(inks([0, 0, 0], 255), [0; 3]);
    assert_eq!(ycbcr([255, 128, 128]), [255; 3]);
    assert_eq!(ycbcr([76, 85, 255]), [254, 0, 0]);
    assert_eq!(ycbcr([29, 255, 107]), [0, 0, 254]);
}

#[test]
fn alpha_is_divided_out() {
    for (given, expected) in [
        ([100, 50, 0, 100], [255, 128, 0, 100]),
        ([9, 9, 9, 0], [0, 0, 0, 0]),
        ([200, 1, 0, 100], [255, 3, 0, 100]),
    ] {
        let mut pixel: [u8; 4] = given;
        divide_by_alpha(&mut pixel);
        assert_eq!(pixel, expected);
    }
}

#[test]
fn planes_are_woven_together() {
    assert_eq!(interleaved(&[1, 2, 3, 4, 5, 6], 2)[..], [1, 3, 5, 2, 4, 6]);
}

#[test]
fn palettes_of_eight_bits_are_not_made_black() {
    assert_eq!(narrowed(&[0, 255, 128]), [0, 255, 128]);
    assert_eq!(narrowed(&[0, 0xffff, 0x8080]), [0, 255, 128]);
}

#[test]
fn extra_samples_are_alpha_only_when_they_say_so() {
    let bands = ColorType::Multiband { bit_depth: 8, num_samples: 2 };
    let meaning = |color, extra: &[u16]| Layout::new(color, 1, extra, None).map(|l| l.meaning);
    assert_eq!(meaning(bands, &[STRAIGHT]), Some(Meaning::GreyAlpha));
    assert_eq!(meaning(bands, &[0]), Some(Meaning::Grey));
    assert_eq!(meaning(ColorType::RGBA(8), &[ASSOCIATED]), Some(Meaning::Premultiplied));
    assert_eq!(meaning(ColorType::Lab(8), &[]), None);
    // A palette that is too short for its indices.
    assert_eq!(Layout::new(ColorType::Gray(8), 1, &[], Some(vec![0; 767])), None);
}
