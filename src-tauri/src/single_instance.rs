//! A second start hands its files to the first and ends: two programs would overwrite each other's
//! settings, and nobody wants two windows.
//!
//! They meet at a socket that only this person can reach. Where there is no such place, each start
//! has a window of its own.

use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use interprocess::local_socket::{ListenerOptions, Name, Stream, prelude::*};

/// Most bytes that a second start may send: a few thousand paths.
const MAX_BYTES: u64 = 8 << 20;

/// How long the first program may take to answer the second.
const PATIENCE: Duration = Duration::from_secs(5);

/// The answer to a second start: its files are taken over.
const TAKEN: &[u8] = b"taken";

/// Whether another program took over these files, which must be absolute.
pub(crate) fn send_files(files: &[PathBuf]) -> bool {
    send_files_at(name, files).is_ok_and(|taken| taken)
}

/// Listens for second starts, on a thread of its own, and gives `take` their files.
pub(crate) fn listen(take: impl Fn(Vec<PathBuf>) + Send + 'static) {
    listen_at(name, take);
}

fn send_files_at(
    name: impl Fn() -> io::Result<Name<'static>>,
    files: &[PathBuf],
) -> io::Result<bool> {
    let mut first = Stream::connect(name()?)?;
    first.set_recv_timeout(Some(PATIENCE))?;
    first.set_send_timeout(Some(PATIENCE))?;
    let message = postcard::to_stdvec(files).map_err(io::Error::other)?;
    first.write_all(&(message.len() as u64).to_le_bytes())?;
    first.write_all(&message)?;
    let mut answer = Vec::new();
    first.take(TAKEN.len() as u64).read_to_end(&mut answer)?;
    Ok(answer == TAKEN)
}

fn listen_at(
    name: impl Fn() -> io::Result<Name<'static>>,
    take: impl Fn(Vec<PathBuf>) + Send + 'static,
) {
    let listener = name().and_then(|name| {
        // What a program that was killed left of its socket is in nobody's way.
        ListenerOptions::new().name(name).try_overwrite(true).create_sync()
    });
    let Ok(listener) = listener else { return };
    std::thread::spawn(move || {
        for second in listener.incoming().flatten() {
            // One that does not make sense is not answered, and opens its own window.
            if let Ok(files) = hear(second) {
                take(files);
            }
        }
    });
}

fn hear(mut second: Stream) -> io::Result<Vec<PathBuf>> {
    second.set_recv_timeout(Some(PATIENCE))?;
    second.set_send_timeout(Some(PATIENCE))?;
    let mut length = [0; 8];
    second.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > MAX_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut message = Vec::new();
    (&mut second).take(length).read_to_end(&mut message)?;
    let files = postcard::from_bytes(&message).map_err(io::Error::other)?;
    second.write_all(TAKEN)?;
    Ok(files)
}

/// A socket in the folder that the system makes for this person's programs (XDG base directory
/// specification; on macOS `TMPDIR`, which is per person, too).
#[cfg(unix)]
fn name() -> io::Result<Name<'static>> {
    let place = if cfg!(target_os = "macos") { "TMPDIR" } else { "XDG_RUNTIME_DIR" };
    let folder = std::env::var_os(place).ok_or(io::ErrorKind::NotFound)?;
    at(PathBuf::from(folder).join("imagetotext.socket"))
}

#[cfg(unix)]
fn at(path: PathBuf) -> io::Result<Name<'static>> {
    use interprocess::local_socket::GenericFilePath;
    path.to_fs_name::<GenericFilePath>()
}

/// A pipe with the name of this person in it.
#[cfg(windows)]
fn name() -> io::Result<Name<'static>> {
    use interprocess::local_socket::GenericNamespaced;
    let person = std::env::var("USERNAME").map_err(|_| io::ErrorKind::NotFound)?;
    format!("imagetotext-{person}").to_ns_name::<GenericNamespaced>()
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn files_are_handed_over() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let name = move || at(socket.clone());
        let files = vec![PathBuf::from("/a b/ü.png"), PathBuf::from("/c.png")];
        assert!(send_files_at(name.clone(), &files).is_err(), "nobody is there");
        let (give, taken) = channel();
        listen_at(name.clone(), move |files| give.send(files).unwrap());
        assert!(send_files_at(name.clone(), &files).unwrap());
        assert_eq!(taken.recv().unwrap(), files);
        assert!(send_files_at(name, &[]).unwrap());
        assert_eq!(taken.recv().unwrap(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_socket_that_was_left_behind_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        std::fs::write(&socket, "").unwrap();
        let name = move || at(socket.clone());
        let (give, taken) = channel();
        listen_at(name.clone(), move |files| give.send(files).unwrap());
        assert!(send_files_at(name, &[]).unwrap());
        assert!(taken.recv().unwrap().is_empty());
    }

    #[test]
    fn nonsense_is_not_answered() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let name = move || at(socket.clone());
        let (give, taken) = channel();
        listen_at(name.clone(), move |files| give.send(files).unwrap());
        let mut second = Stream::connect(name().unwrap()).unwrap();
        second.write_all(&u64::MAX.to_le_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = second.read_to_end(&mut answer);
        assert!(answer.is_empty());
        assert!(send_files_at(name, &[]).unwrap(), "it still listens");
        assert!(taken.recv().unwrap().is_empty());
    }
}
