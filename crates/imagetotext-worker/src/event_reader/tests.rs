use super::*;
use crate::limits::LIMITS;
use imagetotext::export::{PageImageHeader, SampleFormat};
use imagetotext::source::Placement;
use imagetotext::{Block, BlockKind, Line, Quad, Word};

fn page(text: &str, right: f32) -> Message {
    let quad = Quad::upright(0.0, 0.0, right, 9.5);
    let word = Word::new(text, quad, vec![0.1; text.chars().count()]);
    let line = Line::new(quad, vec![word]);
    let page = Page::new(3, 2, vec![Block::new(BlockKind::Paragraph, vec![line])]);
    let timing = PageTiming::default();
    let (images, page_image, update, is_searchable) = (None, None, None, false);
    Message::Page(Box::new(PageMessage { page, images, page_image, update, is_searchable, timing }))
}

/// What comes of these messages, until the end of the pipe.
fn received(messages: &[Message]) -> (Vec<Received>, io::ErrorKind) {
    let mut pipe = Vec::new();
    for message in messages {
        frame::send_message(&mut pipe, message).unwrap();
    }
    let mut reader = EventReader::new(&pipe[..], LIMITS);
    let mut all = Vec::new();
    loop {
        match reader.next() {
            Ok(one) => all.push(one),
            Err(error) => return (all, error.kind()),
        }
    }
}

#[test]
fn a_page_arrives_as_it_was_sent() {
    let sent = page("Zażółć", 0.1);
    let text = format!("{sent:?}");
    let messages = [Message::Ready, Message::PageStarted(1), sent, Message::Done(None)];
    let (all, end) = received(&messages);
    assert_eq!(end, io::ErrorKind::UnexpectedEof);
    let [Received::Ready, Received::Event(Event::PageStarted(1)), read, done] = &all[..] else {
        panic!("{all:?}")
    };
    let Received::Event(Event::Page(read)) = read else { panic!("{read:?}") };
    assert!(text.contains(&format!("{:?}", read.page)), "{text}");
    assert!(matches!(done, Received::Event(Event::Done(None))));
}

#[test]
fn pages_that_no_engine_reads_are_refused() {
    for page in [page("\u{1b}[2J", 1.0), page("a", f32::INFINITY)] {
        let (all, end) = received(&[Message::Ready, Message::PageStarted(1), page]);
        assert_eq!((all.len(), end), (2, io::ErrorKind::InvalidData));
    }
}

#[test]
fn messages_out_of_order_are_refused() {
    let done = || Message::Done(None);
    let started = Message::PageStarted;
    let refused: [&[Message]; 8] = [
        &[done()],
        &[started(1)],
        &[Message::Ready, Message::Ready],
        &[Message::Ready, page("a", 1.0)],
        &[Message::Ready, started(2)],
        &[Message::Ready, started(1), started(2)],
        &[Message::Ready, started(1), page("a", 1.0), page("a", 1.0)],
        &[Message::SetupFailed(PictureError::Empty), Message::Ready],
    ];
    for messages in refused {
        let (all, end) = received(messages);
        assert_eq!(end, io::ErrorKind::InvalidData, "{messages:?}");
        assert_eq!(all.len(), messages.len() - 1, "{messages:?}");
    }
}

#[test]
fn pages_without_end_are_refused() {
    let mut pipe = Vec::new();
    frame::send_message(&mut pipe, &Message::Ready).unwrap();
    for number in 1..=3 {
        frame::send_message(&mut pipe, &Message::PageStarted(number)).unwrap();
        frame::send_message(&mut pipe, &page("a", 1.0)).unwrap();
    }
    let mut reader = EventReader::new(&pipe[..], Limits { pages: 2, ..LIMITS });
    for _ in 0..4 {
        reader.next_event().unwrap();
    }
    assert_eq!(reader.next_event().unwrap_err().kind(), io::ErrorKind::InvalidData);
}

/// A page with an image, and a frame after it.
fn with_image(image: PageImageMessage, frame: &[u8]) -> Vec<u8> {
    let Message::Page(mut message) = page("a", 1.0) else { unreachable!() };
    message.page_image = Some(image);
    let mut pipe = Vec::new();
    for message in [Message::Ready, Message::PageStarted(1), Message::Page(message)] {
        frame::send_message(&mut pipe, &message).unwrap();
    }
    frame::send(&mut pipe, frame).unwrap();
    pipe
}

fn image_in(pipe: &[u8], page_image_bytes: u64) -> Result<ReceivedImage, io::ErrorKind> {
    let mut reader = EventReader::new(pipe, Limits { page_image_bytes, ..LIMITS });
    reader.next_event().unwrap();
    match reader.next_event() {
        Ok(Event::Page(page)) => Ok(page.page_image.unwrap()),
        Ok(event) => panic!("{event:?}"),
        Err(error) => Err(error.kind()),
    }
}

fn compressed() -> (PageImageHeader, zeroize::Zeroizing<Vec<u8>>) {
    let picture = imagetotext::Picture::from_rgb(2, 1, vec![9; 6]).unwrap();
    imagetotext::export::compress_page(&picture)
}

#[test]
fn a_page_image_follows_its_page_unless_it_is_the_file() {
    let (header, data) = compressed();
    let sent = with_image(PageImageMessage::Bytes(header), &data);
    assert_eq!(image_in(&sent, 100).unwrap().image(b"").data(), &**data);
    assert_eq!(image_in(&sent, 2).unwrap_err(), io::ErrorKind::InvalidData);
    assert!(image_in(&sent[..sent.len() - 1], 100).is_err());
    let mut file = header;
    file.samples = SampleFormat::JpegColour;
    let sent = with_image(PageImageMessage::File(file), b"");
    assert_eq!(image_in(&sent, 100).unwrap().image(b"jpeg").data(), b"jpeg");
    let mut far = file;
    far.placement = Placement([9e9; 6]);
    for wrong in [header, far] {
        let sent = with_image(PageImageMessage::File(wrong), b"");
        assert_eq!(image_in(&sent, 100).unwrap_err(), io::ErrorKind::InvalidData);
    }
}

#[test]
fn what_is_said_to_be_a_jpeg_begins_as_one() {
    let (mut header, _) = compressed();
    header.samples = SampleFormat::JpegGrey;
    let sent = |data: &[u8]| image_in(&with_image(PageImageMessage::Bytes(header), data), 100);
    let jpeg = b"\xff\xd8\xff\xe0";
    assert_eq!(sent(jpeg).unwrap().image(b"file").data(), jpeg);
    assert_eq!(sent(b"%PDF-1.7").unwrap_err(), io::ErrorKind::InvalidData);
}

#[test]
fn images_follow_their_page() {
    let picture = imagetotext::Picture::from_rgb(2, 1, vec![9; 6]).unwrap();
    let image = PackedImage::pack(&picture);
    let Message::Page(mut message) = page("a", 1.0) else { unreachable!() };
    message.images = Some([image.size(); 2]);
    let mut pipe = Vec::new();
    for message in [Message::Ready, Message::PageStarted(1), Message::Page(message)] {
        frame::send_message(&mut pipe, &message).unwrap();
    }
    frame::send(&mut pipe, image.packed()).unwrap();
    frame::send(&mut pipe, image.packed()).unwrap();
    let mut reader = EventReader::new(&pipe[..], LIMITS);
    reader.next_event().unwrap();
    let Event::Page(read) = reader.next_event().unwrap() else { panic!("another event") };
    let [preview, _] = read.images.unwrap();
    assert_eq!(preview.rgba_with_size().unwrap().len(), 8 + 8);
    // A page that ends within its images.
    let mut cut = EventReader::new(&pipe[..pipe.len() - 1], LIMITS);
    cut.next_event().unwrap();
    assert_eq!(cut.next_event().unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
}
