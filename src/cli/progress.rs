//! The bar on a terminal. Nothing is drawn when standard error is not one, nor for short work.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::Job;
use super::messages::{self, Name};

/// Work that is over sooner shows no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(700);

/// How far we are.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    wanted: bool,
}

impl Progress {
    /// A bar for the pictures of `job`, not yet drawn.
    pub(crate) fn new(job: &Job) -> Self {
        let bar = ProgressBar::with_draw_target(
            Some(job.sources.len() as u64),
            ProgressDrawTarget::hidden(),
        );
        bar.set_style(style(job.sources.len() > 1));
        Self { bar, begun: Instant::now(), wanted: !job.quiet && std::io::stderr().is_terminal() }
    }

    /// The picture that is read from now on.
    pub(crate) fn start(&self, name: &Name) {
        self.bar.set_message(name.to_string());
        self.show_when_long();
    }

    /// The page that is read from now on, counted from 1.
    pub(crate) fn page(&self, number: usize) {
        if number > 1 {
            self.bar.set_prefix(format!("page {number}"));
            self.show_when_long();
        }
    }

    /// One more picture is done.
    pub(crate) fn finish_one(&self) {
        self.bar.set_prefix("");
        self.bar.inc(1);
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Prints a sentence on standard error above the bar.
    pub(crate) fn tell(&self, sentence: &str) {
        self.aside(|| messages::tell(sentence));
    }

    /// Runs `work`, which prints, with the bar out of the way.
    pub(crate) fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }

    fn show_when_long(&self) {
        if self.wanted && self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

fn style(several: bool) -> ProgressStyle {
    let template =
        if several { "{bar:30} {pos}/{len} {msg} {prefix}" } else { "{spinner} {msg} {prefix}" };
    ProgressStyle::with_template(template).expect("the template is correct")
}
