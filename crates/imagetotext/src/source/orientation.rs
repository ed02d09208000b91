//! Rotation and mirroring of pictures, as the orientation tag of Exif and TIFF describes them.

use image::metadata::Orientation;
use zeroize::Zeroizing;

use super::Picture;
use crate::Resolution;

impl Picture {
    /// The picture rotated clockwise by so many quarter turns.
    #[must_use]
    pub fn rotated(mut self, quarter_turns: u8) -> Self {
        let (width, height) = (self.width, self.height);
        let (embedded, jpeg) = (self.embedded.take(), self.jpeg.take());
        let attachments = std::mem::take(&mut self.attachments);
        // Of a page that lies as it does in its file.
        let update = self.update.take().filter(|_| quarter_turns.is_multiple_of(4));
        let mut rotated = self.oriented(rotation(quarter_turns));
        rotated.attachments = attachments;
        rotated.update = update;
        rotated.embedded =
            embedded.map(|text| Box::new(text.rotated(quarter_turns, width, height)));
        rotated.jpeg = jpeg.map(|mut jpeg| {
            jpeg.placement = jpeg.placement.rotated(quarter_turns);
            jpeg
        });
        rotated
    }

    /// The picture as it is meant to be seen.
    pub(super) fn oriented(self, orientation: Orientation) -> Self {
        apply(self, orientation)
    }
}

fn apply(mut picture: Picture, orientation: Orientation) -> Picture {
    match orientation {
        Orientation::NoTransforms => picture,
        Orientation::FlipHorizontal => {
            mirror_columns(&mut picture);
            picture
        }
        Orientation::Rotate180 => {
            picture.rgb.reverse();
            picture.rgb.chunks_exact_mut(3).for_each(<[u8]>::reverse);
            picture
        }
        Orientation::FlipVertical => {
            flip_rows(&mut picture);
            picture
        }
        Orientation::Rotate90FlipH => transposed(&picture),
        Orientation::Rotate90 => {
            let mut result = transposed(&picture);
            mirror_columns(&mut result);
            result
        }
        Orientation::Rotate270FlipH => {
            let mut result = transposed(&picture);
            mirror_columns(&mut result);
            flip_rows(&mut result);
            result
        }
        Orientation::Rotate270 => {
            let mut result = transposed(&picture);
            flip_rows(&mut result);
            result
        }
    }
}

/// Clockwise rotation in the terms of Exif.
fn rotation(quarter_turns: u8) -> Orientation {
    match quarter_turns % 4 {
        1 => Orientation::Rotate90,
        2 => Orientation::Rotate180,
        3 => Orientation::Rotate270,
        _ => Orientation::NoTransforms,
    }
}

fn mirror_columns(picture: &mut Picture) {
    for row in picture.rgb.chunks_exact_mut(picture.width as usize * 3) {
        row.reverse();
        row.chunks_exact_mut(3).for_each(<[u8]>::reverse);
    }
}

fn flip_rows(picture: &mut Picture) {
    let stride = picture.width as usize * 3;
    let (top, bottom) = picture.rgb.split_at_mut(picture.height as usize / 2 * stride);
    for (a, b) in top.chunks_exact_mut(stride).zip(bottom.rchunks_exact_mut(stride)) {
        a.swap_with_slice(b);
    }
}

/// Side in pixels of the tiles in which a picture is transposed: 32 rows of 32 pixels stay in the
/// first-level cache while they are read along rows and written along columns.
const TILE: usize = 32;

/// The picture mirrored along its main diagonal: rows become columns.
fn transposed(picture: &Picture) -> Picture {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut rgb = Zeroizing::new(vec![0; picture.rgb.len()]);
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            for y in top..height.min(top + TILE) {
                for x in left..width.min(left + TILE) {
                    let (from, to) = ((y * width + x) * 3, (x * height + y) * 3);
                    rgb[to..to + 3].copy_from_slice(&picture.rgb[from..from + 3]);
                }
            }
        }
    }
    let resolution = picture.resolution.map(Resolution::transposed);
    Picture { resolution, ..Picture::plain(picture.height, picture.width, rgb) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of six numbered pixels. What is expected follows the Exif standard (CIPA DC-008,
    /// 4.6.4), which says where row 0 and column 0 of the file are to be seen.
    fn oriented(exif: u8) -> (u32, u32, Vec<u8>) {
        let rgb = (1..=6).flat_map(|n| [n, n + 10, n + 20]).collect();
        let picture = Picture::plain(3, 2, Zeroizing::new(rgb));
        let picture = picture.oriented(Orientation::from_exif(exif).unwrap());
        let pixels = picture.rgb.chunks_exact(3);
        assert!(pixels.clone().all(|p| p[1] == p[0] + 10 && p[2] == p[0] + 20));
        (picture.width, picture.height, pixels.map(|p| p[0]).collect())
    }

    #[test]
    fn all_eight_orientations() {
        assert_eq!(oriented(1), (3, 2, vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(oriented(2), (3, 2, vec![3, 2, 1, 6, 5, 4]));
        assert_eq!(oriented(3), (3, 2, vec![6, 5, 4, 3, 2, 1]));
        assert_eq!(oriented(4), (3, 2, vec![4, 5, 6, 1, 2, 3]));
        assert_eq!(oriented(5), (2, 3, vec![1, 4, 2, 5, 3, 6]));
        assert_eq!(oriented(6), (2, 3, vec![4, 1, 5, 2, 6, 3]));
        assert_eq!(oriented(7), (2, 3, vec![6, 3, 5, 2, 4, 1]));
        assert_eq!(oriented(8), (2, 3, vec![3, 6, 2, 5, 1, 4]));
    }

    #[test]
    fn quarter_turns_are_clockwise() {
        let exif = [0, 1, 2, 3, 4].map(|quarter_turns| rotation(quarter_turns).to_exif());
        assert_eq!(exif, [1, 6, 3, 8, 1]);
    }

    #[test]
    fn pictures_larger_than_a_tile_are_transposed_whole() {
        let (width, height) = (TILE * 2 + 5, TILE + 3);
        let rgb = (0..width * height).flat_map(|n| [n as u8, (n >> 8) as u8, 7]).collect();
        let picture = Picture::plain(width as u32, height as u32, Zeroizing::new(rgb));
        let result = transposed(&picture);
        assert_eq!((result.width, result.height), (height as u32, width as u32));
        for (n, pixel) in result.rgb.chunks_exact(3).enumerate() {
            let from = (n % height) * width + n / height;
            assert_eq!(pixel, [from as u8, (from >> 8) as u8, 7], "pixel {n}");
        }
    }
}
