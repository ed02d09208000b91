//! The inside of a worker: load the models, enter the sandbox, read pictures until standard input ends.

mod picture_reader;

use std::io::{self, Read, Write};
use std::process::ExitCode;

use imagetotext::{Engine, EngineOptions, Models};
use imagetotext_sandbox::{self as sandbox, Probe, Sandbox};

use crate::frame::{self, MAX_REQUEST_BYTES};
use crate::limits::{LIMITS, Limits};
use crate::panics;
use crate::picture_error::PictureError;
use crate::protocol::{AttemptResult, Message, Purpose, Request, SandboxReport, Setup};
use picture_reader::PictureReader;

/// The whole of a worker: `main` returns what this returns when [`is_worker`](crate::is_worker).
pub fn run() -> ExitCode {
    panics::silence();
    sandbox::harden_process();
    sandbox::exit_with_parent();
    let (mut input, mut output) = (sandbox::stdin(), sandbox::stdout());
    let enter = || Some(sandbox::enter(LIMITS.sandbox()));
    // An error here is one of the pipes: the program has gone.
    match serve(&mut input, &mut output, &LIMITS, enter) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// `enter` enters the sandbox, when everything is loaded and before the first byte of a picture.
fn serve(
    input: &mut impl Read,
    output: &mut impl Write,
    limits: &Limits,
    enter: impl FnOnce() -> Option<Sandbox>,
) -> io::Result<()> {
    let setup: Setup = frame::receive_message(input, MAX_REQUEST_BYTES)?;
    let models = if setup.own_models { own_models(input, limits)? } else { Models::shipped() };
    // Untrusted models run through parsers that were not written for damaged files.
    let models = match setup.engine {
        Some(engine) => models.with_engine(engine),
        None => models,
    };
    let options =
        setup.threads.map_or_else(EngineOptions::new, |it| EngineOptions::new().threads(it));
    let engine = match panics::contain(|| Engine::with_options(models, options)) {
        Ok(Ok(engine)) => engine,
        Ok(Err(error)) => return setup_failed(output, error.into()),
        Err(panic) => return setup_failed(output, panic.into()),
    };
    if setup.purpose == Purpose::TrySandbox {
        return frame::send_message(output, &Message::Report(try_sandbox(limits, enter)));
    }
    let sandbox = enter();
    frame::send_message(output, &Message::Ready)?;
    loop {
        let Request(options) = match frame::receive_message(input, MAX_REQUEST_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            request => request?,
        };
        let bytes = frame::receive(input, limits.input_bytes)?;
        let reader = PictureReader { engine: &engine, sandbox: sandbox.as_ref(), limits, options };
        let error = reader.read(bytes, output)?;
        frame::send_message(output, &Message::Done(error))?;
    }
}

fn setup_failed(output: &mut impl Write, error: PictureError) -> io::Result<()> {
    frame::send_message(output, &Message::SetupFailed(error))
}

fn own_models(input: &mut impl Read, limits: &Limits) -> io::Result<Models> {
    let mut next = || frame::receive(input, limits.input_bytes).map(|bytes| bytes.to_vec());
    let (detection, recognition, alphabet, ngram) = (next()?, next()?, next()?, next()?);
    let alphabet = String::from_utf8(alphabet).map_err(|_| io::ErrorKind::InvalidData)?;
    let models = Models::new(detection, recognition, alphabet);
    Ok(if ngram.is_empty() { models } else { models.with_ngram(ngram) })
}

/// Tries everything outside and inside of the sandbox, in a process that has the threads of one that
/// reads: they are a part of what is sandboxed.
fn try_sandbox(limits: &Limits, enter: impl FnOnce() -> Option<Sandbox>) -> SandboxReport {
    let probe = |&probe: &Probe| sandbox::probe(probe, limits.sandbox());
    let before: Vec<_> = Probe::ALL.iter().map(probe).collect();
    let sandbox = enter();
    let after = Probe::ALL.iter().map(probe);
    let attempts = Probe::ALL.into_iter().zip(before.into_iter().zip(after));
    let result = |(attempt, (before, after))| AttemptResult { attempt, before, after };
    SandboxReport {
        attempts: attempts.map(result).collect(),
        restrictions: sandbox.map_or_else(Vec::new, |sandbox| sandbox.restrictions().clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_reader::{Event, EventReader, ReadPage};
    use crate::protocol::{InputKind, ReadOptions};
    use imagetotext::source::{Format, PageRanges};

    const HELLO: &[u8] = include_bytes!("../../../tests/images/hello.png");
    const READ: Setup =
        Setup { purpose: Purpose::Read, own_models: false, engine: None, threads: None };

    fn with_previews() -> ReadOptions {
        ReadOptions { previews: true, ..ReadOptions::default() }
    }

    /// The answers of a worker to these requests.
    fn events(requests: &[(ReadOptions, &[u8])]) -> Vec<Event> {
        let mut input = Vec::new();
        frame::send_message(&mut input, &READ).unwrap();
        for (options, bytes) in requests {
            frame::send_message(&mut input, &Request(options.clone())).unwrap();
            frame::send(&mut input, bytes).unwrap();
        }
        let mut output = Vec::new();
        serve(&mut &input[..], &mut output, &LIMITS, || None).unwrap();
        let mut reader = EventReader::new(&output[..], LIMITS);
        std::iter::from_fn(|| reader.next_event().ok()).collect()
    }

    fn read_one(options: ReadOptions, bytes: &[u8]) -> ReadPage {
        let mut events = events(&[(options, bytes)]).into_iter();
        assert!(matches!(events.next(), Some(Event::PageStarted(1))));
        let Some(Event::Page(page)) = events.next() else { panic!("nothing was read") };
        assert!(matches!(events.next(), Some(Event::Done(None))));
        *page
    }

    #[test]
    fn a_file_is_read_with_its_preview() {
        let read = read_one(with_previews(), HELLO);
        let text: Vec<String> = read.page.lines().map(imagetotext::Line::text).collect();
        assert!(text.join(" ").contains("Hello"), "{text:?}");
        let [preview, thumbnail] = read.images.unwrap();
        let size = preview.size();
        assert_eq!((read.page.width, read.page.height), (size.width, size.height));
        let bytes = preview.rgba_with_size().unwrap();
        assert_eq!(bytes.len(), 8 + (size.width * size.height * 4) as usize);
        let thumbnail = thumbnail.size();
        assert!(thumbnail.width * thumbnail.height <= LIMITS.thumbnail_pixels);
    }

    #[test]
    fn a_page_comes_with_its_picture_and_without_its_text() {
        const JPEG: &[u8] = include_bytes!("../../../tests/images/formats/rgb.jpg");
        let options =
            ReadOptions { page_images: true, without_text: true, ..ReadOptions::default() };
        let read = read_one(options.clone(), HELLO);
        assert_eq!(read.page.lines().count(), 0);
        let image = read.page_image.unwrap();
        let header = *image.image(HELLO).header();
        assert_eq!((header.width, header.height), (read.page.width, read.page.height));
        assert!(!header.is_jpeg());
        let read = read_one(options.clone(), JPEG);
        assert_eq!(read.page_image.unwrap().image(JPEG).data(), JPEG);
        let turned = read_one(ReadOptions { quarter_turns: 1, ..options.clone() }, JPEG);
        let placement = turned.page_image.unwrap().image(JPEG).header().placement;
        let expected = [0.0, 1.0, -1.0, 0.0, 1.0, 0.0];
        let close = |(ours, expected): (&f32, f32)| (ours - expected).abs() < 1e-6;
        assert!(placement.0.iter().zip(expected).all(close), "{placement:?}");
    }

    #[test]
    fn a_picture_is_rotated_before_it_is_read() {
        let upright = read_one(with_previews(), HELLO).page;
        let rotated = read_one(ReadOptions { quarter_turns: 1, ..with_previews() }, HELLO).page;
        assert_eq!((rotated.width, rotated.height), (upright.height, upright.width));
    }

    #[test]
    fn one_page_of_several_is_read_alone() {
        const PAGES: &[u8] = include_bytes!("../../../tests/e2e/pictures/pages.tif");
        let words = |page: &ReadPage| {
            let lines: Vec<String> = page.page.lines().map(imagetotext::Line::text).collect();
            lines.join(" ")
        };
        for (only, word) in [(1, "first"), (2, "second")] {
            let options = ReadOptions { pages: PageRanges::one(only), ..with_previews() };
            assert!(words(&read_one(options, PAGES)).contains(word));
        }
        let none = ReadOptions { pages: PageRanges::one(3), ..with_previews() };
        assert!(matches!(events(&[(none, PAGES)])[..], [Event::Done(None)]));
    }

    #[test]
    fn bare_pixels_are_read() {
        let input = InputKind::Rgba { width: 2, height: 2 };
        let read = read_one(ReadOptions { input, ..with_previews() }, &[255; 16]);
        assert_eq!(read.page.lines().count(), 0);
        let [preview, _] = read.images.unwrap();
        assert_eq!(preview.rgba_with_size().unwrap()[8..], [255; 16]);
    }

    #[test]
    fn whatever_cannot_be_read_has_its_reason_and_the_next_picture_is_read() {
        let file = ReadOptions::default();
        let pixels = |width| ReadOptions {
            input: InputKind::Rgba { width, height: 1 },
            ..ReadOptions::default()
        };
        let events = events(&[
            (file.clone(), b""),
            (file.clone(), b"a letter"),
            (file.clone(), b"%PDF-1.7"),
            (file.clone(), &HELLO[..400]),
            (pixels(u32::MAX), &[0; 4]),
            (pixels(2), &[0; 4]),
            (file, HELLO),
        ]);
        let reasons: Vec<_> = events
            .iter()
            .filter_map(|event| if let Event::Done(reason) = event { Some(reason) } else { None })
            .collect();
        assert_eq!(reasons.len(), 7);
        assert_eq!(*reasons[0], Some(PictureError::Empty));
        assert_eq!(*reasons[1], Some(PictureError::NotAPicture));
        assert_eq!(*reasons[2], Some(PictureError::Damaged(Format::Pdf)));
        assert_eq!(*reasons[3], Some(PictureError::Damaged(Format::Png)));
        assert_eq!(*reasons[4], Some(PictureError::TooLarge));
        assert!(matches!(reasons[5], Some(PictureError::Internal { .. })));
        assert_eq!(*reasons[6], None);
    }

    #[test]
    fn models_that_cannot_be_used_are_named() {
        let mut input = Vec::new();
        frame::send_message(&mut input, &Setup { own_models: true, ..READ }).unwrap();
        for part in [&b"no model"[..], b"no model", b"abc", b""] {
            frame::send(&mut input, part).unwrap();
        }
        let mut output = Vec::new();
        serve(&mut &input[..], &mut output, &LIMITS, || None).unwrap();
        let message: Message = frame::receive_message(&mut &output[..], 4096).unwrap();
        let Message::SetupFailed(PictureError::Model { part, .. }) = message else {
            panic!("{message:?}")
        };
        assert_eq!(part, imagetotext::error::ModelPart::Detection);
    }
}
