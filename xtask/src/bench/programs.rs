//! The programs to measure, each run as a person would run it: one process for each picture.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{build_cli, build_unwiped_cli, command, python, succeeds};

/// A program that reads pictures.
#[derive(Debug)]
pub(super) struct Program {
    /// Its name in the table.
    pub(super) name: String,
    /// What the table uses it for.
    pub(super) role: Role,
    call: Call,
}

/// What a program is measured for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Our program as people have it.
    Ours,
    /// Our program without the allocator that wipes memory. It shows what wiping costs; its text is
    /// the same as ours.
    Unwiped,
    /// A program to compare ours with.
    Comparison,
}

/// An engine of our program, as `--engine` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Engine {
    /// Our own, which runs without the option.
    Builtin,
    /// The `ocrs` crate.
    Ocrs,
}

#[derive(Debug)]
enum Call {
    Ours { program: PathBuf, options: &'static [&'static str] },
    Tesseract { threads: Option<usize> },
    RapidOcr,
}

/// Prints the lines that `RapidOCR` finds, in its order.
const RAPIDOCR: &str = "\
import sys
from rapidocr import RapidOCR
threads = int(sys.argv[2])
engine = RapidOCR(params={
    'Global.log_level': 'critical',
    'EngineConfig.onnxruntime.intra_op_num_threads': threads,
    'EngineConfig.onnxruntime.inter_op_num_threads': 1,
})
print('\\n'.join(engine(sys.argv[1]).txts or ()))
";

/// Builds our program and finds those to compare it with. Our program runs with `engine` only, or
/// with each of its engines.
///
/// # Errors
/// When our program cannot be built.
pub(super) fn find(engine: Option<Engine>) -> Result<Vec<Program>> {
    let wants = |one| engine.is_none_or(|engine| engine == one);
    let unwiped = if wants(Engine::Builtin) { Some(build_unwiped_cli()?) } else { None };
    // Last, so that this build stays in target/release.
    let ours = build_cli(&[])?;
    let mut programs = Vec::new();
    if let Some(unwiped) = unwiped {
        programs.push(Program {
            name: "ImageToText".into(),
            role: Role::Ours,
            call: Call::Ours { program: ours.clone(), options: &[] },
        });
        programs.push(Program {
            name: "ImageToText without wiping".into(),
            role: Role::Unwiped,
            call: Call::Ours { program: unwiped, options: &[] },
        });
    }
    if wants(Engine::Ocrs) {
        if offers_ocrs(&ours)? {
            let call = Call::Ours { program: ours, options: &["--engine", "ocrs"] };
            let name = "ImageToText (ocrs engine)".into();
            programs.push(Program { name, role: Role::Comparison, call });
        } else {
            println!("Left out: ImageToText (ocrs engine); `imagetotext --help` does not name it.");
        }
    }
    programs.extend(others());
    Ok(programs)
}

/// Whether the help of our program names the engine.
fn offers_ocrs(program: &Path) -> Result<bool> {
    let output = Command::new(program).arg("--help").output()?;
    let help = String::from_utf8_lossy(&output.stdout);
    Ok(help.contains("--engine") && help.contains("ocrs"))
}

/// The programs of other people that are installed. Tesseract runs with one thread as well: it is
/// often faster then, because its threads wait busily for each other.
fn others() -> Vec<Program> {
    let mut programs = Vec::new();
    let mut add = |name, call| programs.push(Program { name, role: Role::Comparison, call });
    if let Some(version) = tesseract_version() {
        let name = format!("{version}, one thread");
        add(version, Call::Tesseract { threads: None });
        add(name, Call::Tesseract { threads: Some(1) });
    } else {
        println!("Left out: Tesseract, which is not installed.");
    }
    if succeeds(&mut python(&["-c", "import rapidocr"])) {
        add("RapidOCR".into(), Call::RapidOcr);
    } else {
        println!("Left out: RapidOCR, which this Python does not have (see PYTHON).");
    }
    programs
}

impl Program {
    /// The command that prints the text of `picture`, limited to `threads` threads.
    pub(super) fn command(&self, picture: &Path, threads: usize) -> Command {
        let threads = match self.call {
            Call::Tesseract { threads: Some(fewer) } => fewer,
            _ => threads,
        };
        let threads = threads.to_string();
        let mut command = match &self.call {
            Call::Ours { program, options } => {
                let mut ours = Command::new(program);
                ours.arg("--quiet").args(*options).arg(picture);
                ours
            }
            Call::Tesseract { .. } => {
                let mut tesseract = command("tesseract", &[]);
                tesseract.arg(picture).arg("stdout");
                tesseract
            }
            Call::RapidOcr => {
                let mut rapidocr = python(&["-c", RAPIDOCR]);
                rapidocr.arg(picture).arg(&threads);
                rapidocr
            }
        };
        for variable in
            ["RTEN_NUM_THREADS", "RAYON_NUM_THREADS", "OMP_THREAD_LIMIT", "OMP_NUM_THREADS"]
        {
            command.env(variable, OsString::from(&threads));
        }
        command.env_remove("IMAGETOTEXT_MODELS");
        command
    }
}

impl Engine {
    /// The engine of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "builtin" => Some(Self::Builtin),
            "ocrs" => Some(Self::Ocrs),
            _ => None,
        }
    }
}

fn tesseract_version() -> Option<String> {
    let output = command("tesseract", &["--version"]).output().ok()?;
    let first = String::from_utf8_lossy(&output.stdout).lines().next()?.to_owned();
    Some(first.replacen("tesseract", "Tesseract", 1))
}
