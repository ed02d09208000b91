//! The colours of sRGB as an ICC profile: ICC.1:2001-04, IEC 61966-2-1.

/// Points of the curve from samples to light.
const CURVE_POINTS: u16 = 256;

/// A profile of a display with three curves and a matrix.
pub(super) fn srgb() -> Vec<u8> {
    let curve = curve();
    // White and the primaries under the light D50, the matrix of ICC's own sRGB profile.
    let white = xyz([0.9642, 1.0, 0.8249]);
    let red = xyz([0.436_07, 0.222_49, 0.013_92]);
    let green = xyz([0.385_15, 0.716_87, 0.097_08]);
    let blue = xyz([0.143_07, 0.060_61, 0.714_1]);
    let parts: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright")),
        (b"wtpt", white),
        (b"rXYZ", red),
        (b"gXYZ", green),
        (b"bXYZ", blue),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (parts.len() as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let begin = HEADER_LENGTH + 4 + 12 * parts.len();
    for (name, mut part) in parts {
        table.extend(*name);
        table.extend(((begin + data.len()) as u32).to_be_bytes());
        table.extend((part.len() as u32).to_be_bytes());
        part.resize(part.len().next_multiple_of(4), 0);
        data.extend(part);
    }
    let mut profile = header((begin + data.len()) as u32);
    profile.extend(table);
    profile.extend(data);
    profile
}

const HEADER_LENGTH: usize = 128;

fn header(length: u32) -> Vec<u8> {
    let mut header = length.to_be_bytes().to_vec();
    header.extend([0; 4]);
    // Version 2.1.
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // A date is asked for: that of the standard.
    for number in [2001_u16, 4, 1, 0, 0, 0] {
        header.extend(number.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(&xyz([0.9642, 1.0, 0.8249])[8..]);
    header.resize(HEADER_LENGTH, 0);
    header
}

/// Numbers with 16 bits behind the point.
fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut part = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        part.extend(((value * 65_536.0).round() as i32).to_be_bytes());
    }
    part
}

fn curve() -> Vec<u8> {
    let mut part = b"curv\0\0\0\0".to_vec();
    part.extend(u32::from(CURVE_POINTS).to_be_bytes());
    for point in 0..CURVE_POINTS {
        let sample = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let light =
            if sample <= 0.040_45 { sample / 12.92 } else { ((sample + 0.055) / 1.055).powf(2.4) };
        part.extend(((light * 65_535.0).round() as u16).to_be_bytes());
    }
    part
}

fn text(text: &str) -> Vec<u8> {
    let mut part = b"text\0\0\0\0".to_vec();
    part.extend(text.as_bytes());
    part.push(0);
    part
}

/// A name in ASCII, and the empty ones in other encodings that belong to it.
fn description(text: &str) -> Vec<u8> {
    let mut part = b"desc\0\0\0\0".to_vec();
    part.extend((text.len() as u32 + 1).to_be_bytes());
    part.extend(text.as_bytes());
    part.resize(part.len() + 1 + 8 + 3 + 67, 0);
    part
}
