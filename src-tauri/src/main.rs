//! The desktop program, and, started with `--worker`, the process that reads one picture for it.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

/// Overwrites every block of memory with zeros when it is freed. Nothing else reaches the copies of
/// pictures and texts that decoders, networks and the window's libraries make.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    // Before any library of the window is touched: a worker needs no display and may have none.
    if imagetotext_worker::is_worker(std::env::args_os()) {
        return imagetotext_worker::run();
    }
    imagetotext_app::run()
}
