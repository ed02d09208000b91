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
fn floats_are_stretched_only_beyond_0_to_1() {
    let bytes = |samples: &[f32], alpha| from_floats(samples.iter().copied(), alpha);
    assert_eq!(bytes(&[0.25, 0.5, 0.75], false), [64, 128, 191]);
    assert_eq!(bytes(&[0.0, 100.0, 200.0], false), [0, 128, 255]);
    assert_eq!(bytes(&[-1.0, 0.0, 1.0], false), [0, 128, 255]);
    assert_eq!(bytes(&[-1.0, 2.0, f32::NAN, f32::INFINITY], true), [0, 255, 0, 255]);
    assert_eq!(bytes(&[f32::NAN; 2], false), [0, 0]);
}

#[test]
fn colours_are_converted() {
    assert_eq!(cmyk_to_rgb([0, 0, 0], 0), [255; 3]);
    assert_eq!(cmyk_to_rgb([255, 0, 0], 0), [0, 255, 255]);
    assert_eq!(cmyk_to_rgb([0, 0, 0], 255), [0; 3]);
    assert_eq!(ycbcr_to_rgb([255, 128, 128]), [255; 3]);
    assert_eq!(ycbcr_to_rgb([76, 85, 255]), [254, 0, 0]);
    assert_eq!(ycbcr_to_rgb([29, 255, 107]), [0, 0, 254]);
}

#[test]
fn premultiplied_alpha_is_undone() {
    for (given, expected) in [
        ([100, 50, 0, 100], [255, 128, 0, 100]),
        ([9, 9, 9, 0], [0, 0, 0, 0]),
        ([200, 1, 0, 100], [255, 3, 0, 100]),
    ] {
        let mut pixel: [u8; 4] = given;
        unpremultiply(&mut pixel);
        assert_eq!(pixel, expected);
    }
}

#[test]
fn planes_are_interleaved() {
    assert_eq!(interleaved(&[1, 2, 3, 4, 5, 6], 2)[..], [1, 3, 5, 2, 4, 6]);
}

#[test]
fn palettes_of_8_bits_keep_their_brightness() {
    assert_eq!(palette_to_8_bits(&[0, 255, 128]), [0, 255, 128]);
    assert_eq!(palette_to_8_bits(&[0, 0xffff, 0x8080]), [0, 255, 128]);
}

#[test]
fn extra_samples_are_alpha_only_if_marked_as_such() {
    let bands = ColorType::Multiband { bit_depth: 8, num_samples: 2 };
    let colour_model = |color, extra: &[u16]| {
        SampleFormat::new(color, 1, extra, None, None).map(|format| format.colour_model)
    };
    assert_eq!(colour_model(bands, &[STRAIGHT]), Some(ColourModel::GreyAlpha));
    assert_eq!(colour_model(bands, &[0]), Some(ColourModel::Grey));
    assert_eq!(
        colour_model(ColorType::RGBA(8), &[PREMULTIPLIED]),
        Some(ColourModel::Premultiplied)
    );
    assert_eq!(colour_model(ColorType::Lab(8), &[]), None);
    // A palette that is too short for its indices.
    assert_eq!(SampleFormat::new(ColorType::Gray(8), 1, &[], Some(vec![0; 767]), None), None);
}
