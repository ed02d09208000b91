//! The commands that the page can call. Each checks consent where it must and delegates to [`App`]; no
//! logic lives here. `build.rs` lists all commands, `capabilities/main.json` allows them by name.

pub(crate) mod capture;
pub(crate) mod output;
pub(crate) mod personal;
pub(crate) mod pictures;
pub(crate) mod program;
pub(crate) mod text;

use tauri::{AppHandle, Manager as _, Runtime};

use crate::app::App;
use crate::contract::CommandError;

type Outcome<T> = Result<T, CommandError>;

/// Runs work that waits for a person or another program on a thread where it blocks nobody.
async fn blocking<R: Runtime, T: Send + 'static>(
    window: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>, &App) -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let work = move || work(&window, &window.state::<App>());
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or(Err(CommandError::Internal))
}
