//! How an engine works, and how it reads one picture.

use std::fmt;
use std::num::NonZero;

use super::cancel_token::CancelToken;
use super::progress::Progress;
use super::script_choice::ScriptChoice;
use crate::source::MAX_PIXELS;

/// Settings of an [`Engine`](crate::Engine) for all its readings.
///
/// ```
/// use std::num::NonZero;
///
/// let options = imagetotext::EngineOptions::new()
///     .threads(NonZero::<usize>::MIN)
///     .max_pixels(20_000_000);
/// ```
#[derive(Debug, Clone)]
pub struct EngineOptions {
    threads: Option<NonZero<usize>>,
    max_pixels: u64,
}

impl EngineOptions {
    /// A thread for each core, pictures of up to [`MAX_PIXELS`].
    pub fn new() -> Self {
        Self { threads: None, max_pixels: MAX_PIXELS }
    }

    /// The number of threads that all readings of the engine share. Without it there are as many as the
    /// machine has cores.
    #[must_use]
    pub fn threads(mut self, threads: NonZero<usize>) -> Self {
        self.threads = Some(threads);
        self
    }

    /// The most pixels, width × height, that a picture may have; larger ones are refused with
    /// [`Error::TooLarge`](crate::Error::TooLarge). Time and memory grow with the pixels.
    #[must_use]
    pub fn max_pixels(mut self, pixels: u64) -> Self {
        self.max_pixels = pixels;
        self
    }

    /// Threads to start.
    pub(super) fn thread_count(&self) -> usize {
        let threads = self.threads.or_else(|| std::thread::available_parallelism().ok());
        threads.map_or(1, NonZero::get)
    }

    pub(super) fn accepts(&self, width: u32, height: u32) -> bool {
        u64::from(width) * u64::from(height) <= self.max_pixels
    }
}

impl Default for EngineOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// Settings of one reading: cancellation, progress, scripts and codes.
///
/// ```
/// # #[cfg(not(feature = "embedded-models"))]
/// # fn main() {}
/// # #[cfg(feature = "embedded-models")]
/// # fn main() -> Result<(), imagetotext::Error> {
/// use imagetotext::{CancelToken, Engine, Models, Picture, ReadOptions};
///
/// let engine = Engine::new(Models::shipped())?;
/// let picture = Picture::from_rgb(64, 32, vec![255; 64 * 32 * 3])?;
/// let token = CancelToken::new();
/// let report = |progress: imagetotext::Progress| {
///     println!("{} of {} lines", progress.lines_read, progress.lines_found);
/// };
/// let reading = engine.read_with(&picture, &ReadOptions::new().cancel(&token).progress(&report))?;
/// assert_eq!(reading.page.lines().count(), 0);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ReadOptions<'a> {
    pub(super) cancel: CancelToken,
    pub(super) progress: Option<&'a (dyn Fn(Progress) + Sync)>,
    pub(super) script: ScriptChoice,
    pub(super) codes: bool,
}

impl<'a> ReadOptions<'a> {
    /// Without cancellation and progress, with QR codes and barcodes.
    pub fn new() -> Self {
        Self {
            cancel: CancelToken::default(),
            progress: None,
            script: ScriptChoice::Auto,
            codes: true,
        }
    }

    /// Whether QR codes and barcodes are read: [`Page::codes`](crate::Page::codes).
    #[must_use]
    pub fn codes(mut self, codes: bool) -> Self {
        self.codes = codes;
        self
    }

    /// Stops with [`Error::Cancelled`](crate::Error::Cancelled) once `token` is cancelled. It is checked
    /// before each line and before each tile of about a million pixels in which lines are searched.
    #[must_use]
    pub fn cancel(mut self, token: &CancelToken) -> Self {
        self.cancel = token.clone();
        self
    }

    /// Calls `report` when the lines of the page are found and whenever one was read. Calls come from the
    /// engine's threads, one at a time; until one returns, its thread reads no line.
    #[must_use]
    pub fn progress(mut self, report: &'a (dyn Fn(Progress) + Sync)) -> Self {
        self.progress = Some(report);
        self
    }

    /// Reads these scripts, instead of those that each line is in. Only the shipped models can choose.
    #[must_use]
    pub fn script(mut self, script: ScriptChoice) -> Self {
        self.script = script;
        self
    }
}

impl Default for ReadOptions<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ReadOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadOptions").field("cancel", &self.cancel).finish_non_exhaustive()
    }
}
