//! Windows and macOS: this version captures nothing there, and says so. Their own screenshots can be
//! pasted.

use std::path::Path;

use tauri::{AppHandle, Runtime};

use super::geometry::Rect;
use super::{NO_HOTKEYS, Taken, Target};
use crate::contract::{CaptureError, CaptureMethod, CaptureSettings, CaptureStatus};
use crate::personal::Consented;

/// Nothing of the desktop is used.
#[derive(Default)]
pub(super) struct System;

#[expect(clippy::unused_self, reason = "the same interface as on Linux")]
impl System {
    /// There is nothing to apply.
    pub(super) fn apply<R: Runtime>(
        &self,
        _: &AppHandle<R>,
        _: Option<&CaptureSettings>,
        _: Option<&Path>,
        _: impl Fn(Target) + Send + Sync + 'static,
        _: impl FnOnce() + Send + 'static,
    ) {
    }

    /// There is none.
    pub(super) fn watch_tray(&self, _: impl Fn() + Send + Sync + 'static) {}

    /// Nothing works.
    pub(super) fn status(&self) -> CaptureStatus {
        let [hotkey, again_hotkey] = NO_HOTKEYS;
        CaptureStatus { method: CaptureMethod::None, hotkey, again_hotkey, has_tray: false }
    }

    /// Never captures.
    pub(super) fn take<R: Runtime>(
        _: &AppHandle<R>,
        _: &Consented,
        _: Target,
    ) -> Result<Option<(Taken, Option<Rect>)>, CaptureError> {
        Err(CaptureError::Unsupported)
    }

    /// There is nothing to notify of.
    pub(super) fn notify(_: String, _: impl FnOnce() + Send + 'static) {}

    /// There is none.
    pub(super) fn translate_tray<R: Runtime>(_: &AppHandle<R>) {}

    /// There is no icon.
    pub(super) fn shows_tray<R: Runtime>(_: &AppHandle<R>) -> bool {
        false
    }
}
