//! Which rows of a part of a picture have ink.

use std::ops::Range;

use zeroize::Zeroizing;

use super::grey_image::GreyImage;

/// How much darker or lighter than its background ink is, 0 to 255.
const CONTRAST: u8 = 32;

/// The rows of a part of a picture, from `first` down, and which of them have ink.
pub(super) struct InkRows {
    first: usize,
    has_ink: Vec<bool>,
}

impl InkRows {
    /// The ink in these columns and rows of `picture`, in pixels, by its contrast to what most of them show; `None` where
    /// there is none.
    pub(super) fn of(
        picture: GreyImage<'_>,
        columns: Range<f32>,
        rows: Range<f32>,
    ) -> Option<Self> {
        let within = |range: Range<f32>, most: usize| {
            let place = |it: f32| (it.max(0.0) as usize).min(most);
            let start = place(range.start);
            start..place(range.end.ceil()).max(start)
        };
        let (columns, rows) = (within(columns, picture.width), within(rows, picture.height));
        let row = |y: usize| &picture.pixels[y * picture.width..][columns.clone()];
        let levels = rows.clone().flat_map(|y| row(y).iter().copied());
        let mut levels: Zeroizing<Vec<u8>> = Zeroizing::new(levels.collect());
        levels.sort_unstable();
        let background = *levels.get(levels.len() / 2)?;
        let contrast = levels.iter().map(|it| it.abs_diff(background)).max()?;
        let is_ink = |it: &u8| it.abs_diff(background) > contrast / 2;
        let has_ink = rows.clone().map(|y| row(y).iter().any(is_ink)).collect();
        (contrast >= CONTRAST).then_some(Self { first: rows.start, has_ink })
    }

    /// The rows of the ink that is in `line`, as far as it hangs together; `None` where it reaches the first or the last row.
    pub(super) fn around(&self, line: &Range<f32>) -> Option<Range<f32>> {
        let place =
            |y: f32| ((y.max(0.0) as usize).saturating_sub(self.first)).min(self.has_ink.len());
        let rows = place(line.start)..place(line.end.ceil());
        let has_ink = |y: &usize| self.has_ink[*y];
        let first = rows.clone().find(has_ink)?;
        let last = rows.rev().find(has_ink)?;
        let top = (0..=first).rev().take_while(has_ink).last()?;
        let bottom = (last..self.has_ink.len()).take_while(has_ink).last()?;
        let row = |y: usize| (self.first + y) as f32;
        (top > 0 && bottom + 1 < self.has_ink.len()).then(|| row(top)..row(bottom + 1))
    }

    /// The rows with ink, as far as each hangs together.
    pub(super) fn runs(&self) -> Vec<Range<f32>> {
        let mut runs: Vec<Range<f32>> = Vec::new();
        for y in (0..self.has_ink.len()).filter(|&y| self.has_ink[y]) {
            let row = (self.first + y) as f32;
            match runs.last_mut() {
                Some(last) if last.end >= row => last.end = row + 1.0,
                _ => runs.push(row..row + 1.0),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture ten columns wide, with ink in the middle of these rows.
    fn found(rows: &[[usize; 2]]) -> Option<InkRows> {
        let mut pixels = vec![230; 10 * 40];
        for y in rows.iter().flat_map(|[top, bottom]| *top..*bottom) {
            pixels[10 * y + 4..10 * y + 6].fill(20);
        }
        InkRows::of(GreyImage { pixels: &pixels, width: 10, height: 40 }, 2.0..8.0, 0.0..40.0)
    }

    #[test]
    fn ink_hangs_together_in_runs() {
        let ink = found(&[[3, 9], [12, 18]]).unwrap();
        assert_eq!(ink.runs(), [3.0..9.0, 12.0..18.0]);
        assert_eq!(ink.around(&(5.0..7.0)), Some(3.0..9.0));
        assert_eq!(ink.around(&(5.0..14.0)), Some(3.0..18.0));
        assert_eq!(ink.around(&(20.0..30.0)), None);
    }

    #[test]
    fn ink_that_goes_on_outside_has_no_end() {
        assert_eq!(found(&[[0, 9]]).unwrap().around(&(5.0..7.0)), None);
        assert_eq!(found(&[[30, 40]]).unwrap().around(&(32.0..35.0)), None);
    }

    #[test]
    fn what_has_no_contrast_is_no_ink() {
        assert!(found(&[]).is_none());
        let grey = GreyImage { pixels: &[200; 100], width: 10, height: 10 };
        assert!(InkRows::of(grey, 20.0..30.0, 0.0..9.0).is_none());
    }
}
