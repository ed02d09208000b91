//! What a reading process that a picture has taken over may send to the window.

#![no_main]
#![allow(dead_code, reason = "source files are included as a whole, and one entry point is tested")]

use libfuzzer_sys::fuzz_target;
use shell::contract;
use shell::reader::wire::{Reply, hear, receive_image};

/// The part of the desktop program that the entry point needs.
#[path = "../../src-tauri/src"]
mod shell {
    pub(crate) mod contract;
    pub(crate) mod reader {
        pub(crate) mod wire;
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes;
    while let Ok(reply) = hear(&mut bytes) {
        match reply {
            Reply::Ready | Reply::Begun(_) => {}
            Reply::Read(sheet) => {
                for size in [sheet.preview, sheet.thumbnail] {
                    let Ok(image) = receive_image(&mut bytes, size) else { return };
                    if let Some(pixels) = image.pixels() {
                        assert_eq!(pixels.len() as u64, 8 + 4 * u64::from(size.width) * u64::from(size.height));
                    }
                }
            }
            Reply::Done(fault) => {
                let _ = fault.map(contract::Trouble::from);
                return;
            }
        }
    }
});
