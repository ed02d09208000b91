//! What a start of the program asks for besides files.

use std::sync::PoisonError;

use tauri::{AppHandle, Runtime};

use super::App;
use crate::arguments::Task;
use crate::capture;
use crate::contract::Event;

impl App {
    /// Keeps a task until there is a page to show what comes of it.
    pub(crate) fn add_pending_task(&self, task: Option<Task>) {
        *self.pending_task.lock().unwrap_or_else(PoisonError::into_inner) = task;
    }

    /// Does what is left to do from the start.
    pub(crate) fn run_pending_task<R: Runtime>(&self, app: &AppHandle<R>) {
        let task = self.pending_task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task {
            self.run_task(app, task);
        }
    }

    /// Does it now. Waits for the owner of the clipboard: not on the main thread.
    pub(crate) fn run_task<R: Runtime>(&self, app: &AppHandle<R>, task: Task) {
        match task {
            Task::Capture(target) => capture::start(app, target),
            Task::Paste => {
                // Without consent the window asks for it, and reads nothing.
                if let Ok(consented) = self.consented() {
                    let outcome = self.paste(&consented, app);
                    self.context.emit(Event::Intake { outcome });
                }
            }
        }
    }
}
