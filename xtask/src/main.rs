//! Chores of the project: `cargo xtask app`, `test`, `bundle`, `bench` and more.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to who does it")]

mod bench;
mod checks;
mod engines;
mod mutate;
mod page;
mod process;
mod prove;
mod report;
mod score;
mod smoke;
mod system;
mod window;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask app [FILE]...
       cargo xtask setup
       cargo xtask test
       cargo xtask e2e [NAME]
       cargo xtask latency
       cargo xtask bundle [--all]
       cargo xtask icons
       cargo xtask bench [--cases DIR] [--threads N] [--out FILE]
       cargo xtask models --smoke
       cargo xtask mutate [--files N] [--seed N]
       cargo xtask prove [NUMBER]...

app      builds the desktop program and starts it, with pictures to read; on Debian and Ubuntu it
         first installs the libraries that are missing
setup    installs all that the checks need
test     everything that continuous integration checks
e2e      the tests of the real window alone, or those whose files are named like NAME
latency  how long it takes from a paste in the real window to the text, in its parts
bundle   makes the package of this system that needs no download: a .deb on Debian
         --all          every package of this system
icons    makes all icons out of icons/icon.svg
bench    our program beside others: time, memory and mistakes on a directory of pictures
         --cases DIR    CLASS/NAME.png (or .jpg, .tif) beside CLASS/NAME.txt
                        (default: ../shared/eval/public)
         --threads N    processor threads that each program may use (default: 2)
         --out FILE     where the table goes (default: models/BENCHMARK.md); README.md takes it
                        over when it goes there
models   --smoke        trains both models for a minute each and reads a picture with them
mutate   sends broken pictures of every format to the locked reading process, and counts what
         crashes or hangs; findings are kept in target/mutated
         --files N      how many (default: 10000)
         --seed N       which series of them (default: 1)
prove    measures whether the privacy policy holds, and writes PRIVACY-PROOF.md; or only the
         guarantees with these numbers (Linux, as administrator; needs strace)

PYTHON names the Python to run (default: python3).";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["app", args @ ..] => window::start(args),
        ["setup"] => window::set_up(),
        ["test"] => checks::run(),
        ["e2e"] => window::test(""),
        ["e2e", pattern] => window::test(pattern),
        ["latency"] => window::latency(),
        ["bundle"] => window::bundle(false),
        ["bundle", "--all"] => window::bundle(true),
        ["icons"] => window::icons(),
        ["bench", options @ ..] => match bench::Options::parse(options) {
            Some(options) => bench::run(&options),
            None => return usage(),
        },
        ["models", "--smoke"] => smoke::run(),
        ["prove", numbers @ ..] => prove::run(numbers),
        ["mutate", options @ ..] => match mutate::Options::parse(options) {
            Some(options) => mutate::run(options),
            None => return usage(),
        },
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
