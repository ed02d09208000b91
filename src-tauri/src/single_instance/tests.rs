//! Files on their way from a second start to the first.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use tempfile::TempDir;

use super::*;
use unix::{authenticate, connect_in, is_private_to, is_run_by, listener_in};

fn private_directory() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o700)).unwrap();
    directory
}

/// A private directory, with a first instance that listens in it.
fn first_instance() -> (TempDir, Receiver<Launch>) {
    let directory = private_directory();
    let received = listen_in(directory.path());
    (directory, received)
}

fn listen_in(directory: &Path) -> Receiver<Launch> {
    let (sender, received) = channel();
    serve(listener_in(directory).unwrap(), authenticate, move |launch| {
        sender.send(launch).unwrap();
    });
    received
}

fn send_in(directory: &Path, files: &[PathBuf]) -> io::Result<()> {
    let directory = directory.to_owned();
    send_over(move || connect_in(&directory), &with_files(files))
}

fn with_files(files: &[PathBuf]) -> Launch {
    Launch { files: files.to_vec(), ..Launch::default() }
}

#[test]
fn files_reach_the_first_instance() {
    let (directory, received) = first_instance();
    for files in [vec![PathBuf::from("/a b/ü.png"), PathBuf::from("/c.png")], vec![]] {
        send_in(directory.path(), &files).unwrap();
        assert_eq!(received.recv().unwrap().files, files);
    }
}

#[test]
fn without_a_first_instance_nothing_is_sent() {
    let directory = private_directory();
    assert_eq!(send_in(directory.path(), &[]).unwrap_err().kind(), io::ErrorKind::NotFound);
}

#[test]
fn a_stale_socket_is_replaced() {
    let directory = private_directory();
    fs::write(directory.path().join("imagetotext.socket"), "").unwrap();
    let received = listen_in(directory.path());
    send_in(directory.path(), &[]).unwrap();
    assert!(received.recv().unwrap().files.is_empty());
}

#[test]
fn a_message_that_is_too_long_is_not_answered() {
    let (directory, received) = first_instance();
    let mut stream = connect_in(directory.path()).unwrap();
    stream.write_all(&u64::MAX.to_le_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(answer.is_empty());
    send_in(directory.path(), &[]).expect("it still listens");
    assert!(received.recv().unwrap().files.is_empty());
}

#[test]
fn silent_connections_do_not_delay_the_next_one() {
    let (directory, received) = first_instance();
    let silent: Vec<_> = (0..3).map(|_| connect_in(directory.path()).unwrap()).collect();
    send_in(directory.path(), &[]).unwrap();
    assert!(received.recv().unwrap().files.is_empty());
    drop(silent);
}

#[test]
fn too_many_connections_are_refused_until_one_ends() {
    let (directory, received) = first_instance();
    let silent: Vec<_> =
        (0..MAX_CONNECTIONS).map(|_| connect_in(directory.path()).unwrap()).collect();
    send_in(directory.path(), &[]).unwrap_err();
    drop(silent);
    while send_in(directory.path(), &[]).is_err() {}
    assert!(received.recv().unwrap().files.is_empty());
}

#[test]
fn a_directory_that_others_can_enter_is_not_used() {
    let (directory, _received) = first_instance();
    for mode in [0o710, 0o701, 0o777] {
        fs::set_permissions(directory.path(), fs::Permissions::from_mode(mode)).unwrap();
        let denied = io::ErrorKind::PermissionDenied;
        assert_eq!(send_in(directory.path(), &[]).unwrap_err().kind(), denied, "{mode:o}");
        assert_eq!(listener_in(directory.path()).unwrap_err().kind(), denied, "{mode:o}");
    }
}

#[test]
fn a_directory_of_another_user_is_not_private() {
    let directory = private_directory();
    assert!(is_private_to(directory.path(), user()).unwrap());
    assert!(!is_private_to(directory.path(), user() + 1).unwrap());
}

#[test]
fn both_ends_of_a_connection_know_the_user_of_the_other() {
    let directory = private_directory();
    let listener = listener_in(directory.path()).unwrap();
    let client = connect_in(directory.path()).unwrap();
    for stream in [client, listener.accept().unwrap()] {
        assert!(is_run_by(&stream, user()).unwrap());
        assert!(!is_run_by(&stream, user() + 1).unwrap());
    }
}

fn user() -> u32 {
    rustix::process::geteuid().as_raw()
}

#[cfg(target_os = "linux")]
mod named_pipes {
    use interprocess::local_socket::GenericNamespaced;

    use super::super::windows::{authenticate, connect_to, listener_at};
    use super::*;

    /// A name that no other test uses.
    fn public_name(test: &str) -> String {
        format!("imagetotext-test-{}-{test}", std::process::id())
    }

    #[test]
    fn files_travel_over_the_private_pipe_of_the_second_start() {
        let name = public_name("private");
        let (sender, received) = channel();
        let listener = listener_at(&name).unwrap();
        serve(listener, authenticate, move |launch| sender.send(launch).unwrap());
        let files = vec![PathBuf::from("/c.png")];
        send_over(move || connect_to(&name), &with_files(&files)).unwrap();
        assert_eq!(received.recv().unwrap().files, files);
    }

    #[test]
    fn the_owner_of_the_public_name_receives_no_file() {
        let name = public_name("stolen");
        let public = listener_at(&name).unwrap();
        let files = [PathBuf::from("/secret.png")];
        let sent = send_over(move || connect_to(&name), &with_files(&files));
        assert_eq!(sent.unwrap_err().kind(), io::ErrorKind::TimedOut);
        let mut stream = public.accept().unwrap();
        stream.set_nonblocking(true).unwrap();
        let mut received = Vec::new();
        assert_eq!(
            stream.read_to_end(&mut received).unwrap_err().kind(),
            io::ErrorKind::WouldBlock,
            "the second start still waits"
        );
        assert_eq!(received.len(), 32, "the name of the private pipe alone");
    }

    #[test]
    fn an_invalid_pipe_name_is_not_connected_to() {
        let name = public_name("crafted");
        let public = listener_at(&name).unwrap();
        let mut stream = Stream::connect(name.to_ns_name::<GenericNamespaced>().unwrap()).unwrap();
        stream.write_all(b"../../an-address-of-another-kind").unwrap();
        let error = authenticate(public.accept().unwrap()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
