//! What a reading process that a picture has taken over may send to the command line.

#![no_main]
#![allow(dead_code, reason = "source files are included as a whole, and one entry point is tested")]

use libfuzzer_sys::fuzz_target;

/// The part of the command line that the entry point needs.
#[path = "../../src/cli"]
mod cli {
    mod fault;
    mod input;
    mod messages;
    mod output;
    mod wire;

    pub fn listen(mut bytes: &[u8]) {
        while let Ok(reply) = wire::hear(&mut bytes) {
            if let wire::Reply::Refused(refusal) = reply {
                let _ = format!("{:?}", messages::Trouble::from(refusal));
            }
        }
    }
}

fuzz_target!(|bytes: &[u8]| cli::listen(bytes));
