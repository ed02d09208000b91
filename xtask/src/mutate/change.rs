//! Breaking pictures: in a way that is the same every time, and that gets past checksums.

/// Marsaglia's xorshift64.
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// A series for each seed.
    pub(crate) fn new(seed: u64) -> Self {
        // Small seeds are alike for a while; a factor without pattern spreads them. Never zero.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, or 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    /// A place in `bytes`. Headers are short and break more than pixels do: half of all are there.
    fn place(&mut self, bytes: &[u8]) -> usize {
        let end = if self.below(2) == 0 { bytes.len() } else { bytes.len().min(96) };
        self.below(end)
    }
}

/// Numbers that length fields do not expect.
const ODD: [u32; 9] = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/// One of `originals`, broken in one way, or in up to four: what is broken beyond all measure is
/// refused by the first look at it, and shows little.
pub(super) fn changed(originals: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = originals[chance.below(originals.len())].clone();
    let most = if chance.below(2) == 0 { 1 } else { 4 };
    for _ in 0..=chance.below(most) {
        match chance.below(8) {
            0..=2 => flip(&mut bytes, chance),
            3 => bytes.truncate(chance.below(bytes.len()).max(1)),
            4 => number(&mut bytes, chance),
            5 => splice(&mut bytes, &originals[chance.below(originals.len())], chance),
            6 => repeat(&mut bytes, chance),
            _ => remove(&mut bytes, chance),
        }
    }
    // Otherwise all that is wrong with a PNG would be its checksums.
    if chance.below(4) > 0 && bytes.starts_with(b"\x89PNG") {
        mend_checksums(&mut bytes);
    }
    bytes
}

fn flip(bytes: &mut [u8], chance: &mut Chance) {
    let most = if chance.below(2) == 0 { 1 } else { 8 };
    for _ in 0..=chance.below(most) {
        let at = chance.place(bytes);
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << chance.below(8);
        }
    }
}

/// Writes an odd number over two or four bytes, in either order.
fn number(bytes: &mut [u8], chance: &mut Chance) {
    let odd = ODD[chance.below(ODD.len())];
    let (at, width) = (chance.place(bytes), 2 << chance.below(2));
    let written =
        if chance.below(2) == 0 { odd.to_le_bytes() } else { odd.rotate_left(16).to_be_bytes() };
    for (byte, new) in bytes.iter_mut().skip(at).zip(written).take(width) {
        *byte = new;
    }
}

/// Goes on as another file does.
fn splice(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    bytes.truncate(chance.place(bytes));
    bytes.extend_from_slice(&other[chance.place(other)..]);
}

fn repeat(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.place(bytes);
    let piece = bytes[from..].iter().copied().take(1 + chance.below(64)).collect::<Vec<_>>();
    for _ in 0..=chance.below(4) {
        bytes.splice(from..from, piece.iter().copied());
    }
}

fn remove(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.place(bytes);
    let to = (from + 1 + chance.below(32)).min(bytes.len());
    bytes.drain(from..to);
}

/// Writes the right checksum behind every chunk of a PNG.
fn mend_checksums(bytes: &mut [u8]) {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at + 8 + length;
        let Some(covered) = bytes.get(at + 4..end) else { return };
        let sum = crc32(covered).to_be_bytes();
        let Some(place) = bytes.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&sum);
        at = end + 4;
    }
}

/// ISO 3309, as PNG wants it.
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
            let mut chance = Chance::new(seed);
            (0..500).map(|_| changed(&originals, &mut chance)).collect::<Vec<_>>()
        };
        assert_eq!(series(1), series(1));
        assert_ne!(series(1), series(2));
        let same = series(1).iter().filter(|bytes| originals.contains(bytes)).count();
        assert!(same < 25, "{same} of 500 are not broken at all");
    }

    #[test]
    fn checksums_are_mended() {
        let png = include_bytes!("../../../tests/images/hello.png");
        let mut broken = png.to_vec();
        broken[29..33].fill(0);
        mend_checksums(&mut broken);
        assert_eq!(broken, png);
    }
}
