//! The arguments of the desktop program: a few options, and files to open.

use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Turns pictures into text on this computer, in a window.

Usage: imagetotext-app [OPTIONS] [--] [FILES]...

Arguments:
  [FILES]...  Pictures, or folders of pictures, to open

Options:
  -h, --help     Print this help
  -V, --version  Print the version

A file whose name begins with a dash is given as ./-name or after --.
The command line, which needs no window, is imagetotext.
";

/// What `--version` prints.
pub(crate) const VERSION: &str = concat!("imagetotext-app ", env!("CARGO_PKG_VERSION"), "\n");

/// What the program was started to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arguments {
    /// Open the window, with these files as they were given.
    Open(Vec<PathBuf>),
    /// Print [`USAGE`].
    Help,
    /// Print [`VERSION`].
    Version,
    /// Refuse an option that does not exist.
    Unknown(OsString),
}

impl Arguments {
    /// Parses the arguments after the name of the program. The first option decides.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let mut arguments = arguments.into_iter();
        let mut files = Vec::new();
        while let Some(argument) = arguments.next() {
            match argument.to_string_lossy().as_ref() {
                "--" => {
                    files.extend(arguments.map(PathBuf::from));
                    break;
                }
                "-h" | "--help" => return Self::Help,
                "-V" | "--version" => return Self::Version,
                option if option.starts_with('-') => return Self::Unknown(argument),
                _ => files.push(argument.into()),
            }
        }
        Self::Open(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Arguments {
        Arguments::parse(arguments.iter().map(OsString::from))
    }

    fn open(files: &[&str]) -> Arguments {
        Arguments::Open(files.iter().map(PathBuf::from).collect())
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
    fn after_two_dashes_everything_is_a_file() {
        assert_eq!(parse(&["--", "--help", "--"]), open(&["--help", "--"]));
    }
}
