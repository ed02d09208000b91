//! Chores of the project: `cargo xtask test`, `bench`, `models`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to who does it")]

mod bench;
mod checks;
mod engines;
mod process;
mod report;
mod score;
mod smoke;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask test
       cargo xtask bench [--cases DIR] [--threads N] [--out FILE]
       cargo xtask models --smoke

test     everything that continuous integration checks
bench    our program beside others: time, memory and mistakes on a directory of pictures
         --cases DIR    CLASS/NAME.png (or .jpg, .tif) beside CLASS/NAME.txt
                        (default: ../shared/eval/public)
         --threads N    processor threads that each program may use (default: 2)
         --out FILE     where the table goes (default: models/BENCHMARK.md); README.md takes it
                        over when it goes there
models   --smoke        trains both models for a minute each and reads a picture with them

PYTHON names the Python to run (default: python3).";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => checks::run(),
        ["bench", options @ ..] => match bench::Options::parse(options) {
            Some(options) => bench::run(&options),
            None => return usage(),
        },
        ["models", "--smoke"] => smoke::run(),
        _ => return usage(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}
