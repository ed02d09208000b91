//! AVIF pictures: `heifer-isobmff` reads the file, `re_rav1d` decodes the AV1 frames in it.

mod frame;

use heifer_isobmff::boxes::Property;
use heifer_isobmff::{HeifFile, ItemId};
use image::metadata::Orientation;
use zeroize::Zeroizing;

use self::frame::Frame;
use super::limits::{MAX_PIXELS, check_size};
use super::raster::{Channels, Raster};
use super::{Format, Picture};
use crate::Error;

const DAMAGED: Error = Error::Damaged(Format::Avif);

/// How the type of an auxiliary picture ends that holds opacities (MIAF 7.3.5.2).
const ALPHA: &str = ":alpha";

/// Decodes the primary picture, also one in tiles; of a sequence the first frame.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    let file = HeifFile::parse(bytes).map_err(|_| DAMAGED)?;
    let id = file.primary_id;
    let mut tiles = Tiles::of(&file, id)?;
    let alpha = file.referencing_items(id, b"auxl").into_iter().find(|&item| is_alpha(&file, item));
    let mut alpha = alpha.map(|item| Tiles::of(&file, item)).transpose()?;
    alpha = alpha.filter(|alpha| alpha.size == tiles.size);
    let [width, height] = tiles.size;
    let count = if alpha.is_some() { 4 } else { 3 };
    let mut samples = Zeroizing::new(vec![0; width as usize * height as usize * count]);
    let at = |x: u32, y: u32| {
        (x < width && y < height).then(|| (y as usize * width as usize + x as usize) * count)
    };
    while let Some(([left, top], frame)) = tiles.next()? {
        frame.for_each_colour(|x, y, colour| {
            if let Some(at) = at(left + x, top + y) {
                samples[at..at + 3].copy_from_slice(&colour);
            }
        })?;
    }
    if let Some(alpha) = &mut alpha {
        while let Some(([left, top], frame)) = alpha.next()? {
            frame.for_each_opacity(|x, y, opacity| {
                if let Some(at) = at(left + x, top + y) {
                    samples[at + 3] = opacity;
                }
            })?;
        }
    }
    let channels = if alpha.is_some() { Channels::Rgba } else { Channels::Rgb };
    let picture = Raster { width, height, channels, samples }.into_picture().ok_or(DAMAGED)?;
    let properties = file.item_properties(id).map_err(|_| DAMAGED)?;
    Ok(properties.filter_map(orientation).fold(picture, Picture::oriented))
}

fn is_alpha(file: &HeifFile<'_>, item: ItemId) -> bool {
    let is_alpha =
        |it: &Property| matches!(it, Property::AuxiliaryType(kind) if kind.ends_with(ALPHA));
    file.item_properties(item).is_ok_and(|mut properties| properties.any(is_alpha))
}

fn orientation(property: &Property) -> Option<Orientation> {
    Some(match property {
        // Anticlockwise.
        Property::Rotation(1) => Orientation::Rotate270,
        Property::Rotation(2) => Orientation::Rotate180,
        Property::Rotation(3) => Orientation::Rotate90,
        Property::Mirror(true) => Orientation::FlipVertical,
        Property::Mirror(false) => Orientation::FlipHorizontal,
        _ => return None,
    })
}

/// The frames of a picture: one, or those of a grid, row by row (HEIF 6.6.2.3).
struct Tiles<'a> {
    file: &'a HeifFile<'a>,
    items: &'a [ItemId],
    columns: u32,
    /// The first frame, until it is taken.
    first: Option<Frame>,
    tile: [u32; 2],
    /// Of the picture, in pixels.
    size: [u32; 2],
    index: u32,
}

impl<'a> Tiles<'a> {
    fn of(file: &'a HeifFile<'a>, id: ItemId) -> Result<Self, Error> {
        let item = file.item(id).map_err(|_| DAMAGED)?;
        let (items, grid) = match &item.item_type.0 {
            b"av01" => (std::slice::from_ref(&item.id), None),
            b"grid" => {
                let grid = file.grid(id).map_err(|_| DAMAGED)?;
                let count = usize::from(grid.rows) * usize::from(grid.columns);
                let items = file.referenced_items(id, b"dimg").get(..count).ok_or(DAMAGED)?;
                (items, Some(grid))
            }
            _ => return Err(Error::UnsupportedKind(Format::Avif)),
        };
        let first = Frame::first(&data(file, *items.first().ok_or(DAMAGED)?)?)?;
        let tile = first.size();
        let size = grid.map_or(tile, |grid| [grid.output_width, grid.output_height]);
        check_size(size[0], size[1], 4)?;
        // Tiles may extend beyond the picture, and do not lie far outside of it.
        let pixels = items.len() as u64 * u64::from(tile[0]) * u64::from(tile[1]);
        let columns = grid.map_or(1, |grid| u32::from(grid.columns));
        if pixels > 2 * MAX_PIXELS || size[0] == 0 || size[1] == 0 {
            return Err(DAMAGED);
        }
        Ok(Self { file, items, columns, first: Some(first), tile, size, index: 0 })
    }

    /// The next frame, and where its left upper corner is.
    fn next(&mut self) -> Result<Option<([u32; 2], Frame)>, Error> {
        let Some(&item) = self.items.get(self.index as usize) else { return Ok(None) };
        let frame = match self.first.take() {
            Some(frame) => frame,
            None => Frame::first(&data(self.file, item)?)?,
        };
        if frame.size() != self.tile {
            return Err(DAMAGED);
        }
        let place = [self.index % self.columns, self.index / self.columns];
        self.index += 1;
        Ok(Some(([place[0] * self.tile[0], place[1] * self.tile[1]], frame)))
    }
}

fn data<'a>(file: &HeifFile<'a>, item: ItemId) -> Result<std::borrow::Cow<'a, [u8]>, Error> {
    file.item_data(item).map_err(|_| DAMAGED)
}
