//! `cargo xtask prove`: shows the guarantees of the privacy policy, one by one, on this machine, and
//! writes what it found to `PRIVACY-PROOF.md`.
//!
//! A guarantee is a [`Guarantee`]: a function that finds something out and says so as [`Found`]. Each
//! has a control: the same measurement where the thing to be excluded is known to be there. A
//! measurement that does not see it then shows nothing, and the guarantee does not hold.
//!
//! To add one, write such a function and list it in [`GUARANTEES`].

mod lock;
mod memory;
mod picture;
mod runs;
mod scan;
mod traces;
mod window;

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};

use crate::engines;
use crate::process::{build, command, root};

/// Where the table goes.
const FILE: &str = "PRIVACY-PROOF.md";

/// Something that is promised, and the way to show it.
struct Guarantee {
    /// In the list of twelve; several may show parts of one.
    number: u8,
    /// What is promised.
    says: &'static str,
    /// How it is measured, and what the control is.
    how: &'static str,
    /// Measures.
    check: fn(&Programs) -> Result<Found>,
}

/// What a measurement found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// What was counted or measured.
    pub(crate) figure: String,
    /// The same where it is known to be there.
    pub(crate) control: String,
    /// Whether both are as they should be.
    pub(crate) holds: bool,
}

/// The programs that are looked at.
#[derive(Debug)]
pub(crate) struct Programs {
    /// The command line, as people have it.
    pub(crate) ours: PathBuf,
    /// The same without the allocator that wipes memory: a control.
    pub(crate) unwiped: PathBuf,
}

const GUARANTEES: &[Guarantee] = &[
    Guarantee {
        number: 1,
        says: "After a reading, no copy of the pixels is in any process (command line)",
        how: "A picture with rows of noise is read; then the memory of the program and its reading \
              process is searched for them: as in the file, as RGB, as grey. Controls: the same \
              search during the reading; for comparison, with an allocator that does not wipe",
        check: memory::pixels,
    },
    Guarantee {
        number: 2,
        says: "After the text is handed over, no copy of it is in any process (command line)",
        how: "The same search for the words of a picture. Controls: while the program keeps them for \
              a file that is written at the end, and with an allocator that does not wipe",
        check: memory::text,
    },
    Guarantee {
        number: 3,
        says: "No file holds pixels or text but the one asked for (command line)",
        how: "A fresh home is compared before and after; strace lists every file opened for writing. \
              Control: with --output it is one",
        check: traces::files,
    },
    Guarantee {
        number: 4,
        says: "No socket is made (command line)",
        how: "strace counts the sockets of all processes; the same in a network namespace that is \
              empty. Control: --about-privacy, which tries one before the lock",
        check: traces::sockets,
    },
    Guarantee {
        number: 5,
        says: "The reading process cannot open files, make sockets or start programs",
        how: "It tries. Control: it tried before it was locked in",
        check: lock::attempts,
    },
    Guarantee {
        number: 6,
        says: "Broken pictures crash nothing, hang nothing",
        how: "10 000 of them, of all formats, are sent to the locked reading process. Control: a \
              process that is killed is counted as a crash",
        check: runs::mutated,
    },
    Guarantee {
        number: 7,
        says: "Bombs end in a sentence, with bounded memory",
        how: "tests/cli/bombs.rs: 50 000 × 50 000 PNG, 10 000 frames, TIFF pages in a circle, the \
              largest picture that is read. Control: that one takes more than 500 MiB, which is seen",
        check: runs::bombs,
    },
    Guarantee {
        number: 10,
        says: "Full disks, missing rights, damaged models end in a sentence (command line)",
        how: "tests/cli/bad_output.rs, bad_models.rs, bad_input.rs and lock.rs. Control: the same \
              program without a hindrance",
        check: runs::adversity,
    },
    Guarantee {
        number: 10,
        says: "Bad files, clipboards, folders and readers end in a sentence (window)",
        how: "tests/e2e/bad.test.js. Control: a picture that is read, and whose text is saved",
        check: window::adversity,
    },
    Guarantee {
        number: 1,
        says: "After “Clear” no copy of the pixels is in any process of ours (window)",
        how: "A picture of noise is pasted, shown and cleared; two seconds later the memory of all \
              processes is searched: as RGB, RGBA, BGRA, grey, and as in the file. Control: the same \
              search while it is shown. What the web view holds is told and not judged",
        check: window::pixels,
    },
    Guarantee {
        number: 2,
        says: "After “Clear” no copy of the text is in any process of ours (window)",
        how: "The same for a word that was read, in UTF-8 and UTF-16",
        check: window::text,
    },
    Guarantee {
        number: 3,
        says: "A whole use leaves consent and settings on the disk, and opens no connection (window; 4)",
        how: "Paste, open, copy and close in a fresh home under strace, without remote control; then \
              all files and all sockets are looked at",
        check: window::traces,
    },
    Guarantee {
        number: 8,
        says: "No consent, no reading",
        how: "Each command through Tauri's IPC; paste and arguments in the window",
        check: window::consent,
    },
    Guarantee {
        number: 9,
        says: "Killed at any moment, consent and settings stay whole",
        how: "One process of the program, any, is killed while settings are written and a picture is \
              read, again and again",
        check: window::kills,
    },
    Guarantee {
        number: 11,
        says: "Withdrawing leaves no byte behind",
        how: "All files of the home, and the page, after consent was withdrawn",
        check: window::withdrawal,
    },
    Guarantee {
        number: 12,
        says: "Markup in recognised text is shown as text",
        how: "A picture of `<script>` and its like is read in the window",
        check: window::markup,
    },
];

/// Measures all, or those with these numbers, and writes the table when it is all.
pub(crate) fn run(numbers: &[&str]) -> Result<()> {
    ensure!(cfg!(target_os = "linux"), "the measurements need Linux: /proc, strace");
    let wanted = numbers.iter().map(|number| number.parse()).collect::<Result<Vec<u8>, _>>()?;
    let programs = Programs {
        unwiped: engines::without_wiping()?,
        // Last, so that its build stays in place.
        ours: build(&[])?,
    };
    let mut rows = Vec::new();
    for guarantee in GUARANTEES {
        if !wanted.is_empty() && !wanted.contains(&guarantee.number) {
            continue;
        }
        println!("\n{}. {}", guarantee.number, guarantee.says);
        let found = (guarantee.check)(&programs).unwrap_or_else(|error| Found {
            figure: format!("not measured: {error:#}"),
            control: String::new(),
            holds: false,
        });
        println!("   {} | control: {} | {}", found.figure, found.control, verdict(found.holds));
        rows.push((guarantee, found));
    }
    if wanted.is_empty() {
        std::fs::write(root().join(FILE), page(&rows)?).context("the table cannot be written")?;
    }
    let failed = rows.iter().filter(|(_, found)| !found.holds).count();
    if failed > 0 {
        bail!("{failed} of {} do not hold", rows.len());
    }
    Ok(())
}

fn verdict(holds: bool) -> &'static str {
    if holds { "holds" } else { "**does not hold**" }
}

fn page(rows: &[(&Guarantee, Found)]) -> Result<String> {
    let mut text = format!(
        "# What was promised, measured\n\n\
         Written by `cargo xtask prove`; [SECURITY.md](SECURITY.md) tells what the promises are.\n\n\
         {}, {}, version {} ({})\n\n\
         | # | guarantee | how it was measured | figure | control | verdict |\n\
         |--:|---|---|---|---|---|\n",
        told("date", &["-u", "+%Y-%m-%d %H:%M UTC"])?,
        told("uname", &["-srm"])?,
        env!("CARGO_PKG_VERSION"),
        told("git", &["describe", "--always", "--dirty"])?,
    );
    for (Guarantee { number, says, how, .. }, found) in rows {
        let Found { figure, control, holds } = found;
        let verdict = verdict(*holds);
        let _ = writeln!(text, "| {number} | {says} | {how} | {figure} | {control} | {verdict} |");
    }
    Ok(text)
}

/// What a command prints, in one line.
fn told(program: &str, args: &[&str]) -> Result<String> {
    let output =
        command(program, args).output().with_context(|| format!("{program} is missing"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().replace('\n', " "))
}
