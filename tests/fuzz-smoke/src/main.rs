//! Sends thousands of mutated pictures to the sandboxed worker of a program, as the program itself does.
//! Each must be answered with pages or with an error, in time and within bounded memory.
//!
//! `cargo xtask fuzz-smoke` runs it; `fuzz/` looks deeper, but needs nightly Rust.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it reports on the terminal")]

mod mutation;
mod outcome;
mod tally;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use imagetotext_worker::{Config, Host, LIMITS, Limits, Worker};
use serde::Serialize;

use mutation::mutated;
use outcome::Outcome;
use tally::{Tally, table, total};

const USAGE: &str = "Usage: imagetotext-fuzz-smoke PROGRAM FILES SEED REPORT";

/// A file that takes longer counts as a hang. All of them are small; those that claim to be large are
/// refused or are filled with one colour.
const TIMEOUT: Duration = Duration::from_mins(2);

/// What `cargo xtask privacy-audit` needs to know.
#[derive(Debug, Serialize)]
struct Report {
    total: Tally,
    /// Peak memory of a worker in MiB, where the system reports it.
    peak_mib: Option<i64>,
    /// Whether a worker that is killed is counted as a crash.
    detects_crashes: bool,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [program, files, seed, report] = words.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(program, files, seed, Path::new(report)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("fuzz-smoke: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether no file did harm.
fn run(program: &str, files: &str, seed: &str, report: &Path) -> Result<bool> {
    let (files, seed) = (files.parse()?, seed.parse()?);
    let limits = Limits { page_timeout: TIMEOUT, ..LIMITS };
    let config = Config { program: Some(PathBuf::from(program)), limits, ..Config::default() };
    let mut host = Host::new(config);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let (tallies, detects_crashes) = runtime.block_on(async {
        let tallies = send_all(&mut host, files, seed).await?;
        anyhow::Ok((tallies, detects_crashes(host.take()?).await?))
    })?;
    // Workers are processes; only those that have ended count for the peak.
    drop(host);
    let total = total(&tallies);
    let is_clean = !total.has_findings();
    println!("\n{}", table(&tallies));
    let result = Report { total, peak_mib: peak_mib(), detects_crashes };
    if let Some(peak) = result.peak_mib {
        println!("Peak memory of a worker: {peak} MiB. Seed: {seed}.");
    }
    std::fs::write(report, serde_json::to_vec(&result)?).context("the report cannot be written")?;
    ensure!(detects_crashes, "a crash of a worker is not detected");
    Ok(is_clean)
}

/// Sends `files` mutated files, the same ones for the same seed, and counts the outcomes by format.
async fn send_all(host: &mut Host, files: usize, seed: u64) -> Result<BTreeMap<String, Tally>> {
    let fixtures = fixtures()?;
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut tallies = BTreeMap::new();
    let formats = fixtures.len();
    for (number, (format, originals)) in fixtures.into_iter().enumerate() {
        // The first formats get the remainder.
        let files = files / formats + usize::from(number < files % formats);
        let mut tally = Tally::default();
        for number in 1..=files {
            let bytes = mutated(&originals, &mut rng);
            let mut worker = host.take()?;
            worker.ready().await?;
            let start = Instant::now();
            let outcome = outcome::read(&mut worker, bytes.clone()).await;
            tally.add(outcome, start.elapsed());
            if !matches!(outcome, Outcome::Read | Outcome::Refused) {
                save(&format!("{number}.{format}"), &bytes)?;
            }
            // A worker that failed is dropped here, which kills it.
            host.keep(worker);
        }
        println!("{format}: {files} files");
        tallies.insert(format, tally);
    }
    Ok(tallies)
}

/// Whether a worker that is killed is counted as a crash.
async fn detects_crashes(mut worker: Worker) -> Result<bool> {
    worker.ready().await?;
    worker.kill_handle().kill();
    Ok(outcome::read(&mut worker, Vec::new()).await == Outcome::Crashed)
}

/// Saves a file that did harm, so that it can be examined.
fn save(name: &str, bytes: &[u8]) -> Result<()> {
    let directory = root().join("target/fuzz-smoke");
    std::fs::create_dir_all(&directory)?;
    let path = directory.join(name);
    println!("Saved: {}", path.display());
    std::fs::write(path, bytes).context("the file cannot be saved")
}

/// The pictures and PDF files of the tests, by the ending of their names.
fn fixtures() -> Result<BTreeMap<String, Vec<Vec<u8>>>> {
    let mut fixtures: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let mut paths = Vec::new();
    for directory in ["tests/images/formats", "tests/images/pdf"] {
        let entries =
            std::fs::read_dir(root().join(directory)).context("the fixtures are missing")?;
        let entries = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        ensure!(!entries.is_empty(), "{directory} is empty");
        paths.extend(entries);
    }
    paths.push(root().join("tests/images/hello.png"));
    // The order of a directory varies, and the files must be the same everywhere.
    paths.sort();
    for path in paths {
        let format = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if format != "py" {
            fixtures.entry(format).or_default().push(std::fs::read(&path)?);
        }
    }
    Ok(fixtures)
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Peak memory of the workers that have ended, in MiB.
fn peak_mib() -> Option<i64> {
    #[cfg(target_os = "linux")]
    {
        use nix::sys::resource::{UsageWho, getrusage};
        Some(getrusage(UsageWho::RUSAGE_CHILDREN).ok()?.max_rss() >> 10)
    }
    #[cfg(not(target_os = "linux"))]
    None
}
