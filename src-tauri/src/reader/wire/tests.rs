//! What is sent arrives; what is nonsense is refused.

use super::*;

fn frame(bytes: &[u8]) -> Vec<u8> {
    let mut pipe = Vec::new();
    send_bytes(&mut pipe, bytes).unwrap();
    pipe
}

#[test]
fn messages_and_bytes_arrive_as_they_were_sent() {
    let order = Order { input: Input::Rgba { width: 3, height: 4 }, quarters: 2 };
    let mut pipe = Vec::new();
    send(&mut pipe, &order).unwrap();
    send_bytes(&mut pipe, b"picture").unwrap();
    let mut pipe = &pipe[..];
    assert_eq!(receive::<Order>(&mut pipe).unwrap(), order);
    assert_eq!(**receive_bytes(&mut pipe).unwrap(), *b"picture");
    let end = receive_bytes(&mut pipe).unwrap_err();
    assert_eq!(end.kind(), io::ErrorKind::UnexpectedEof);
}

#[test]
fn whatever_is_sent_is_no_more_than_an_error() {
    let kind = |bytes: &[u8]| receive::<Reply>(&mut &bytes[..]).unwrap_err().kind();
    assert_eq!(kind(&frame(&[200, 1, 2])), io::ErrorKind::InvalidData);
    assert_eq!(kind(&frame(&[])), io::ErrorKind::InvalidData);
    assert_eq!(kind(&u32::MAX.to_le_bytes()), io::ErrorKind::InvalidData);
    assert_eq!(kind(&frame(&[0; 9])[..7]), io::ErrorKind::UnexpectedEof);
}

#[test]
fn a_page_that_no_engine_reads_is_not_taken() {
    let told = |text: &str, right: f32, decode: f32| {
        let quad = imagetotext::Quad::upright(0.0, 0.0, right, 9.5);
        let word = imagetotext::Word::new(text, quad, vec![0.1; text.len()]);
        let line = imagetotext::Line::new(quad, vec![word]);
        let block = imagetotext::Block::new(imagetotext::BlockKind::Paragraph, vec![line]);
        let size = PreviewSize { width: 1, height: 1 };
        let sheet = Sheet {
            page: Page::new(3, 2, vec![block]),
            preview: size,
            thumbnail: size,
            decode,
            detect: 0.0,
            recognise: 0.0,
        };
        let mut pipe = Vec::new();
        send(&mut pipe, &Reply::Read(Box::new(sheet))).unwrap();
        hear(&mut pipe.as_slice())
    };
    assert!(told("text", 9.0, 1.0).is_ok());
    assert!(told("\u{1b}[2J", 9.0, 1.0).is_err());
    assert!(told("text", f32::NAN, 1.0).is_err());
    assert!(told("text", 9.0, f32::INFINITY).is_err());
}

#[test]
fn images_are_unpacked_for_the_page() {
    let size = PreviewSize { width: 2, height: 1 };
    let image = Image::new(size, pack(&[1, 2, 3, 4, 5, 6])).unwrap();
    let expected = [2, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 255, 4, 5, 6, 255];
    assert_eq!(image.pixels().unwrap(), expected);
}

#[test]
fn an_image_that_is_not_what_it_says_is_none() {
    let image = |width, packed| Image::new(PreviewSize { width, height: 1 }, packed);
    assert!(image(0, pack(&[])).is_none());
    assert!(image(u32::MAX, pack(&[0; 3])).is_none());
    assert!(image(3, pack(&[0; 6])).unwrap().pixels().is_none());
    assert!(image(1, pack(&[0; 6])).unwrap().pixels().is_none());
    assert!(image(1, Zeroizing::new(vec![255; 40])).unwrap().pixels().is_none());
}
