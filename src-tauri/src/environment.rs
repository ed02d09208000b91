//! Variables that libraries of the window look at when they are loaded. The program starts itself
//! anew with them: libraries of its own process have looked already when `main` begins.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// For this process alone: names, values, and why. They are taken back before the web view starts
/// its processes: Mesa's software renderer (22.3), which draws there without a graphics card, looks
/// at memory that it has given back, and crashes when that was overwritten.
const OURS: [(&str, &str); 3] = [
    // What glibc is given back is overwritten with this byte (mallopt(3)): GTK and WebKit keep the
    // clipboard and messages in memory that our own allocator never sees.
    ("MALLOC_PERTURB_", "255"),
    // Small blocks that glibc keeps at hand for each thread are not overwritten (malloc.c): it is to
    // keep none.
    ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0"),
    // WebKit takes its memory from glibc, for the same reason.
    ("Malloc", "1"),
];

/// For all processes: Mesa keeps compiled shaders in the home directory. No picture is in them, but
/// it is a trace.
const EVERYBODYS: [(&str, &str); 1] = [("MESA_SHADER_CACHE_DISABLE", "true")];

/// Starts the program anew, in the same process, unless it has all variables; returns only then, or
/// when the system does not let it.
pub(crate) fn take_effect() {
    let variables = || OURS.into_iter().chain(EVERYBODYS);
    if variables().all(|(name, _)| std::env::var_os(name).is_some()) {
        for (name, _) in OURS {
            gtk::glib::unsetenv(name);
        }
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut again = Command::new(program);
        again.args(std::env::args_os().skip(1)).envs(variables());
        // Without them the program works as well and keeps its promises less strictly.
        let _ = again.exec();
    }
}
