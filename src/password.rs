//! The file of --password-file.

use std::path::Path;

use imagetotext::source::Password;
use imagetotext_files as files;

use crate::messages::Failure;
use crate::name::Name;

/// Largest file: a password and the end of its line.
const MAX_BYTES: u64 = 4096;

/// The first line of the file.
pub(crate) fn read(path: &Path) -> Result<Password, (Name, Failure)> {
    let name = || Name::from(path);
    let bytes =
        files::read(path, MAX_BYTES).map_err(|error| (name(), Failure::Input(error.into())))?;
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = str::from_utf8(line).ok().map(str::to_owned);
    text.and_then(Password::new).ok_or_else(|| (name(), Failure::NoPassword))
}
