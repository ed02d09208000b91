//! The guarantees, and how each is measured.

use super::finding::{Finding, Subject};
use super::{hostile_input, memory, sandbox, system_calls, window};
use anyhow::Result;

/// A promise and the measurement that checks it.
pub(super) struct Guarantee {
    /// Its number in SECURITY.md. Several measurements may belong to one number.
    pub(super) number: u8,
    /// What is promised.
    pub(super) promise: &'static str,
    /// How it is measured, and what the control is.
    pub(super) method: &'static str,
    /// The measurement.
    pub(super) measure: fn(&Subject) -> Result<Finding>,
}

/// All of them, in the order of the report.
pub(super) const GUARANTEES: &[Guarantee] = &[
    Guarantee {
        number: 1,
        promise: "After a picture is read, no process contains a copy of its pixels (command line)",
        method: "The picture contains rows of noise. The memory of the program and its reading process \
                 is searched for them as in the file, as RGB and as grey. Controls: the same search \
                 during the reading; for comparison, with an allocator that does not wipe",
        measure: memory::pixels,
    },
    Guarantee {
        number: 2,
        promise: "After the text is printed, no process contains a copy of it (command line)",
        method: "The same search for the words of a picture. Controls: before the picture is read, when they \
                 must be absent; while the program keeps them for a file that it writes at the end; with an \
                 allocator that does not wipe",
        measure: memory::text,
    },
    Guarantee {
        number: 3,
        promise: "No file contains pixels or text but the one asked for (command line)",
        method: "A fresh home directory is compared before and after; strace lists every file opened \
                 for writing. Control: with --output there is one",
        measure: system_calls::files,
    },
    Guarantee {
        number: 4,
        promise: "No socket is opened (command line)",
        method: "strace counts the sockets of all processes; a picture is also read in an empty network \
                 namespace. Control: --about-privacy, which opens one before the sandbox is entered",
        measure: system_calls::sockets,
    },
    Guarantee {
        number: 5,
        promise: "The reading process cannot open files, open sockets or start programs",
        method: "It tries. Control: it tries before it enters the sandbox",
        measure: sandbox::attempts,
    },
    Guarantee {
        number: 6,
        promise: "Damaged pictures crash nothing and hang nothing",
        method: "10 000 of them, of all formats, are sent to the sandboxed reading process. Control: a \
                 process that is killed is counted as a crash",
        measure: hostile_input::mutated_pictures,
    },
    Guarantee {
        number: 7,
        promise: "Decompression bombs end in an error message, with bounded memory",
        method: "tests/cli/decompression_bombs.rs: a PNG of 50 000 × 50 000 pixels, 10 000 frames, TIFF \
                 pages in a circle, the largest picture that is read. Control: the largest picture takes \
                 more than 500 MiB, and the measurement shows it",
        measure: hostile_input::decompression_bombs,
    },
    Guarantee {
        number: 10,
        promise: "Full disks, missing permissions and damaged models end in an error message (command \
                  line)",
        method: "tests/cli/output_errors.rs, invalid_models.rs, invalid_input.rs and sandbox.rs. \
                 Control: the same program without an obstacle",
        measure: hostile_input::failures,
    },
    Guarantee {
        number: 10,
        promise: "Bad files, clipboards, folders and reading processes end in an error message (window)",
        method: "tests/e2e/errors.test.js. Control: a picture that is read, and whose text is saved",
        measure: window::failures,
    },
    Guarantee {
        number: 1,
        promise: "After “Clear” none of our processes contains a copy of the pixels (window)",
        method: "A picture of noise is pasted, shown and cleared. Two seconds later the memory of all \
                 processes is searched: as RGB, RGBA, BGRA, grey, and as in the file. Control: the same \
                 search while it is shown. What the web view contains is reported and not judged",
        measure: window::pixels,
    },
    Guarantee {
        number: 2,
        promise: "After “Clear” none of our processes contains a copy of the text (window)",
        method: "The same for a word that was read, in UTF-8 and UTF-16",
        measure: window::text,
    },
    Guarantee {
        number: 3,
        promise: "A complete session leaves consent and settings on the disk, and opens no connection \
                  (window; 4)",
        method: "Paste, open, copy and close in a fresh home directory under strace, without remote \
                 control; then all files and all sockets are examined",
        measure: window::disk_and_network,
    },
    Guarantee {
        number: 8,
        promise: "Without consent nothing is read",
        method: "Each command through Tauri's IPC; paste and arguments in the window",
        measure: window::consent,
    },
    Guarantee {
        number: 9,
        promise: "Consent and settings stay intact when a process is killed at any moment",
        method: "A random process of the program is killed while settings are written and a picture is \
                 read, again and again",
        measure: window::kills,
    },
    Guarantee {
        number: 11,
        promise: "Withdrawing consent leaves no byte behind",
        method: "All files of the home directory, and the page, after consent was withdrawn",
        measure: window::withdrawal,
    },
    Guarantee {
        number: 12,
        promise: "Markup in recognised text is shown as text",
        method: "A picture of `<script>` and similar is read in the window",
        measure: window::markup,
    },
];
