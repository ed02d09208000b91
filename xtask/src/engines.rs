//! The programs that are measured, each run as a person would run it: one process for each picture.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{build, command, python, works};

/// A program that reads pictures.
#[derive(Debug)]
pub(crate) struct Engine {
    /// What the table calls it.
    pub(crate) name: String,
    call: Call,
}

#[derive(Debug)]
enum Call {
    Ours(PathBuf),
    Tesseract { threads: Option<usize> },
    RapidOcr,
}

/// Prints the lines that `RapidOCR` finds, in its order.
const RAPIDOCR: &str = "\
import sys
from rapidocr_onnxruntime import RapidOCR
threads = int(sys.argv[2])
engine = RapidOCR(intra_op_num_threads=threads, inter_op_num_threads=1)
lines, _ = engine(sys.argv[1])
print('\\n'.join(text for _, text, _ in lines or []))
";

impl Engine {
    /// Our program.
    pub(crate) fn ours() -> Result<Self> {
        let program = build(&[])?;
        Ok(Self { name: "ImageToText".into(), call: Call::Ours(program) })
    }

    /// Our program without the allocator that wipes memory: shows what the wiping costs.
    pub(crate) fn ours_without_wiping() -> Result<Self> {
        Ok(Self { name: "ImageToText without wiping".into(), call: Call::Ours(without_wiping()?) })
    }

    /// The others that are installed. Tesseract runs with one thread as well: its threads wait for
    /// each other so eagerly that fewer are often faster, and it shall be shown at its best.
    pub(crate) fn others() -> Vec<Self> {
        let mut engines = Vec::new();
        if let Some(version) = tesseract_version() {
            let name = format!("{version}, one thread");
            engines.push(Self { name: version, call: Call::Tesseract { threads: None } });
            engines.push(Self { name, call: Call::Tesseract { threads: Some(1) } });
        } else {
            println!("Left out: Tesseract, which is not installed.");
        }
        if works(&mut python(&["-c", "import rapidocr_onnxruntime"])) {
            engines.push(Self { name: "RapidOCR".into(), call: Call::RapidOcr });
        } else {
            println!("Left out: RapidOCR, which this Python does not have (see PYTHON).");
        }
        engines
    }

    /// The command that prints the text of `picture`, held to `threads` threads.
    pub(crate) fn command(&self, picture: &Path, threads: usize) -> Command {
        let threads = match self.call {
            Call::Tesseract { threads: Some(fewer) } => fewer,
            _ => threads,
        };
        let threads = threads.to_string();
        let mut command = match &self.call {
            Call::Ours(program) => {
                let mut ours = Command::new(program);
                ours.arg("--quiet").arg(picture);
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

/// Builds our program without the allocator that wipes memory.
pub(crate) fn without_wiping() -> Result<PathBuf> {
    let program = build(&["--features", "system-allocator"])?;
    // Set aside: the build of our program as it is will take its place.
    let aside = program.with_file_name("imagetotext-without-wiping");
    std::fs::copy(&program, &aside).context("the program cannot be copied")?;
    Ok(aside)
}

fn tesseract_version() -> Option<String> {
    let output = command("tesseract", &["--version"]).output().ok()?;
    let first = String::from_utf8_lossy(&output.stdout).lines().next()?.to_owned();
    Some(first.replacen("tesseract", "Tesseract", 1))
}
