//! What the program and its reading process say to each other: frames, each a length of eight bytes
//! (little-endian) and as many bytes. The program sends files as they are; the reading process
//! answers in JSON.
//!
//! The reading process meets hostile files. What comes from it is checked as if a stranger had
//! written it.

use std::io::{self, Read, Write};

use imagetotext::error::ModelPart;
use imagetotext::source::Format;
use imagetotext::{Error, Page};
use imagetotext_sandbox::{Probe, ProbeResult, Restrictions};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::fault::Fault;
use super::messages::{Name, Trouble};

/// Longest frame: the longest file that is read, and one byte.
const MAX_FRAME: u64 = super::input::MAX_BYTES + 1;

/// What the reading process says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Reply {
    /// The models are loaded, the lock is on.
    Ready,
    /// The next page.
    Page(Page),
    /// That was the last page.
    End,
    /// There is no (further) page, for this reason.
    Refused(Refusal),
    /// What the lock refuses.
    Tried(Tried),
}

/// Attempts, before and behind the lock.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Tried {
    /// What was tried, how it ended without the lock, and with it.
    pub(super) attempts: Vec<(Probe, ProbeResult, ProbeResult)>,
    /// What the system says is in force.
    pub(super) states: Restrictions,
}

/// An [`Error`] or a [`Fault`], on its way.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Refusal {
    Empty,
    NotAPicture,
    Unsupported(Format),
    UnsupportedKind(Format),
    Damaged(Format),
    TooLarge,
    /// Which model, and what does not fit.
    Model(ModelPart, String),
    /// Where in our source.
    Fault(String),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Empty => Self::Empty,
            Error::NotAPicture => Self::NotAPicture,
            Error::Unsupported(format) => Self::Unsupported(format),
            Error::UnsupportedKind(format) => Self::UnsupportedKind(format),
            Error::Damaged(format) => Self::Damaged(format),
            Error::TooLarge => Self::TooLarge,
            Error::Model { part, reason } => Self::Model(part, reason),
            other => Self::Fault(other.to_string()),
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault.place)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Picture(match refusal {
            Refusal::Empty => Error::Empty,
            Refusal::NotAPicture => Error::NotAPicture,
            Refusal::Unsupported(format) => Error::Unsupported(format),
            Refusal::UnsupportedKind(format) => Error::UnsupportedKind(format),
            Refusal::Damaged(format) => Error::Damaged(format),
            Refusal::TooLarge => Error::TooLarge,
            Refusal::Model(part, reason) => Error::Model { part, reason },
            // Printed as it is, so it must not command the terminal.
            Refusal::Fault(place) => {
                let place = Name::from(place.as_str()).to_string();
                return Self::Fault(Fault { place });
            }
        })
    }
}

/// Writes one frame.
pub(super) fn send(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads one frame; nothing when the other side has ended.
pub(super) fn receive(from: &mut impl Read) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    let mut length = [0; 8];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        outcome => outcome?,
    }
    let length = u64::from_le_bytes(length);
    if length > MAX_FRAME {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Zeroizing::new(Vec::new());
    bytes.try_reserve_exact(length as usize).map_err(|_| io::ErrorKind::OutOfMemory)?;
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(Some(bytes)) } else { Ok(None) }
}

/// Writes a reply.
pub(super) fn answer(to: &mut impl Write, reply: &Reply) -> io::Result<()> {
    send(to, &Zeroizing::new(serde_json::to_vec(reply)?))
}

/// Reads a reply; an error when it makes no sense.
pub(super) fn hear(from: &mut impl Read) -> io::Result<Reply> {
    let bytes = receive(from)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    let reply = serde_json::from_slice(&bytes)?;
    match &reply {
        Reply::Page(page) if !page.is_sound() => Err(io::ErrorKind::InvalidData.into()),
        _ => Ok(reply),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use imagetotext::{Block, Line, Quad, Word};

    fn page(text: &str, right: f32) -> Reply {
        let quad = Quad::upright(0.0, 0.0, right, 9.5);
        let word = Word { text: text.into(), quad, confidence: 0.3, characters: vec![0.1, 0.7] };
        let line = Line { quad, words: vec![word] };
        Reply::Page(Page { width: 3, height: 2, blocks: vec![Block { lines: vec![line] }] })
    }

    fn across(reply: &Reply) -> io::Result<Reply> {
        let mut pipe = Vec::new();
        answer(&mut pipe, reply)?;
        hear(&mut pipe.as_slice())
    }

    #[test]
    fn a_page_arrives_as_it_was_sent() {
        let sent = page("Zażółć", 0.1);
        let arrived = across(&sent).unwrap();
        assert_eq!(format!("{arrived:?}"), format!("{sent:?}"));
    }

    #[test]
    fn a_page_that_no_model_reads_is_not_taken() {
        assert!(across(&page("\u{1b}[2J", 1.0)).is_err());
        assert!(across(&page("a", f32::INFINITY)).is_err());
        assert!(hear(&mut &b"\x02\0\0\0\0\0\0\0{}"[..]).is_err());
    }

    #[test]
    fn a_length_is_not_believed() {
        let error = receive(&mut &[0xff; 9][..]).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        assert!(receive(&mut &b"\x09\0\0\0\0\0\0\0short"[..]).unwrap().is_none());
        assert!(receive(&mut &b""[..]).unwrap().is_none());
    }

    #[test]
    fn errors_arrive_as_they_were_sent() {
        let parts = [
            ModelPart::Detection,
            ModelPart::Recognition,
            ModelPart::Alphabet,
            ModelPart::Language,
        ];
        let models = parts.map(|part| Error::Model { part, reason: "why".into() });
        for error in [
            Error::Empty,
            Error::NotAPicture,
            Error::TooLarge,
            Error::Unsupported(Format::Heic),
            Error::UnsupportedKind(Format::Tiff),
            Error::Damaged(Format::WebP),
        ]
        .into_iter()
        .chain(models)
        {
            let sent = error.to_string();
            let Reply::Refused(refusal) = across(&Reply::Refused(error.into())).unwrap() else {
                panic!("another reply")
            };
            let Trouble::Picture(arrived) = refusal.into() else { panic!("another trouble") };
            assert_eq!(arrived.to_string(), sent);
        }
    }
}
