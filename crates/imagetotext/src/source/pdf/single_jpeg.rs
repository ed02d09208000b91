//! Pages that show one JPEG and nothing else: so most scanners write them.

use hayro::hayro_interpret::hayro_syntax::object::dict::keys::{
    BITS_PER_COMPONENT, COLOR_TRANSFORM, COLORSPACE, DECODE, DECODE_PARMS, FILTER, MASK, N, SMASK,
    SMASK_IN_DATA,
};
use hayro::hayro_interpret::hayro_syntax::object::{Dict, Object, Stream};
use hayro::hayro_interpret::{BlendMode, RasterImage};
use hayro::kurbo::{Affine, Rect};
use zeroize::Zeroizing;

use super::super::jpeg_header::{self, FrameHeader};
use super::super::page_jpeg::PageJpeg;
use super::super::placement::Placement;

/// Edges that are so near to each other are meant to be one, in points: files round them.
const ROUNDING: f64 = 0.5;

/// What is drawn on a page, as far as it matters here.
#[derive(Debug, Default)]
pub(super) struct SingleJpeg {
    jpeg: Option<PageJpeg>,
    /// Whether something else may show.
    is_more: bool,
    /// The clips that are in force; none for those that are no rectangles.
    clips: Vec<Option<Rect>>,
    /// Of the groups that are in force, whether they change what is in them.
    groups: Vec<bool>,
}

impl SingleJpeg {
    /// Something is drawn that is no image.
    pub(super) fn add_other(&mut self) {
        self.is_more = true;
    }

    pub(super) fn push_clip(&mut self, clip: Option<Rect>) {
        self.clips.push(clip);
    }

    pub(super) fn pop_clip(&mut self) {
        self.clips.pop();
    }

    pub(super) fn push_group(&mut self, opacity: f32, is_masked: bool, mode: BlendMode) {
        self.groups.push(opacity < 1.0 || is_masked || mode != BlendMode::Normal);
    }

    pub(super) fn pop_group(&mut self) {
        self.groups.pop();
    }

    /// An image is drawn, within the page from the origin to the end of `area`.
    pub(super) fn add_image(&mut self, image: &RasterImage<'_>, transform: Affine, area: Rect) {
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let bounds = transform.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
        let is_upright = [[0, 3], [1, 2]]
            .iter()
            .any(|pair| pair.iter().all(|at| transform.as_coeffs()[*at].abs() < 1e-9));
        let is_plain = !self.groups.contains(&true)
            && self.clips.iter().all(|clip| clip.is_some_and(|it| covers(it, bounds, area)));
        // What an opaque image covers does not show.
        let is_first = !self.is_more && self.jpeg.is_none();
        let is_alone = is_first || is_upright && covers(bounds, area, area);
        self.is_more = true;
        self.jpeg = None;
        if !is_plain || !is_alone {
            return;
        }
        let scale = Affine::scale_non_uniform(1.0 / area.width(), 1.0 / area.height());
        let unit = scale * transform * Affine::scale_non_uniform(width, height);
        let placement = Placement(unit.as_coeffs().map(|number| number as f32));
        self.jpeg = jpeg(image.stream(), [image.width(), image.height()], placement);
        self.is_more = self.jpeg.is_none();
    }

    /// The JPEG, if it is all that the page shows.
    pub(super) fn finish(self) -> Option<PageJpeg> {
        self.jpeg.filter(|jpeg| !self.is_more && jpeg.placement.is_sound())
    }
}

/// Whether one rectangle has in it what there is of another one in the area.
fn covers(rect: Rect, other: Rect, area: Rect) -> bool {
    let other = other.intersect(area);
    rect.inflate(ROUNDING, ROUNDING).contains_rect(other)
}

/// The JPEG of an image, if every program shows its samples as they are.
fn jpeg(stream: &Stream<'_>, size: [u32; 2], placement: Placement) -> Option<PageJpeg> {
    let dict = stream.dict();
    let changes = [SMASK, MASK, SMASK_IN_DATA, DECODE];
    if changes.iter().any(|key| dict.contains_key(key)) {
        return None;
    }
    // It may say that the colours are not transformed.
    let parameters = one_of(dict, DECODE_PARMS).and_then(Object::into_dict);
    if parameters.is_some_and(|parameters| parameters.contains_key(COLOR_TRANSFORM)) {
        return None;
    }
    let filter = one_of(dict, FILTER)?.into_name()?;
    if filter.as_ref() != b"DCTDecode" || dict.get::<u8>(BITS_PER_COMPONENT)? != 8 {
        return None;
    }
    let bytes = Zeroizing::new(stream.raw_data().into_owned());
    jpeg_header::check(&bytes).ok()?;
    let frame = FrameHeader::find(&bytes)?;
    if size != [frame.width, frame.height].map(u32::from) {
        return None;
    }
    let is_grey = match (frame.components, components(dict)?) {
        (1, 1) => true,
        (3, 3) => false,
        _ => return None,
    };
    Some(PageJpeg { bytes, size, is_grey, placement })
}

/// A value that may be in an array of one.
fn one_of<'a>(dict: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    match dict.get(key)? {
        Object::Array(array) => {
            let mut objects = array.iter::<Object<'_>>();
            objects.next().filter(|_| objects.next().is_none())
        }
        object => Some(object),
    }
}

/// How many components a colour space has that looks like grey or sRGB.
fn components(dict: &Dict<'_>) -> Option<u8> {
    match dict.get::<Object<'_>>(COLORSPACE)? {
        Object::Name(name) => match name.as_ref() {
            b"DeviceGray" => Some(1),
            b"DeviceRGB" => Some(3),
            _ => None,
        },
        Object::Array(array) => {
            let mut objects = array.iter::<Object<'_>>();
            let (Object::Name(kind), Object::Stream(profile)) = (objects.next()?, objects.next()?)
            else {
                return None;
            };
            let count = profile.dict().get::<u8>(N)?;
            let is_usual = kind.as_ref() == b"ICCBased"
                && has_usual_tones(&profile.decoded_data().ok()?, count);
            is_usual.then_some(count)
        }
        _ => None,
    }
}

/// Whether a profile is that of sRGB, or of grey with much the same curve, by its name: ICC.1:2010, 10.13.
fn has_usual_tones(profile: &[u8], components: u8) -> bool {
    let names: &[&str] = if components == 1 { &["Gamma 2.2", "sGray", "sRGB"] } else { &["sRGB"] };
    names.iter().any(|name| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        [name.as_bytes(), &wide]
            .iter()
            .any(|name| profile.windows(name.len()).any(|part| part == *name))
    })
}
