//! Frames on a pipe: a length of eight bytes (little-endian) and as many bytes. A message is a frame in
//! `postcard`'s format (<https://postcard.jamesmunns.com/wire-format>).

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

/// Largest message of the program to its worker: only options, the pictures are bare frames.
pub(crate) const MAX_REQUEST_BYTES: u64 = 4096;

/// Writes a frame.
pub(crate) fn send(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads a frame of at most `limit` bytes.
///
/// # Errors
/// `UnexpectedEof` when the other side has ended, `InvalidData` when the frame is too long.
pub(crate) fn receive(from: &mut impl Read, limit: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > limit {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let size = usize::try_from(length).map_err(|_| io::ErrorKind::OutOfMemory)?;
    let mut bytes = Zeroizing::new(Vec::new());
    bytes.try_reserve_exact(size).map_err(|_| io::ErrorKind::OutOfMemory)?;
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Writes a message.
pub(crate) fn send_message(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    send(to, &Zeroizing::new(postcard::to_stdvec(message).map_err(io::Error::other)?))
}

/// Reads a message of at most `limit` bytes.
///
/// # Errors
/// Those of [`receive`], and `InvalidData` when the bytes are no such message.
pub(crate) fn receive_message<T: DeserializeOwned>(
    from: &mut impl Read,
    limit: u64,
) -> io::Result<T> {
    let bytes = receive(from, limit)?;
    match postcard::take_from_bytes(&bytes) {
        Ok((message, [])) => Ok(message),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claimed_length_is_checked() {
        let four_gibibytes = (4_u64 << 30).to_le_bytes();
        for claim in [four_gibibytes, [0xff; 8]] {
            let error = receive(&mut &claim[..], 1 << 20).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        }
        let short = b"\x09\0\0\0\0\0\0\0short";
        let error = receive(&mut &short[..], 9).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
        assert_eq!(receive(&mut &b""[..], 9).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn a_message_fills_its_frame() {
        let mut pipe = Vec::new();
        send_message(&mut pipe, &7_u32).unwrap();
        assert_eq!(receive_message::<u32>(&mut &pipe[..], 9).unwrap(), 7);
        let mut longer = Vec::new();
        send(&mut longer, &[7, 7]).unwrap();
        let error = receive_message::<u32>(&mut &longer[..], 9).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
