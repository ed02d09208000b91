//! Named pipes.
//!
//! Any user may create a pipe of any name, so the pipe with the name that every start knows may belong
//! to another user. A second start therefore sends it nothing but the name of a pipe of its own, which
//! no other user can open. A program that connects there belongs to this user and gets the files.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{self, Read as _, Write as _};

use interprocess::local_socket::{
    GenericNamespaced, Listener, ListenerOptions, Name, Stream, prelude::*,
};

/// How the names of all our pipes begin.
const PREFIX: &str = "imagetotext-";

/// Hexadecimal digits in the name of a private pipe: 128 random bits.
const DIGITS: usize = 32;

/// A connection to the first instance.
#[cfg(windows)]
pub(super) fn connect() -> io::Result<Stream> {
    connect_to(&public_name()?)
}

/// The listener of the first instance.
#[cfg(windows)]
pub(super) fn listener() -> io::Result<Listener> {
    listener_at(&public_name()?)
}

/// Connects to the private pipe that the second start names.
pub(super) fn authenticate(mut stream: Stream) -> io::Result<Stream> {
    let mut digits = [0; DIGITS];
    stream.read_exact(&mut digits)?;
    let digits = str::from_utf8(&digits).map_err(|_| io::ErrorKind::InvalidData)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Stream::connect(pipe(&format!("{PREFIX}{digits}"))?)
}

/// Creates a private pipe, names it to the owner of the public one, and waits for a connection.
pub(super) fn connect_to(public_name: &str) -> io::Result<Stream> {
    let digits = format!("{:016x}{:016x}", random(), random());
    let private = listener_at(&format!("{PREFIX}{digits}"))?;
    let mut public = Stream::connect(pipe(public_name)?)?;
    public.write_all(digits.as_bytes())?;
    private.accept()
}

/// A pipe that only its owner can open.
pub(super) fn listener_at(name: &str) -> io::Result<Listener> {
    let options = ListenerOptions::new().name(pipe(name)?);
    #[cfg(windows)]
    let options = {
        use interprocess::os::windows::local_socket::ListenerOptionsExt as _;
        use interprocess::os::windows::security_descriptor::SecurityDescriptor;
        /// All rights for the owner and none for others, in the security descriptor definition
        /// language: a protected (P) list (D) that allows (A) everything (GA) to the owner (OW).
        const OWNER_ONLY: &str = "D:P(A;;GA;;;OW)";
        let owner_only = widestring::U16CString::from_str(OWNER_ONLY).map_err(io::Error::other)?;
        options.security_descriptor(SecurityDescriptor::deserialize(&owner_only)?)
    };
    options.create_sync()
}

/// The name that every start of this user knows.
#[cfg(windows)]
fn public_name() -> io::Result<String> {
    let user = std::env::var("USERNAME").map_err(|_| io::ErrorKind::NotFound)?;
    Ok(format!("{PREFIX}{user}"))
}

fn pipe(name: &str) -> io::Result<Name<'static>> {
    name.to_owned().to_ns_name::<GenericNamespaced>()
}

/// The keys of the hasher come from the system's random numbers.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}
