//! Finds the lines of a picture at the scale that suits them.

use imagetotext_nn::{Model, Parallelism, ThreadPool};

use super::cancel_token::CancelToken;
use super::detect::detect;
use super::drop_caps::divide_drop_caps;
use super::grey_image::GreyImage;
use super::regions::{FoundRegions, Region, regions};
use super::scale;
use super::segments::join_segments;
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
        Ok(join_segments(regions(&map)))
    }
}
