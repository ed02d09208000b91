//! The bar on a terminal. Nothing is drawn when standard error is not one, nor for short work.

use std::io::IsTerminal as _;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::Job;
use crate::messages;
use crate::name::Name;

/// Work that is over sooner shows no bar: it would only flicker.
const SHOW_AFTER: Duration = Duration::from_millis(700);
/// Between two steps of the spinner.
const TICK: Duration = Duration::from_millis(100);

/// How far the reading is.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for the pictures of `job`, drawn when the work turns out to be long.
    pub(crate) fn new(job: &Job) -> Self {
        let pictures = job.sources.len();
        let is_batch = job.recursive;
        let bar =
            ProgressBar::with_draw_target(Some(pictures as u64), ProgressDrawTarget::hidden());
        bar.set_style(style(pictures > 1, is_batch));
        if !job.quiet && std::io::stderr().is_terminal() {
            draw_when_long(bar.clone());
        }
        Self { bar }
    }

    /// The picture that is read from now on.
    pub(crate) fn start(&self, name: &Name) {
        self.bar.set_message(name.to_string());
    }

    /// The page that is read from now on, counted from 1.
    pub(crate) fn page(&self, number: u32) {
        if number > 1 {
            self.bar.set_prefix(format!("page {number}"));
        }
    }

    /// One more picture is done.
    pub(crate) fn finish_one(&self) {
        self.bar.set_prefix("");
        self.bar.inc(1);
    }

    /// Removes the bar.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Prints a sentence on standard error above the bar.
    pub(crate) fn print(&self, sentence: &str) {
        self.aside(|| messages::print(sentence));
    }

    /// Runs `work`, which prints, with the bar out of the way.
    pub(crate) fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }
}

/// In a thread of its own, because one long picture keeps the main one busy. It ends with the
/// program, or with its bar.
fn draw_when_long(bar: ProgressBar) {
    thread::spawn(move || {
        thread::sleep(SHOW_AFTER);
        if !bar.is_finished() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
        }
    });
}

fn style(several: bool, is_batch: bool) -> ProgressStyle {
    let template = if several && is_batch {
        "{bar:30} {pos}/{len}, {per_sec}, {eta} left {wide_msg}"
    } else if several {
        "{bar:30} {pos}/{len} {prefix} {wide_msg}"
    } else {
        "{spinner} {prefix} {wide_msg}"
    };
    ProgressStyle::with_template(template).expect("the template is correct")
}
