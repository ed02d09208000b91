//! A small random number generator: the same seed gives the same numbers everywhere.

/// Marsaglia's xorshift64.
#[derive(Debug)]
pub(crate) struct Rng(u64);

impl Rng {
    /// Starts the series of `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        // Small seeds give similar series at first. The golden ratio times 2^64 spreads them. The
        // state must never be zero.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, or 0 when `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}
