//! The programs to measure, each run as a person would run it: one process for each picture.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::options::Options;
use crate::process::{build_cli, build_unwiped_cli, command, python};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Role {
    /// Our program as people have it.
    Ours,
    /// Our program with another engine.
    OurOtherEngine,
    /// Our program without the allocator that wipes memory. It shows what wiping costs; its text is
    /// the same as ours.
    Unwiped,
    /// A program to compare ours with.
    Peer,
    /// Such a program with other settings that change its time and nothing else.
    PeerSettings,
}

impl Role {
    /// Whether the text of the program is worth a look.
    pub(super) fn has_text(self) -> bool {
        !matches!(self, Self::Unwiped | Self::PeerSettings)
    }
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
    Tesseract { packs: Vec<String>, threads: Option<usize> },
    RapidOcr,
}

/// Prints the text that `RapidOCR` reads with the models that it has in its package.
const RAPIDOCR: &str = include_str!("run_rapidocr.py");

/// Prints the version of `RapidOCR`, if it is one that has these models.
const RAPIDOCR_VERSION: &str = "\
import importlib.metadata
from rapidocr import ModelType, OCRVersion
OCRVersion('PP-OCRv6'), ModelType('small')
print(importlib.metadata.version('rapidocr'))
";

/// The program of `options`, or one that this builds, with each of its engines that `options` wants,
/// and the programs to compare it with.
///
/// # Errors
/// When our program cannot be built.
pub(super) fn find(options: &Options) -> Result<Vec<Program>> {
    let wants = |one| options.engine.is_none_or(|engine| engine == one);
    let builds_unwiped = options.program.is_none() && wants(Engine::Builtin);
    let unwiped = builds_unwiped.then(build_unwiped_cli).transpose()?;
    // Last, so that this build stays in target/release.
    let ours = ours(options)?;
    let mut programs = Vec::new();
    if wants(Engine::Builtin) {
        programs.push(Program::ours(ours.clone(), Engine::Builtin));
    }
    if let Some(program) = unwiped {
        let name = "ImageToText without wiping".into();
        let call = Call::Ours { program, options: &[] };
        programs.push(Program { name, role: Role::Unwiped, call });
    }
    if wants(Engine::Ocrs) {
        if offers_ocrs(&ours)? {
            programs.push(Program::ours(ours, Engine::Ocrs));
        } else {
            println!("Left out: ImageToText (ocrs engine); `imagetotext --help` does not name it.");
        }
    }
    if !options.ours_only {
        programs.extend(peers());
    }
    Ok(programs)
}

/// Our program: that of `options`, or one that this builds.
///
/// # Errors
/// When it cannot be built.
pub(super) fn ours(options: &Options) -> Result<PathBuf> {
    options.program.clone().map_or_else(|| build_cli(&[]), Ok)
}

/// Whether the help of our program names the engine.
fn offers_ocrs(program: &Path) -> Result<bool> {
    let output = Command::new(program).arg("--help").output()?;
    let help = String::from_utf8_lossy(&output.stdout);
    Ok(help.contains("--engine") && help.contains("ocrs"))
}

/// The programs of other people that are installed. Tesseract runs with one thread as well: it is
/// often faster then, because its threads wait busily for each other.
fn peers() -> Vec<Program> {
    let mut programs = Vec::new();
    if let Some(version) = tesseract_version() {
        let packs = tesseract_packs();
        for (name, role, threads) in [
            (version.clone(), Role::Peer, None),
            (format!("{version}, one thread"), Role::PeerSettings, Some(1)),
        ] {
            let call = Call::Tesseract { packs: packs.clone(), threads };
            programs.push(Program { name, role, call });
        }
    } else {
        println!("Left out: Tesseract, which is not installed.");
    }
    if let Some(version) = first_line(&mut python(&["-c", RAPIDOCR_VERSION])) {
        let name = format!("RapidOCR {version}");
        programs.push(Program { name, role: Role::Peer, call: Call::RapidOcr });
    } else {
        println!("Left out: RapidOCR with PP-OCRv6, which this Python does not have (see PYTHON).");
    }
    programs
}

impl Program {
    /// Our program at `path` with this engine.
    pub(super) fn ours(path: PathBuf, engine: Engine) -> Self {
        let (name, role, options): (_, _, &[&str]) = match engine {
            Engine::Builtin => ("ImageToText", Role::Ours, &[]),
            Engine::Ocrs => {
                ("ImageToText (ocrs engine)", Role::OurOtherEngine, &["--engine", "ocrs"])
            }
        };
        Self { name: name.into(), role, call: Call::Ours { program: path, options } }
    }

    /// The command that prints the text of `picture`, limited to `threads` threads. `pack` is the
    /// language pack that Tesseract needs for it.
    pub(super) fn command(&self, picture: &Path, pack: Option<&str>, threads: usize) -> Command {
        let threads = match self.call {
            Call::Tesseract { threads: Some(fewer), .. } => fewer,
            _ => threads,
        };
        let threads = threads.to_string();
        let mut command = match &self.call {
            Call::Ours { program, options } => {
                let mut ours = Command::new(program);
                ours.arg("--quiet").args(*options).arg(picture);
                ours
            }
            Call::Tesseract { packs, .. } => {
                let mut tesseract = command("tesseract", &[]);
                tesseract.arg(picture).arg("stdout").args(["-l", &languages(pack, packs)]);
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
    /// The engine of this name, as `--engine` has it.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "builtin" => Some(Self::Builtin),
            "ocrs" => Some(Self::Ocrs),
            _ => None,
        }
    }
}

/// What Tesseract's `-l` gets: the pack of the picture, if it is installed, and English.
fn languages(pack: Option<&str>, installed: &[String]) -> String {
    match pack.filter(|pack| *pack != "eng") {
        Some(pack) if installed.iter().any(|one| one == pack) => format!("{pack}+eng"),
        _ => "eng".into(),
    }
}

fn tesseract_version() -> Option<String> {
    let first = first_line(&mut command("tesseract", &["--version"]))?;
    Some(first.replacen("tesseract", "Tesseract", 1))
}

/// Those of `packs` that Tesseract lacks: it reads their pictures with English alone.
pub(super) fn missing_packs(packs: impl Iterator<Item = &'static str>) -> Vec<String> {
    not_among(packs, &tesseract_packs())
}

fn not_among(packs: impl Iterator<Item = &'static str>, installed: &[String]) -> Vec<String> {
    let missing = packs.filter(|pack| !installed.iter().any(|one| one == pack));
    missing.map(ToOwned::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The language packs of Tesseract that are installed.
fn tesseract_packs() -> Vec<String> {
    let output = command("tesseract", &["--list-langs"]).output().ok();
    let output = output.map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().map(ToOwned::to_owned).collect()
}

/// The first line that a command prints, if it succeeds.
fn first_line(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).lines().next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tesseract_reads_with_the_pack_of_the_picture_and_english() {
        let installed = ["eng", "rus"].map(ToOwned::to_owned);
        assert_eq!(languages(Some("rus"), &installed), "rus+eng");
        assert_eq!(languages(Some("eng"), &installed), "eng");
        assert_eq!(languages(None, &installed), "eng");
        assert_eq!(languages(Some("ell"), &installed), "eng", "the pack is missing");
    }

    #[test]
    fn packs_that_are_missing_are_named_once() {
        let installed = ["eng", "rus"].map(ToOwned::to_owned);
        let packs = ["vie", "rus", "ell", "vie"].into_iter();
        assert_eq!(not_among(packs, &installed), ["ell", "vie"]);
    }
}
