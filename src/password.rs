//! The file of --password-file.

use std::fs::File;
use std::path::Path;

use imagetotext::source::Password;
use imagetotext_files::{self as files, ReadError};
use imagetotext_sandbox as sandbox;
use zeroize::Zeroizing;

use crate::messages::Failure;
use crate::name::{Name, STANDARD_INPUT};

/// Largest file: a password and the end of its line.
const MAX_BYTES: u64 = 4096;

/// The first line of the file, without a byte order mark. It may be a pipe, as shells make them: `<(pass show scans)`.
pub(crate) fn read(path: &Path) -> Result<Password, (Name, Failure)> {
    let is_stdin = path.as_os_str() == "-";
    let name = || if is_stdin { STANDARD_INPUT.into() } else { Name::from(path) };
    let bytes = if is_stdin {
        files::read_all(sandbox::stdin(), 0, MAX_BYTES)
    } else if path.is_file() {
        files::read(path, MAX_BYTES)
    } else {
        read_pipe(path)
    };
    let bytes = bytes.map_err(|error| (name(), Failure::Input(error.into())))?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = str::from_utf8(line).ok().map(str::to_owned);
    text.and_then(Password::new).ok_or_else(|| (name(), Failure::NoPassword))
}

fn read_pipe(path: &Path) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    if path.is_dir() {
        return Err(ReadError::Directory);
    }
    files::read_all(File::open(path)?, 0, MAX_BYTES)
}
