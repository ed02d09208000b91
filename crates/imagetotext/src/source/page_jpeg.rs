//! The JPEG that a page of a document consists of.

use std::fmt;

use zeroize::Zeroizing;

use super::placement::Placement;

/// A JPEG that shows everything which there is on its page; wiped when dropped.
pub(crate) struct PageJpeg {
    /// As it is in the file.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Width and height in pixels.
    pub(crate) size: [u32; 2],
    /// Whether it has one component and not three.
    pub(crate) is_grey: bool,
    pub(crate) placement: Placement,
}

impl fmt::Debug for PageJpeg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PageJpeg({} × {})", self.size[0], self.size[1])
    }
}
