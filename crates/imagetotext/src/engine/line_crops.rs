//! The crops of a line, each made once: several recognisers read a line, and some of them twice.

use std::cell::RefCell;
use std::rc::Rc;

use super::crop::{Crop, Margins, bent_crop};
use super::grey_image::GreyImage;
use super::line_end::with_sign_at_end;
use super::regions::Region;

/// A line of a picture, cut out whenever somebody first asks for it.
pub(super) struct LineCrops<'a> {
    pub(super) picture: GreyImage<'a>,
    pub(super) region: Region,
    /// The line with the sign at its end, as found in crops of that many rows.
    shown: RefCell<Vec<(usize, Region)>>,
    crops: RefCell<Vec<(usize, Margins, Rc<Crop>)>>,
}

impl<'a> LineCrops<'a> {
    pub(super) fn new(picture: GreyImage<'a>, region: &Region) -> Self {
        Self { picture, region: *region, shown: RefCell::default(), crops: RefCell::default() }
    }

    /// The line in a crop of that many rows.
    pub(super) fn get(&self, rows: usize, margins: Margins) -> Rc<Crop> {
        let is_it = |it: &&(usize, Margins, Rc<Crop>)| it.0 == rows && it.1 == margins;
        let made = self.crops.borrow().iter().find(is_it).map(|it| Rc::clone(&it.2));
        made.unwrap_or_else(|| {
            let Region { quad, bend, .. } = self.shown(rows);
            let crop = Rc::new(bent_crop(self.picture, quad, bend, rows, margins));
            self.crops.borrow_mut().push((rows, margins, Rc::clone(&crop)));
            crop
        })
    }

    fn shown(&self, rows: usize) -> Region {
        let found = self.shown.borrow().iter().find(|it| it.0 == rows).map(|it| it.1);
        found.unwrap_or_else(|| {
            let shown = with_sign_at_end(self.picture, &self.region, rows);
            self.shown.borrow_mut().push((rows, shown));
            shown
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, TIGHT_MARGINS};

    #[test]
    fn a_crop_is_made_once_for_each_size_and_margin() {
        let picture = GreyImage { pixels: &[255; 64 * 32], width: 64, height: 32 };
        let region = Region::straight(Quad::upright(4.0, 4.0, 60.0, 28.0), 24.0);
        let crops = LineCrops::new(picture, &region);
        let first = crops.get(32, NORMAL_MARGINS);
        assert!(Rc::ptr_eq(&first, &crops.get(32, NORMAL_MARGINS)));
        assert!(!Rc::ptr_eq(&first, &crops.get(32, TIGHT_MARGINS)));
        assert_eq!(crops.get(48, NORMAL_MARGINS).height, 48);
    }
}
