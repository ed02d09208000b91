//! The threads on which commands run. While one is idle, nothing of a text is left on its stack.

use std::hint::black_box;

use tokio::runtime::Builder;

/// Bytes of a stack that are overwritten: more than commands use, whose frames are largest without optimisation.
const DEPTH: usize = 256 << 10;

/// Makes Tauri run commands on threads that wipe their stacks. Before anything else uses its runtime.
///
/// # Errors
/// When the system has no threads left.
pub(crate) fn start() -> std::io::Result<()> {
    let runtime = Builder::new_multi_thread().enable_all().on_thread_park(wipe_stack).build()?;
    tauri::async_runtime::set(runtime.handle().clone());
    // It runs as long as the program.
    std::mem::forget(runtime);
    Ok(())
}

/// Overwrites what functions that have returned left below the frame of the caller: copies of pieces of a text, such as
/// a search for a character takes them, which no allocator sees.
#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "it is to cover the stack")]
fn wipe_stack() {
    black_box(&mut [0_u8; DEPTH]);
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const MARK: u8 = 0xA5;

    #[inline(never)]
    fn leave_marks() {
        black_box(&mut [MARK; 4096]);
    }

    /// Where the stack is below the caller's frame.
    #[inline(never)]
    fn place_below() -> usize {
        let local = 0_u8;
        std::ptr::from_ref(black_box(&local)).addr()
    }

    /// How many bytes of the marks are left in the 64 KiB below here.
    #[inline(never)]
    fn marks_left() -> std::io::Result<usize> {
        let top = place_below();
        let memory = std::fs::File::open("/proc/self/mem")?;
        let mut below = vec![0; 64 << 10];
        let start = (top - below.len()) as u64;
        std::os::unix::fs::FileExt::read_exact_at(&memory, &mut below, start)?;
        Ok(below.iter().map(|&byte| usize::from(byte == MARK)).sum())
    }

    #[test]
    fn what_functions_left_is_overwritten() {
        leave_marks();
        assert!(marks_left().unwrap() > 1000, "the search finds what is left");
        leave_marks();
        wipe_stack();
        assert!(marks_left().unwrap() < 100);
    }
}
