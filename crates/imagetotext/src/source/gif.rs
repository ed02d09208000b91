//! GIF: the picture, or of an animation the first frame that shows something.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::{AnimationDecoder as _, ColorType};
use zeroize::Zeroizing;

use super::Picture;
use super::limits::{MAX_PIXELS, MAX_SIDE};
use super::raster::Raster;

/// The first frame that is not of one colour, if `first`, the first one, is; `None` if there is none.
pub(super) fn later_frame(bytes: &[u8], first: &Picture) -> Option<Picture> {
    if !is_plain(first) {
        return None;
    }
    let decoder = GifDecoder::new(Cursor::new(bytes)).ok()?;
    let pixels = u64::from(first.width) * u64::from(first.height);
    // So that an animation takes no longer than a large picture does.
    let most = usize::try_from(MAX_PIXELS / pixels.max(1)).ok()?.min(MAX_SIDE as usize);
    let frames = decoder.into_frames().take(most).map_while(Result::ok);
    let pictures = frames.skip(1).map_while(|frame| {
        let image = frame.into_buffer();
        let size = image.dimensions();
        Raster::new(size, ColorType::Rgba8, Zeroizing::new(image.into_raw()))?.into_picture()
    });
    pictures.into_iter().find(|picture| !is_plain(picture))
}

/// Whether all pixels are the same.
fn is_plain(picture: &Picture) -> bool {
    picture.rgb.chunks_exact(3).all(|pixel| pixel == &picture.rgb[..3])
}
