//! Ctrl-C: what is being written is finished, and nothing new begins.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Time between two looks at the flag.
const POLL: Duration = Duration::from_millis(50);

/// Whether the person has asked to stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. A second Ctrl-C ends the program at once.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            let flag = || interrupt.0.clone();
            // Where this fails, the program ends at once the first time.
            let _ = signal_hook::flag::register_conditional_shutdown(signal, STOPPED, flag())
                .and_then(|_| signal_hook::flag::register(signal, flag()));
        }
        interrupt
    }

    /// Whether to stop.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Waits until it is asked for.
    pub(crate) async fn wait(&self) {
        while !self.is_set() {
            tokio::time::sleep(POLL).await;
        }
    }
}

/// What shells expect of a program that Ctrl-C ended: 128 and the number of the signal.
#[cfg(unix)]
const STOPPED: i32 = 130;
