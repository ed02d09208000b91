//! What a worker that a picture has taken over may send to the program.

#![no_main]

use imagetotext_worker::{Event, EventReader, LIMITS};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut events = EventReader::new(bytes, LIMITS);
    while let Ok(event) = events.next_event() {
        let Event::Page(read) = event else { continue };
        assert!(read.page.is_sound());
        for image in read.images.iter().flatten() {
            // Unpacking gives all pixels behind eight bytes of size, or nothing. It never panics.
            if let Some(rgba) = image.rgba_with_size() {
                let size = image.size();
                let pixels = u64::from(size.width) * u64::from(size.height);
                assert_eq!(rgba.len() as u64, 8 + 4 * pixels);
            }
        }
    }
});
