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

#[cfg(test)]
mod tests {
    use image::codecs::gif::GifEncoder;
    use image::{Frame, Rgba, RgbaImage};

    fn gif(frames: &[RgbaImage]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = GifEncoder::new(&mut bytes);
        encoder.encode_frames(frames.iter().cloned().map(Frame::new)).unwrap();
        drop(encoder);
        bytes
    }

    #[test]
    fn the_first_frame_that_shows_something_is_taken() {
        let blank = RgbaImage::from_pixel(4, 2, Rgba([255; 4]));
        let with = |x, y| {
            let mut frame = blank.clone();
            frame.put_pixel(x, y, Rgba([0, 0, 0, 255]));
            frame
        };
        let decode = |frames: &[RgbaImage]| {
            let picture = super::super::decode(&gif(frames)).unwrap().next().unwrap().unwrap();
            picture.luma().iter().position(|&it| it < 128)
        };
        assert_eq!(decode(&[blank.clone(), blank.clone(), with(1, 1), with(0, 0)]), Some(5));
        assert_eq!(decode(&[with(0, 0), with(1, 1)]), Some(0));
        assert_eq!(decode(&[blank.clone(), blank.clone()]), None);
    }
}
