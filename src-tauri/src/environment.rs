//! Variables that libraries of the window look at when they are loaded. The program starts itself
//! anew with them: libraries of its own process have looked already when `main` begins.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// Names, values, and why.
const VARIABLES: [(&str, &str); 4] = [
    // What glibc is given back is overwritten with this byte, and what it hands out with its
    // complement (mallopt(3)): GTK and WebKit keep the clipboard and messages in memory that our own
    // allocator never sees. Of all bytes 255, because Mesa's software renderer (22.3) looks at
    // memory that it has given back: as a count of things, -1 makes it do nothing.
    ("MALLOC_PERTURB_", "255"),
    // Small blocks that glibc keeps at hand for each thread are not overwritten (malloc.c): it is to
    // keep none.
    ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0"),
    // WebKit takes its memory from glibc, for the same reason.
    ("Malloc", "1"),
    // Mesa keeps compiled shaders in the home directory. No picture is in them, but it is a trace.
    ("MESA_SHADER_CACHE_DISABLE", "true"),
];

/// Starts the program anew, in the same process, unless it has all variables; returns only then, or
/// when the system does not let it.
pub(crate) fn take_effect() {
    if VARIABLES.iter().all(|(name, _)| std::env::var_os(name).is_some()) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut again = Command::new(program);
        again.args(std::env::args_os().skip(1)).envs(VARIABLES);
        // Without them the program works as well and keeps its promises less strictly.
        let _ = again.exec();
    }
}
