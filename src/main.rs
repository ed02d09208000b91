//! The command line program.

mod cli;

/// Overwrites every block of memory with zeros when it is given back: decoders and networks own
/// copies of the picture and the text that we could not reach otherwise.
#[cfg(not(feature = "system-allocator"))]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    cli::run()
}
