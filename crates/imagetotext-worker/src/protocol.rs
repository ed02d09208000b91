//! The messages between the program and its worker.
//!
//! The program sends one [`Setup`] (with the person's own models, if any), then for each picture a
//! [`Request`] and a frame with its bytes. The worker answers the setup with [`Message::Ready`], and each
//! request with pages and [`Message::Done`].

use std::num::NonZeroUsize;

use imagetotext::export::PageImageHeader;
use imagetotext::source::{PageRanges, PageUpdate, Password, PdfText};
use imagetotext::{EngineKind, Page, ScriptChoice};
use imagetotext_sandbox::{Probe, ProbeResult, Restrictions};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::packed_image::Size;
use crate::picture_error::PictureError;

/// The first message to a worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Setup {
    pub(crate) purpose: Purpose,
    /// Whether models follow, each in a frame: [`ModelFiles`] in the order of its fields.
    pub(crate) own_models: bool,
    /// The engine to read with; the one that the models are made for by default.
    pub(crate) engine: Option<EngineKind>,
    /// Most threads; as many as there are cores by default.
    pub(crate) threads: Option<NonZeroUsize>,
}

/// What a worker is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Purpose {
    /// To read pictures.
    Read,
    /// To try what the sandbox refuses.
    TrySandbox,
}

/// The files of models that a person brings along.
#[derive(Debug, Clone, Default)]
pub struct ModelFiles {
    /// Text detection, ONNX or `.rten`.
    pub detection: Zeroizing<Vec<u8>>,
    /// Text recognition, ONNX or `.rten`.
    pub recognition: Zeroizing<Vec<u8>>,
    /// The characters that it knows, UTF-8.
    pub alphabet: String,
    /// Character n-gram model; empty if there is none.
    pub ngram: Zeroizing<Vec<u8>>,
}

/// Asks for a picture to be read; a frame with its bytes follows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Request(pub(crate) ReadOptions);

/// How a picture is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each asks for one thing, whatever the others are"
)]
pub struct ReadOptions {
    /// What the bytes are.
    pub input: InputKind,
    /// Quarter turns clockwise before it is read, 0 to 3.
    pub quarter_turns: u8,
    /// The pages that are read.
    pub pages: PageRanges,
    /// Where the text of a PDF comes from.
    pub pdf_text: PdfText,
    /// The password of an encrypted PDF.
    pub password: Option<Password>,
    /// Whether each page comes with a preview and a thumbnail.
    pub previews: bool,
    /// The scripts to read.
    pub script: ScriptChoice,
    /// Whether each page comes with its whole picture, for a PDF.
    pub page_images: bool,
    /// Whether a page of a PDF comes with its update instead, where one is possible.
    pub page_updates: bool,
    /// Whether pages are decoded only: they have no text then.
    pub without_text: bool,
    /// Whether QR codes and barcodes are left out.
    pub no_codes: bool,
}

/// What the bytes of a picture are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum InputKind {
    /// A picture file.
    #[default]
    File,
    /// Pixels with straight alpha, four bytes each, rows from the top.
    Rgba {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

/// A message of a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Message {
    /// The models are loaded, the sandbox is entered. The first message of a worker that reads.
    Ready,
    /// The models cannot be used. The last message.
    SetupFailed(PictureError),
    /// What the sandbox refuses. The only message of a worker that tries it.
    Report(SandboxReport),
    /// A page is being read, counted from 1.
    PageStarted(u32),
    /// It was read. If it has images, two frames follow: preview and thumbnail, compressed. If it has a page image
    /// that is not the file itself, another one follows with its bytes.
    Page(Box<PageMessage>),
    /// It was not read; there are more pages.
    PageFailed(PictureError),
    /// There are no more pages, perhaps because of an error.
    Done(Option<PictureError>),
}

/// A page that was read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PageMessage {
    pub(crate) page: Page,
    /// Sizes of preview and thumbnail.
    pub(crate) images: Option<[Size; 2]>,
    pub(crate) page_image: Option<PageImageMessage>,
    pub(crate) update: Option<PageUpdate>,
    /// Whether the file itself has all its text, to be searched and copied.
    pub(crate) is_searchable: bool,
    pub(crate) timing: PageTiming,
}

/// The whole picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) enum PageImageMessage {
    /// It is the file that was read, a JPEG.
    File(PageImageHeader),
    /// Its bytes follow.
    Bytes(PageImageHeader),
}

impl PageImageMessage {
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Self::File(header) => header.is_sound() && header.is_jpeg(),
            Self::Bytes(header) => header.is_sound(),
        }
    }
}

/// How long the steps of a page took, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct PageTiming {
    /// Bytes to pixels.
    pub decode: f32,
    /// Finding lines.
    pub detect: f32,
    /// Reading them.
    pub recognise: f32,
}

impl PageTiming {
    pub(crate) fn is_sound(&self) -> bool {
        [self.decode, self.detect, self.recognise].iter().all(|time| time.is_finite())
    }
}

/// What a sandboxed process could do on this computer.
#[derive(Debug, Serialize, Deserialize)]
pub struct SandboxReport {
    /// What was tried.
    pub attempts: Vec<AttemptResult>,
    /// What the system enforces.
    pub restrictions: Restrictions,
}

/// One thing that the sandbox should refuse.
#[derive(Debug, Serialize, Deserialize)]
pub struct AttemptResult {
    /// What was tried.
    pub attempt: Probe,
    /// How it ended outside the sandbox.
    pub before: ProbeResult,
    /// How it ended in the sandbox.
    pub after: ProbeResult,
}
