//! Mutates pictures reproducibly, and in ways that get past checksums.

use fastrand::Rng;

/// Extreme values for length fields.
const EXTREMES: [u32; 9] =
    [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/// One of `originals` with one to four mutations. More of them would show little: the decoder would
/// refuse the file at its first bytes.
pub(super) fn mutated(originals: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = originals[rng.usize(..originals.len())].clone();
    let limit = if rng.usize(..2) == 0 { 1 } else { 4 };
    for _ in 0..=rng.usize(..limit) {
        match rng.usize(..8) {
            0..=2 => flip_bits(&mut bytes, rng),
            3 => bytes.truncate(rng.usize(..bytes.len().max(1)).max(1)),
            4 => overwrite_number(&mut bytes, rng),
            5 => splice(&mut bytes, &originals[rng.usize(..originals.len())], rng),
            6 => repeat_piece(&mut bytes, rng),
            _ => remove_piece(&mut bytes, rng),
        }
    }
    // Otherwise the decoder would refuse every PNG for its checksums.
    if rng.usize(..4) > 0 && bytes.starts_with(b"\x89PNG") {
        fix_checksums(&mut bytes);
    }
    bytes
}

fn flip_bits(bytes: &mut [u8], rng: &mut Rng) {
    let limit = if rng.usize(..2) == 0 { 1 } else { 8 };
    for _ in 0..=rng.usize(..limit) {
        let at = position(bytes, rng);
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << rng.usize(..8);
        }
    }
}

/// Overwrites two or four bytes with an extreme number, in either byte order.
fn overwrite_number(bytes: &mut [u8], rng: &mut Rng) {
    let extreme = EXTREMES[rng.usize(..EXTREMES.len())];
    let (at, width) = (position(bytes, rng), 2 << rng.usize(..2));
    let written = if rng.usize(..2) == 0 {
        extreme.to_le_bytes()
    } else {
        extreme.rotate_left(16).to_be_bytes()
    };
    for (byte, new) in bytes.iter_mut().skip(at).zip(written).take(width) {
        *byte = new;
    }
}

/// Continues with the rest of another file.
fn splice(bytes: &mut Vec<u8>, other: &[u8], rng: &mut Rng) {
    bytes.truncate(position(bytes, rng));
    bytes.extend_from_slice(&other[position(other, rng)..]);
}

fn repeat_piece(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let from = position(bytes, rng);
    let piece = bytes[from..].iter().copied().take(1 + rng.usize(..64)).collect::<Vec<_>>();
    for _ in 0..=rng.usize(..4) {
        bytes.splice(from..from, piece.iter().copied());
    }
}

fn remove_piece(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let from = position(bytes, rng);
    let to = (from + 1 + rng.usize(..32)).min(bytes.len());
    bytes.drain(from..to);
}

/// A random position in `bytes`. Half of all positions are in the header, which is short and matters
/// more than the pixels.
fn position(bytes: &[u8], rng: &mut Rng) -> usize {
    let end = if rng.usize(..2) == 0 { bytes.len() } else { bytes.len().min(96) };
    rng.usize(..end.max(1))
}

/// Writes the correct checksum behind every chunk of a PNG.
fn fix_checksums(bytes: &mut [u8]) {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at + 8 + length;
        let Some(covered) = bytes.get(at + 4..end) else { return };
        let sum = crc32(covered).to_be_bytes();
        let Some(field) = bytes.get_mut(end..end + 4) else { return };
        field.copy_from_slice(&sum);
        at = end + 4;
    }
}

/// CRC-32 of ISO 3309, as the PNG specification requires.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_same_every_time() {
        let originals = [vec![7; 300], vec![9; 20]];
        let series = |seed| {
            let mut rng = Rng::with_seed(seed);
            (0..500).map(|_| mutated(&originals, &mut rng)).collect::<Vec<_>>()
        };
        assert_eq!(series(1), series(1));
        assert_ne!(series(1), series(2));
        let same = series(1).iter().filter(|bytes| originals.contains(bytes)).count();
        assert!(same < 25, "{same} of 500 are unchanged");
    }

    #[test]
    fn checksums_are_fixed() {
        let png = include_bytes!("../../images/hello.png");
        let mut broken = png.to_vec();
        broken[29..33].fill(0);
        fix_checksums(&mut broken);
        assert_eq!(broken, png);
    }
}
