//! The arguments of the desktop program: a few options, and files to open.

use std::ffi::OsString;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::capture::Target;
use crate::capture::geometry::Rect;
use crate::personal;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Turns pictures into text on this computer, in a window.

Usage: imagetotext-app [OPTIONS] [--] [FILES]...

Arguments:
  [FILES]...  Pictures, or folders of pictures, to open

Options:
      --capture         Capture text from the screen: freezes it, to select a part of it
      --capture-again   Capture the same region again
      --region X,Y,W,H  With --capture: this region, in pixels, without asking
      --whole-screen    With --capture: everything on the screen, without asking
      --clipboard       Read the picture on the clipboard
      --hidden          Start in the tray, if the desktop has one
      --at-login        Started by the system: in the tray, if that is set, even if it comes later
  -h, --help            Print this help
  -V, --version         Print the version

If the program runs already, it captures, and this start ends at once.

A file whose name begins with a dash is given as ./-name or after --.
The command line, which needs no window, is imagetotext.
";

/// What `--version` prints.
pub(crate) const VERSION: &str = concat!("imagetotext-app ", env!("CARGO_PKG_VERSION"), "\n");

/// What the program was started to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arguments {
    /// Open the window.
    Open(Launch),
    /// Print [`USAGE`].
    Help,
    /// Print [`VERSION`].
    Version,
    /// Refuse an option that does not exist.
    Unknown(OsString),
    /// Refuse the value of `--region`.
    InvalidRegion(OsString),
}

/// What a start asks for, of this instance or the one that runs already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Launch {
    /// Pictures to open, as they were given.
    pub(crate) files: Vec<PathBuf>,
    /// What to do besides.
    pub(crate) task: Option<Task>,
    /// Whether the window stays in the tray.
    pub(crate) hidden: bool,
    /// Whether the system starts the program at login, when there may be no tray yet.
    pub(crate) at_login: bool,
}

/// Something to do at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Capture the screen.
    Capture(Target),
    /// Read the picture on the clipboard.
    Paste,
}

impl Arguments {
    /// Parses the arguments after the name of the program. The first option decides.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let mut arguments = arguments.into_iter();
        let mut launch = Launch::default();
        let mut region = None;
        while let Some(argument) = arguments.next() {
            match argument.to_string_lossy().as_ref() {
                "--" => {
                    launch.files.extend(arguments.map(PathBuf::from));
                    break;
                }
                "-h" | "--help" => return Self::Help,
                "-V" | "--version" => return Self::Version,
                "--capture" => launch.task = Some(Task::Capture(Target::Select)),
                "--capture-again" => launch.task = Some(Task::Capture(Target::Again)),
                "--clipboard" => launch.task = Some(Task::Paste),
                "--hidden" => launch.hidden = true,
                personal::AT_LOGIN => launch.at_login = true,
                "--whole-screen" => region = Some(Target::Whole),
                "--region" => {
                    let value = arguments.next().unwrap_or_default();
                    match Rect::parse(&value.to_string_lossy()) {
                        Some(rect) => region = Some(Target::Region(rect)),
                        None => return Self::InvalidRegion(value),
                    }
                }
                option if option.starts_with('-') => return Self::Unknown(argument),
                _ => launch.files.push(argument.into()),
            }
        }
        if let Some(region) = region {
            launch.task = Some(Task::Capture(region));
        }
        Self::Open(launch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Arguments {
        Arguments::parse(arguments.iter().map(OsString::from))
    }

    fn open(files: &[&str]) -> Arguments {
        let files = files.iter().map(PathBuf::from).collect();
        Arguments::Open(Launch { files, ..Launch::default() })
    }

    #[test]
    fn everything_without_a_dash_is_a_file() {
        assert_eq!(parse(&[]), open(&[]));
        assert_eq!(parse(&["a b.png", "help", "./-h"]), open(&["a b.png", "help", "./-h"]));
    }

    #[test]
    fn the_first_option_decides() {
        assert_eq!(parse(&["a.png", "--help", "--version"]), Arguments::Help);
        assert_eq!(parse(&["-V", "-h"]), Arguments::Version);
        assert_eq!(parse(&["--frobnicate", "--help"]), Arguments::Unknown("--frobnicate".into()));
        assert_eq!(parse(&["-"]), Arguments::Unknown("-".into()));
    }

    #[test]
    fn a_capture_is_of_a_region_if_one_is_named() {
        let task = |arguments: &[&str]| match parse(arguments) {
            Arguments::Open(launch) => launch.task,
            other => panic!("{other:?}"),
        };
        assert_eq!(task(&["--capture"]), Some(Task::Capture(Target::Select)));
        let region = Target::Region(Rect::new(1, -2, 30, 40));
        assert_eq!(task(&["--capture", "--region", "1,-2,30,40"]), Some(Task::Capture(region)));
        assert_eq!(task(&["--whole-screen", "--capture"]), Some(Task::Capture(Target::Whole)));
        assert_eq!(task(&["--clipboard", "a.png"]), Some(Task::Paste));
        for region in [&["--region"][..], &["--region", "1,2,3"]] {
            assert!(matches!(parse(region), Arguments::InvalidRegion(_)));
        }
    }

    #[test]
    fn the_entry_of_autostart_names_an_option_that_exists() {
        let launch = Launch { at_login: true, ..Launch::default() };
        assert_eq!(parse(&[personal::AT_LOGIN]), Arguments::Open(launch));
        assert!(USAGE.contains(personal::AT_LOGIN));
    }

    #[test]
    fn after_two_dashes_everything_is_a_file() {
        assert_eq!(parse(&["--", "--help", "--"]), open(&["--help", "--"]));
    }
}
