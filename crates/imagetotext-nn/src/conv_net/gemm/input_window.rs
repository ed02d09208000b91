//! The inputs of one row of outputs.

/// Products that one instruction adds: the length of its dot product.
pub(in crate::conv_net) const DOT_LEN: usize = 4;

/// The inputs of a row of outputs: what the kernel covers for its first pixel, and how it moves on.
#[derive(Clone, Copy)]
pub(in crate::conv_net) struct InputWindow<'a> {
    pub(in crate::conv_net) values: &'a [u8],
    /// Where the spans begin that the kernel covers for the first pixel of the row.
    pub(in crate::conv_net) spans: &'a [usize],
    /// Values in a span, a multiple of [`DOT_LEN`].
    pub(in crate::conv_net) span_len: usize,
    /// Values from the window of one pixel to that of the next.
    pub(in crate::conv_net) step: usize,
}

impl InputWindow<'_> {
    /// The span that begins at `start` for the first pixel, moved on to the given one.
    #[inline]
    pub(super) fn span(&self, start: usize, pixel: usize) -> &[[u8; DOT_LEN]] {
        let start = start + pixel * self.step;
        let count = self.span_len / DOT_LEN;
        // The second bound looks needless, but it lets the compiler know the length, and leave out
        // bounds checks in the kernels.
        &self.values[start..start + self.span_len].as_chunks().0[..count]
    }
}
