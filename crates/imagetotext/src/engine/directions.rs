//! Lines that run in another direction than the page: labels of an axis, spines, stamps. They are searched
//! where the page has been read and makes little sense.

use super::alternatives::legibility;
use super::grey_image::GreyImage;
use super::regions::{FoundRegions, Region};
use super::text_angle::text_angle;
use crate::rotation::PageRotation;
use crate::{Error, Line, Quad};
use zeroize::Zeroizing;

/// Tuned numbers of this stage; on drawn charts and stamps.
struct Tuning {
    /// Legibility of a line that makes sense, in characters; so much have two that are sure.
    legible: f32,
    /// Distance between two scraps of one text, in their heights.
    max_gap: f32,
    /// More scraps are texture.
    max_scraps: usize,
    /// Places that are searched at most, the largest ones.
    max_places: usize,
    /// Least side of a place in pixels.
    min_side: f32,
    /// By how much a place is larger than its scraps on each side, in its own length and in pixels.
    margins: [f32; 2],
    /// Radians, about eight degrees: what slopes by less runs with the page.
    min_angle: f32,
    /// Radians, a little more than an eighth of a turn: what slopes by more may begin at either end.
    both_ends: f32,
    /// Length of a line in its heights.
    min_length: f32,
}

const TUNING: Tuning = Tuning {
    legible: 0.5,
    max_gap: 1.5,
    max_scraps: 200,
    max_places: 12,
    min_side: 24.0,
    margins: [0.4, 12.0],
    min_angle: 0.14,
    both_ends: 1.0,
    min_length: 1.5,
};

/// A rectangle of the picture: left, top, right, bottom.
type Place = [f32; 4];

/// The lines in other directions in `picture`, in its pixels, from both ends where either may be the first;
/// `regions` were found on the page and `lines` were read in them, `find` finds level lines.
pub(super) fn find_other_directions(
    picture: GreyImage<'_>,
    regions: &[Quad],
    lines: &[Line],
    find: impl Fn(GreyImage<'_>) -> Result<FoundRegions, Error>,
) -> Result<Vec<Region>, Error> {
    let legible: Vec<&Line> =
        lines.iter().filter(|line| legibility(line) >= TUNING.legible).collect();
    let makes_sense = |quad: &&Quad| {
        let middle = crate::document::middle(quad.start(), quad.end());
        !legible.iter().any(|line| line.quad.contains(middle))
    };
    let scraps: Vec<Quad> = regions.iter().filter(makes_sense).copied().collect();
    if scraps.len() > TUNING.max_scraps {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for place in places(&scraps, picture) {
        let (pixels, width, height) = cut(picture, place);
        let view = GreyImage { pixels: &pixels, width, height };
        let Some(angle) = text_angle(view).filter(|angle| angle.abs() > TUNING.min_angle) else {
            continue;
        };
        let rotation = PageRotation::identity(width, height).rotated_by(angle);
        let rotated = view.rotated(&rotation);
        let [width, height] = rotation.size;
        let lines = find(GreyImage { pixels: &rotated, width, height })?.lines;
        for line in lines.iter().filter(|line| line.length_in_heights() >= TUNING.min_length) {
            let quad = rotation.quad_to_picture(line.quad);
            let quad = Quad(quad.0.map(|[x, y]| [x + place[0], y + place[1]]));
            let line = Region { quad, ..*line };
            found.push(line);
            if angle.abs() > TUNING.both_ends {
                found.push(line.from_other_end());
            }
        }
    }
    Ok(found)
}

/// The places of scraps that are near each other, with margins, the largest first.
fn places(scraps: &[Quad], picture: GreyImage<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for scrap in scraps {
        let bounds = scrap.bounds();
        let mut place = [bounds.left, bounds.top, bounds.right, bounds.bottom];
        let reach = TUNING.max_gap * scrap.height().max(4.0);
        let is_near = |other: &Place| {
            place[0] - reach < other[2]
                && other[0] - reach < place[2]
                && place[1] - reach < other[3]
                && other[1] - reach < place[3]
        };
        let (near, far): (Vec<Place>, Vec<Place>) = places.into_iter().partition(is_near);
        for other in near {
            for side in 0..2 {
                place[side] = place[side].min(other[side]);
                place[side + 2] = place[side + 2].max(other[side + 2]);
            }
        }
        places = far;
        places.push(place);
    }
    let length = |place: &Place| (place[2] - place[0]).max(place[3] - place[1]);
    places.retain(|place| length(place) >= TUNING.min_side);
    places.sort_by(|a, b| length(b).total_cmp(&length(a)));
    places.truncate(TUNING.max_places);
    let size = [picture.width as f32, picture.height as f32];
    for place in &mut places {
        let margin = TUNING.margins[0] * length(place) + TUNING.margins[1];
        for side in 0..2 {
            place[side] = (place[side] - margin).max(0.0).floor();
            place[side + 2] = (place[side + 2] + margin).min(size[side]).ceil();
        }
    }
    places
}

/// The pixels of a place, with width and height.
fn cut(picture: GreyImage<'_>, place: Place) -> (Zeroizing<Vec<u8>>, usize, usize) {
    let [left, top, right, bottom] = place.map(|side| side.max(0.0) as usize);
    let (right, bottom) = (right.min(picture.width), bottom.min(picture.height));
    let (left, top) = (left.min(right.saturating_sub(1)), top.min(bottom.saturating_sub(1)));
    let mut pixels = Zeroizing::new(Vec::with_capacity((right - left) * (bottom - top)));
    for row in picture.pixels.chunks_exact(picture.width).take(bottom).skip(top) {
        pixels.extend_from_slice(&row[left..right]);
    }
    (pixels, right - left, bottom - top)
}
