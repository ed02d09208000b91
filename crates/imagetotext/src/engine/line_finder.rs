//! Finds the lines of a picture at the scale that suits them.

use imagetotext_nn::{Model, Parallelism, ThreadPool};

use super::cancel_token::CancelToken;
use super::detect::detect;
use super::drop_caps::divide_drop_caps;
use super::grey_image::GreyImage;
use super::missing_cells::find_missing_cells;
use super::regions::{FoundRegions, Region, regions};
use super::scale;
use super::segments::join_segments;
use super::short_lines::fit_cut_lines;
use super::stacks::divide_stacks;
use crate::Error;

/// The detection network.
pub(super) struct LineFinder {
    network: Box<dyn Model>,
}

impl LineFinder {
    pub(super) fn new(network: Box<dyn Model>) -> Self {
        Self { network }
    }

    /// The lines that run from left to right.
    pub(super) fn find(
        &self,
        picture: GreyImage<'_>,
        pool: &ThreadPool,
        cancel: &CancelToken,
    ) -> Result<FoundRegions, Error> {
        let find = |picture: GreyImage<'_>| self.find_here(picture, pool, cancel);
        let mut found = scale::find_at_all_scales(picture, find)?;
        divide_drop_caps(picture, &mut found);
        fit_cut_lines(picture, &mut found.lines);
        find_missing_cells(picture, &mut found.lines);
        Ok(found)
    }

    /// Most of them, at the scale of `picture`.
    pub(super) fn find_quickly(
        &self,
        picture: GreyImage<'_>,
        pool: &ThreadPool,
        cancel: &CancelToken,
    ) -> Result<FoundRegions, Error> {
        let lines = self.find_here(picture, pool, cancel)?;
        Ok(FoundRegions { lines, alternatives: Vec::new() })
    }

    fn find_here(
        &self,
        picture: GreyImage<'_>,
        pool: &ThreadPool,
        cancel: &CancelToken,
    ) -> Result<Vec<Region>, Error> {
        let map = detect(&*self.network, picture, Parallelism::Pool(pool), cancel)?;
        let mut lines = divide_stacks(picture, regions(&map));
        lines.retain(|it| !it.is_speck());
        Ok(join_segments(lines))
    }
}
