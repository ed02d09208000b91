//! Inside a reader: get ready, read one picture, end.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use imagetotext::{Engine, Error, Models, Picture, source};
use imagetotext_sandbox::{self as sandbox, Limits};
use zeroize::Zeroizing;

use super::wire::{
    Fault, Input, Order, PREVIEW_PIXELS, Reply, Sheet, pack, receive, receive_bytes, send,
    send_bytes,
};
use crate::contract::PreviewSize;

/// Most pixels of a thumbnail: 96 × 96.
const THUMBNAIL_PIXELS: u32 = 96 * 96;

/// The whole of a reader's life: the shell speaks through standard input and hears through standard
/// output. It ends with the picture, or when the shell is gone.
pub(crate) fn run() -> ExitCode {
    // The message of a panic may quote a text.
    set_hook(Box::new(|_| {}));
    sandbox::harden_process();
    sandbox::exit_with_parent();
    let lock = || {
        sandbox::enter(Limits::default());
    };
    match serve(&mut sandbox::stdin(), &mut sandbox::stdout(), lock) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// `lock` is called when everything is loaded, before the first byte of a picture.
fn serve(orders: &mut impl Read, replies: &mut impl Write, lock: impl FnOnce()) -> io::Result<()> {
    let engine = Engine::new(Models::shipped()).map_err(io::Error::other)?;
    lock();
    send(replies, &Reply::Ready)?;
    let order: Order = receive(orders)?;
    let bytes = receive_bytes(orders)?;
    let read = catch_unwind(AssertUnwindSafe(|| read(&engine, order, bytes, replies)));
    let fault = match read {
        Ok(Ok(())) => None,
        Ok(Err(Stop::Fault(fault))) => Some(fault),
        Ok(Err(Stop::Pipe(error))) => return Err(error),
        Err(_) => Some(Fault::Internal),
    };
    send(replies, &Reply::Done(fault))
}

/// Why reading ended early.
enum Stop {
    /// The picture.
    Fault(Fault),
    /// Nobody listens any more.
    Pipe(io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Pipe(error)
    }
}

fn read(
    engine: &Engine,
    order: Order,
    mut bytes: Zeroizing<Vec<u8>>,
    replies: &mut impl Write,
) -> Result<(), Stop> {
    let one: Option<Result<Picture, Error>> = match order.input {
        Input::File => None,
        Input::Rgba { width, height } => {
            Some(Picture::from_rgba(width, height, std::mem::take(&mut bytes)))
        }
    };
    let mut pages: Box<dyn Iterator<Item = Result<Picture, Error>>> = match one {
        Some(picture) => Box::new(std::iter::once(picture)),
        None => Box::new(source::decode(&bytes)?),
    };
    for number in 1.. {
        let begun = Instant::now();
        let Some(picture) = pages.next() else { break };
        let picture = picture?.turned(order.quarters);
        let decode = begun.elapsed();
        send(replies, &Reply::Begun(number))?;
        let (page, times) = engine.read_timed(&picture)?;
        let preview = picture.shrunk(PREVIEW_PIXELS);
        let thumbnail = preview.shrunk(THUMBNAIL_PIXELS);
        let sheet = Sheet {
            page,
            preview: size(&preview),
            thumbnail: size(&thumbnail),
            decode: milliseconds(decode),
            detect: milliseconds(times.detect),
            recognise: milliseconds(times.recognise),
        };
        send(replies, &Reply::Read(Box::new(sheet)))?;
        send_bytes(replies, &pack(preview.rgb()))?;
        send_bytes(replies, &pack(thumbnail.rgb()))?;
    }
    Ok(())
}

fn milliseconds(duration: Duration) -> f32 {
    duration.as_secs_f32() * 1e3
}

fn size(picture: &Picture) -> PreviewSize {
    PreviewSize { width: picture.width(), height: picture.height() }
}

#[cfg(test)]
mod tests {
    use super::super::wire::Image;
    use super::*;

    const HELLO: &[u8] = include_bytes!("../../../tests/images/hello.png");

    /// What a reader says to an order.
    fn answers(order: Order, bytes: &[u8]) -> Vec<u8> {
        let [mut orders, mut replies] = [Vec::new(), Vec::new()];
        send(&mut orders, &order).unwrap();
        send_bytes(&mut orders, bytes).unwrap();
        serve(&mut &orders[..], &mut replies, || {}).unwrap();
        replies
    }

    fn read_as(order: Order, bytes: &[u8]) -> (Sheet, Vec<u8>) {
        let replies = answers(order, bytes);
        let mut replies = &replies[..];
        assert!(matches!(receive(&mut replies).unwrap(), Reply::Ready));
        assert!(matches!(receive(&mut replies).unwrap(), Reply::Begun(1)));
        let Reply::Read(sheet) = receive(&mut replies).unwrap() else { panic!("nothing was read") };
        let image = Image::new(sheet.preview, receive_bytes(&mut replies).unwrap()).unwrap();
        receive_bytes(&mut replies).unwrap();
        assert!(matches!(receive(&mut replies).unwrap(), Reply::Done(None)));
        (*sheet, image.pixels().unwrap())
    }

    #[test]
    fn a_file_is_read_and_shown() {
        let (sheet, preview) = read_as(Order { input: Input::File, quarters: 0 }, HELLO);
        let text: Vec<String> = sheet.page.lines().map(imagetotext::Line::text).collect();
        assert!(text.join(" ").contains("Hello"), "{text:?}");
        let PreviewSize { width, height } = sheet.preview;
        assert_eq!((sheet.page.width, sheet.page.height), (width, height));
        assert_eq!(preview.len(), 8 + (width * height * 4) as usize);
        assert!(sheet.thumbnail.width * sheet.thumbnail.height <= THUMBNAIL_PIXELS);
    }

    #[test]
    fn a_picture_is_turned_before_it_is_read() {
        let upright = read_as(Order { input: Input::File, quarters: 0 }, HELLO).0.page;
        let turned = read_as(Order { input: Input::File, quarters: 1 }, HELLO).0.page;
        assert_eq!((turned.width, turned.height), (upright.height, upright.width));
    }

    #[test]
    fn bare_pixels_are_read() {
        let order = Order { input: Input::Rgba { width: 2, height: 2 }, quarters: 0 };
        let (sheet, preview) = read_as(order, &[255; 16]);
        assert_eq!(sheet.page.lines().count(), 0);
        assert_eq!(preview[8..], [255; 16]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let fault = |order: Order, bytes: &[u8]| {
            let replies = answers(order, bytes);
            let mut replies = &replies[..];
            receive::<Reply>(&mut replies).unwrap();
            match receive(&mut replies).unwrap() {
                Reply::Done(fault) => fault,
                reply => panic!("{reply:?}"),
            }
        };
        let file = Order { input: Input::File, quarters: 0 };
        assert_eq!(fault(file, b""), Some(Fault::Empty));
        assert_eq!(fault(file, b"a letter"), Some(Fault::NotAPicture));
        assert_eq!(fault(file, b"%PDF-1.7"), Some(Fault::Unsupported("PDF".into())));
        assert_eq!(fault(file, &HELLO[..400]), Some(Fault::Damaged("PNG".into())));
        let pixels = |width| Order { input: Input::Rgba { width, height: 1 }, quarters: 0 };
        assert_eq!(fault(pixels(u32::MAX), &[0; 4]), Some(Fault::TooLarge));
        assert_eq!(fault(pixels(2), &[0; 4]), Some(Fault::Internal));
    }
}
