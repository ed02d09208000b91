//! What identifies a file by its content.

/// A hash of sixteen bytes: two of 64 bits (FNV-1a, with two offsets), the same in every version of the program.
/// It does not stand up to somebody who wants two files to have the same.
pub(super) struct ContentHash([u64; 2]);

impl Default for ContentHash {
    fn default() -> Self {
        Self([0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4])
    }
}

impl ContentHash {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        for hash in &mut self.0 {
            for byte in bytes {
                *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
            }
        }
    }

    /// The hash of all bytes that were added.
    pub(super) fn get(&self) -> u128 {
        let [high, low] = self.0;
        u128::from(high) << 64 | u128::from(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_fnv() {
        // http://www.isthe.com/chongo/tech/comp/fnv/: 64 bit FNV-1a of "foobar".
        let mut hash = ContentHash::default();
        hash.add(b"foo");
        hash.add(b"bar");
        assert_eq!((hash.get() >> 64) as u64, 0x8594_4171_f739_67e8);
    }
}
