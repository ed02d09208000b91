//! A socket in the directory that the system creates for the programs of one user (XDG base directory
//! specification; on macOS `TMPDIR`, which belongs to one user as well).

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Stream, prelude::*};
use rustix::process::geteuid;

/// The environment variable with the directory.
const DIRECTORY: &str = if cfg!(target_os = "macos") { "TMPDIR" } else { "XDG_RUNTIME_DIR" };

/// All rights of the group and of everybody else in the mode of a file.
const RIGHTS_OF_OTHERS: u32 = 0o077;

/// A connection to the first instance.
pub(super) fn connect() -> io::Result<Stream> {
    connect_in(&directory()?)
}

/// The listener of the first instance.
pub(super) fn listener() -> io::Result<Listener> {
    listener_in(&directory()?)
}

/// The same stream, if this user runs the program at its other end.
pub(super) fn authenticate(stream: Stream) -> io::Result<Stream> {
    if !is_run_by(&stream, geteuid().as_raw())? {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(stream)
}

pub(super) fn connect_in(directory: &Path) -> io::Result<Stream> {
    authenticate(Stream::connect(socket(directory)?.to_fs_name::<GenericFilePath>()?)?)
}

pub(super) fn listener_in(directory: &Path) -> io::Result<Listener> {
    let name = socket(directory)?.to_fs_name::<GenericFilePath>()?;
    // A program that was killed leaves its socket behind.
    ListenerOptions::new().name(name).try_overwrite(true).create_sync()
}

fn directory() -> io::Result<PathBuf> {
    std::env::var_os(DIRECTORY).map(PathBuf::from).ok_or(io::ErrorKind::NotFound.into())
}

fn socket(directory: &Path) -> io::Result<PathBuf> {
    if !is_private_to(directory, geteuid().as_raw())? {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(directory.join("imagetotext.socket"))
}

/// Whether the directory belongs to this user and nobody else can enter it.
pub(super) fn is_private_to(directory: &Path, user: u32) -> io::Result<bool> {
    let metadata = fs::metadata(directory)?;
    let is_closed_to_others = metadata.mode() & RIGHTS_OF_OTHERS == 0;
    Ok(metadata.is_dir() && metadata.uid() == user && is_closed_to_others)
}

/// Whether this user runs the program at the other end.
pub(super) fn is_run_by(stream: &Stream, user: u32) -> io::Result<bool> {
    Ok(stream.peer_creds()?.euid() == Some(user))
}
