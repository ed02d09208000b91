//! The start of the program: from its arguments to a window.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use imagetotext_files::printable;
use imagetotext_sandbox as sandbox;
use tauri::{AppHandle, Builder, Manager as _, RunEvent, Runtime};

use crate::app::App;
use crate::arguments::{Arguments, Launch, Task, USAGE, VERSION};
#[cfg(target_os = "linux")]
use crate::environment;
use crate::personal::Autostart;
use crate::{commands, runtime, single_instance, window};

/// The message without a display.
#[cfg(target_os = "linux")]
const NO_DISPLAY: &str = "imagetotext-app: there is no display to open a window on; start it in a \
                          graphical session, or use the command line (imagetotext --help).";

/// The exit status for wrong arguments, as of the command line.
const USAGE_ERROR: u8 = 2;

/// Runs the program. All of `main`, except in worker processes.
pub fn run() -> ExitCode {
    // The message of a panic may quote a text.
    std::panic::set_hook(Box::new(|_| {}));
    match Arguments::parse(std::env::args_os().skip(1)) {
        Arguments::Open(launch) => run_window(launch),
        Arguments::Help => print(USAGE),
        Arguments::Version => print(VERSION),
        Arguments::Unknown(option) => {
            let option = printable(&option.to_string_lossy());
            report(&format!(
                "imagetotext-app: there is no option {option}; see imagetotext-app --help."
            ));
            ExitCode::from(USAGE_ERROR)
        }
        Arguments::InvalidRegion(value) => {
            let value = printable(&value.to_string_lossy());
            report(&format!(
                "imagetotext-app: {value:?} is no region; give four numbers like --region 0,0,640,480."
            ));
            ExitCode::from(USAGE_ERROR)
        }
    }
}

/// Adds everything that the window does to a builder. Tests use one that needs no display.
pub fn shell<R: Runtime>(builder: Builder<R>, app: App) -> Builder<R> {
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(app)
        .on_window_event(window::on_event)
        .invoke_handler(tauri::generate_handler![
            commands::program::start,
            commands::program::agree,
            commands::program::decline,
            commands::program::withdraw,
            commands::program::acknowledge,
            commands::program::set_language,
            commands::program::set_settings,
            commands::program::close,
            commands::pictures::add_bytes,
            commands::pictures::add_clipboard,
            commands::pictures::open,
            commands::pictures::cancel,
            commands::pictures::cancel_all,
            commands::pictures::remove,
            commands::pictures::clear,
            commands::pictures::unlock,
            commands::pictures::rotate,
            commands::pictures::page,
            commands::pictures::preview,
            commands::pictures::thumbnail,
            commands::text::text,
            commands::text::edit,
            commands::text::ignore_area,
            commands::text::ignore_area_from_now_on,
            commands::text::stop_ignoring_areas,
            commands::text::step,
            commands::text::unkept,
            commands::text::word_at,
            commands::text::span_of,
            commands::output::clipboard_text,
            commands::output::copy,
            commands::output::copy_as,
            commands::output::save,
            commands::output::save_all,
            commands::output::save_all_as_pdf,
            commands::personal::stored_data,
            commands::personal::export_data,
            commands::personal::set_counter,
            commands::personal::erase,
            commands::personal::privacy_status,
            commands::capture::capture,
            commands::capture::capture_again,
            commands::capture::capture_status,
        ])
}

fn run_window(mut launch: Launch) -> ExitCode {
    #[cfg(target_os = "linux")]
    environment::restart_with_variables();
    // `imagetotext --about-privacy` shows which of these the system lacks.
    sandbox::harden_process();
    if !window::is_remote_controlled() {
        sandbox::refuse_network();
    }
    // Another instance may run in another directory.
    let absolute = |file| std::path::absolute::<PathBuf>(file).ok();
    launch.files = launch.files.into_iter().filter_map(absolute).collect();
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        report(NO_DISPLAY);
        return ExitCode::FAILURE;
    }
    if single_instance::send(&launch) {
        return ExitCode::SUCCESS;
    }
    match open_window(launch) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            report(&format!(
                "imagetotext-app: the window cannot be opened ({error}); install what the README names, \
                 or use the command line (imagetotext --help)."
            ));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::exit, reason = "Tauri exits when its thread for assets fails")]
fn open_window(launch: Launch) -> Result<u8, Box<dyn std::error::Error>> {
    runtime::start()?;
    let context = tauri::generate_context!();
    let config = dirs::config_dir().ok_or("there is no directory for settings")?;
    let app = App::new(config.join("imagetotext"), std::env::current_exe()?);
    if let Some(autostart) = Autostart::of_this_program() {
        app.enable_autostart(autostart);
    }
    app.add_pending(launch.files.clone());
    app.add_pending_task(launch.task);
    let storage = window::storage();
    let storage_path = storage.as_ref().map(|directory| directory.path().to_owned());
    if let Some(folder) = &storage_path {
        app.set_web_storage(folder.clone());
    }
    let shell = shell(Builder::default(), app).setup(move |app| {
        #[cfg(not(target_os = "linux"))]
        app.wry_plugin(app.state::<App>().capture_state().overlay());
        let window = window::open(app, storage_path.clone())?;
        let handle = app.handle().clone();
        handle.state::<App>().enable_capture(&handle, storage_path);
        window::show_at_start(&window, &launch);
        single_instance::listen(move |launch| receive(&handle, launch));
        Ok(())
    });
    let code = shell.build(context)?.run_return(|handle, event| match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let files = urls.iter().filter_map(|url| url.to_file_path().ok());
            handle.state::<App>().receive_files(files.collect());
        }
        // The menu of the system quits without closing the window first.
        #[cfg(target_os = "macos")]
        RunEvent::ExitRequested { code: None, api, .. }
            if handle.state::<App>().asks_before_closing() =>
        {
            api.prevent_exit();
        }
        RunEvent::Exit => handle.state::<App>().close(),
        _ => {}
    });
    drop(storage);
    Ok(code as u8)
}

/// A second start. A capture leaves the window where it is.
fn receive<R: Runtime>(app: &AppHandle<R>, launch: Launch) {
    let state = app.state::<App>();
    let is_capture = matches!(launch.task, Some(Task::Capture(_)));
    if !launch.files.is_empty() || launch.task.is_none() {
        state.receive_files(launch.files);
    }
    if let Some(task) = launch.task {
        state.run_task(app, task);
    }
    if !is_capture && !launch.hidden && !launch.at_login {
        window::raise(app);
    }
}

fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn report(sentence: &str) {
    // Without standard error there is nowhere else to report to.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
