//! Tasks of the project: `cargo xtask app`, `test`, `bundle`, `bench` and more.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task reports on the terminal")]

mod app;
mod bench;
mod checks;
mod e2e;
mod fuzz_smoke;
mod other_platforms;
mod privacy_audit;
mod process;
mod public_api;
mod setup;
mod system_packages;
mod temp_dir;
mod training_smoke;
mod ui;
mod wheel;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask app [FILE]...
       cargo xtask setup
       cargo xtask test [core|ui|window|models|python]
       cargo xtask check-platforms
       cargo xtask e2e [NAME]
       cargo xtask latency
       cargo xtask bundle [--all]
       cargo xtask icons
       cargo xtask bench --cases DIR... [--tune|--all] [--class NAME]... [--resolutions] [OPTION]...
       cargo xtask bench --tables DIR | --kinds DIR [--program FILE]
       cargo xtask models --smoke
       cargo xtask wheel [--test-ray]
       cargo xtask public-api [--bless]
       cargo xtask fuzz-smoke [--files N] [--seed N]
       cargo xtask privacy-audit [--seed N] [NUMBER]...

app            builds the desktop program and starts it with these pictures; on Debian-based
               distributions it first installs missing libraries
setup          installs everything that the checks need
test           runs all checks that continuous integration runs, or one part of them
                 core      all Rust code but the desktop program: format, lints, documentation,
                           dependencies, public API, tests
                 ui        the page: types, style, unit tests
                 window    the desktop program: lints, tests, end-to-end tests
                 models    the training of the models; needs Python with PyTorch and OpenCV
                 python    the Python package, built as a wheel; needs Python 3.11 with venv
check-platforms
               lints all Rust code for Windows and macOS; needs rustup, clang and the compiler of MinGW
wheel          builds the Python package: target/wheels/release
                 --test-ray     runs its example for Ray instead, with a worker that is killed
e2e            runs the end-to-end tests of the desktop program, or those in files named like NAME
latency        measures how long it takes from a paste in the window to the text, and from a capture to
               the text on the clipboard, step by step
bundle         builds the package of this system that needs no download: a .deb on Debian
                 --all          every package of this system
icons          generates all icons from icons/icon.svg
bench          compares our program with others: time, memory and errors, on the test half of the
               pictures (the rule is in xtask/src/bench/cases.rs)
                 --cases DIR    CLASS/NAME.png (or .jpg, .tif) beside CLASS/NAME.txt; once for each
                                directory. A language tag in a name (book-fr, ru-RU-01) is for Tesseract
                 --tune         the tuning half instead
                 --all          all pictures
                 --class NAME   only this class; may be repeated
                 --engine NAME  our program with this engine only: builtin or ocrs (default: both)
                 --ours         no programs of other people
                 --program FILE measures this program as ours instead of building it
                 --threads N    processor threads for each program (default: 2)
                 --json FILE    saves the figures, without any text
                 --compare FILE shows what changed since the run that saved FILE
                 --worst N      lists the pictures that we read worst
                 --lost-words   lists the words that another program reads and we do not
                 --out FILE     where to write the tables (default: models/BENCHMARK.md and README.md,
                                for the test half with all programs; otherwise nowhere)
                 --resolutions  reads pages at 100, 150, 200 and 300 dpi and compares order and errors
                 --tables DIR   cells and neighbours of tables: NAME.png beside NAME.html or NAME.tsv
                 --kinds DIR    kinds and order of blocks: NAME.png beside NAME.json
models         --smoke trains both models for a minute each and reads a picture with them
public-api     compares the public API of the library with crates/imagetotext/public-api.txt
                 --bless        updates that file
fuzz-smoke     sends damaged pictures of every format to the sandboxed reading process and counts
               crashes and hangs; files that cause one are saved in target/fuzz-smoke
                 --files N      how many (default: 10000)
                 --seed N       the random series (default: 1)
privacy-audit  measures the guarantees of the privacy policy and writes PRIVACY-PROOF.md, or measures
               only the guarantees with these numbers (Linux, as administrator; needs strace)
                 --seed N       the noise in the pictures (default: random, and printed)

PYTHON names the Python to run (default: python3). IMAGETOTEXT_SEED repeats the random choices of the
end-to-end tests, which print their seed.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["app", args @ ..] => app::start(args),
        ["setup"] => setup::run(),
        ["test"] => checks::run_all(),
        ["test", part] => match checks::Part::named(part) {
            Some(part) => checks::run_part(part),
            None => return usage(),
        },
        ["check-platforms"] => other_platforms::check(),
        ["e2e"] => e2e::run(""),
        ["e2e", pattern] => e2e::run(pattern),
        ["latency"] => e2e::latency(),
        ["bundle"] => app::bundle(false),
        ["bundle", "--all"] => app::bundle(true),
        ["icons"] => app::icons(),
        ["bench", options @ ..] => match bench::Options::parse(options) {
            Some(options) => bench::run(&options),
            None => return usage(),
        },
        ["models", "--smoke"] => training_smoke::run(),
        ["wheel"] => wheel::build(),
        ["wheel", "--test-ray"] => wheel::test_ray(),
        ["public-api"] => public_api::check(),
        ["public-api", "--bless"] => public_api::bless(),
        ["fuzz-smoke", options @ ..] => match fuzz_smoke::Options::parse(options) {
            Some(options) => fuzz_smoke::run(options),
            None => return usage(),
        },
        ["privacy-audit", options @ ..] => match privacy_audit::Options::parse(options) {
            Some(options) => privacy_audit::run(&options),
            None => return usage(),
        },
        _ => return usage(),
    };
    match result {
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
