//! The command line: what was typed is parsed ([`args`]), files are read ([`input`]), a sandboxed worker
//! reads the pictures in them ([`reader`]), results are rendered and written ([`render`], [`output`]).
//!
//! Standard output carries results and nothing else. Everything else is one sentence on standard error,
//! written in [`messages`], and never contains text of a picture.

mod about;
mod args;
mod input;
mod interrupt;
mod messages;
mod models;
mod name;
mod output;
mod page_notes;
mod pages;
mod password;
mod plan;
mod privacy;
mod progress;
mod reader;
mod render;
mod report;
mod run;
mod session;
mod walk;

/// Overwrites every block of memory with zeros when it is given back: decoders and networks own
/// copies of the picture and the text that we could not reach otherwise.
#[cfg(not(feature = "system-allocator"))]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    if imagetotext_worker::is_worker(std::env::args_os()) {
        return imagetotext_worker::run();
    }
    run::run()
}
