//! The start of the program: from its arguments to a window.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use imagetotext_sandbox as sandbox;
use tauri::{Builder, Manager as _, RunEvent, Runtime};

use crate::app::App;
#[cfg(target_os = "linux")]
use crate::environment;
use crate::{commands, second, window};

/// What is said where there is no display.
#[cfg(target_os = "linux")]
const NO_DISPLAY: &str = "imagetotext-app: there is no display to open a window on; start it in a \
                          graphical session, or use the command line (imagetotext --help).";

/// Runs the program: the whole of `main`, but for readers.
pub fn run() -> ExitCode {
    // The message of a panic may quote a text.
    std::panic::set_hook(Box::new(|_| {}));
    #[cfg(target_os = "linux")]
    environment::take_effect();
    // What a system lacks of these is to be seen with `imagetotext --about-privacy`.
    sandbox::harden_process();
    if !window::is_remote_controlled() {
        sandbox::refuse_network();
    }
    let files = files();
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        return refuse(NO_DISPLAY);
    }
    if second::hand_over(&files) {
        return ExitCode::SUCCESS;
    }
    match open(files) {
        Ok(code) => ExitCode::from(code),
        Err(error) => refuse(&format!(
            "imagetotext-app: the window cannot be opened ({error}); install what the README names, \
             or use the command line (imagetotext --help)."
        )),
    }
}

/// Everything that the window does, put into a builder; tests use one without a display.
pub fn shell<R: Runtime>(builder: Builder<R>, app: App) -> Builder<R> {
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(app)
        .on_window_event(window::hear)
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::agree,
            commands::decline,
            commands::withdraw,
            commands::acknowledge,
            commands::set_settings,
            commands::add_bytes,
            commands::add_clipboard,
            commands::open,
            commands::cancel,
            commands::cancel_all,
            commands::remove,
            commands::clear,
            commands::rotate,
            commands::page,
            commands::preview,
            commands::thumbnail,
            commands::text,
            commands::copy,
            commands::save,
            commands::save_all,
            commands::stored_data,
            commands::export_data,
            commands::set_counter,
            commands::erase,
            commands::privacy_status,
        ])
}

#[expect(clippy::exit, reason = "Tauri ends so when its thread for assets does")]
fn open(files: Vec<PathBuf>) -> Result<u8, Box<dyn std::error::Error>> {
    let context = tauri::generate_context!();
    let folder = dirs::config_dir().ok_or("there is no folder for settings")?.join("imagetotext");
    let app = App::new(folder, std::env::current_exe()?);
    app.arrive_early(files);
    let storage = window::storage();
    let place = storage.as_ref().map(|folder| folder.path().to_owned());
    let shell = shell(Builder::default(), app).setup(|app| {
        window::open(app, place)?;
        let handle = app.handle().clone();
        second::listen(move |files| {
            handle.state::<App>().arrive(files);
            window::raise(&handle);
        });
        Ok(())
    });
    let code = shell.build(context)?.run_return(|handle, event| match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let files = urls.iter().filter_map(|url| url.to_file_path().ok());
            handle.state::<App>().arrive(files.collect());
        }
        RunEvent::Exit => handle.state::<App>().close(),
        _ => {}
    });
    drop(storage);
    Ok(code as u8)
}

/// The files that were named, so that they are found from any folder.
fn files() -> Vec<PathBuf> {
    let words = std::env::args_os().skip(1);
    words.filter_map(|word| std::path::absolute(word).ok()).collect()
}

fn refuse(sentence: &str) -> ExitCode {
    // When this fails, nobody is left to be told.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::FAILURE
}
