//! Environment variables that the window's libraries read while they are loaded, which is before
//! `main`. The program therefore restarts itself with them.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// For this process alone. They are unset before the web view starts its processes: without a
/// graphics card Mesa's software renderer (22.3) draws there, reads memory that it has freed, and
/// crashes when that was overwritten.
const OWN: [(&str, &str); 3] = [
    // glibc overwrites freed memory with this byte (mallopt(3)): GTK and WebKit keep the clipboard and
    // messages in memory that our own allocator never sees.
    ("MALLOC_PERTURB_", "255"),
    // glibc does not overwrite the small blocks in its cache for each thread (malloc.c): no cache.
    ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0"),
    // WebKit allocates with glibc instead of its own allocator, for the same reason.
    ("Malloc", "1"),
];

/// For all processes: Mesa stores compiled shaders in the home directory. They hold no picture, but they are a trace.
/// (`WEBKIT_DISABLE_COMPOSITING_MODE` is not among them: with it the last text of the editor stays in this process.)
const INHERITED: [(&str, &str); 1] = [("MESA_SHADER_CACHE_DISABLE", "true")];

/// Replaces this process by the program with all variables set. Returns when they are set already, or
/// when the system refuses.
pub(crate) fn restart_with_variables() {
    let variables = || OWN.into_iter().chain(INHERITED);
    if variables().all(|(name, _)| std::env::var_os(name).is_some()) {
        for (name, _) in OWN {
            gtk::glib::unsetenv(name);
        }
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut again = Command::new(program);
        again.args(std::env::args_os().skip(1)).envs(variables());
        // Without them the program works as well, but leaves more copies in freed memory.
        let _ = again.exec();
    }
}
