//! `cargo xtask bench`: our program beside others. The programs take turns picture by picture, so
//! that other load on the machine affects all of them alike.

mod cases;
mod compare;
mod kinds;
mod language;
mod lost_words;
mod measurement;
mod options;
mod order;
mod order_free;
mod our_json;
mod precision;
mod programs;
mod publish;
mod resolutions;
mod results;
mod score;
mod table;
mod tables;
mod worst;

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::process::root;
pub(crate) use options::Options;
use options::{PUBLISHED, Task};
use results::{ProgramResults, Results};

/// Measures what the options ask for and prints it.
pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.task {
        Task::Text(directories) => text(options, directories),
        Task::Resolutions(directories) => resolutions::run(options, directories),
        Task::Tables(directory) => tables::run(options, directory),
        Task::Kinds(directory) => kinds::run(options, directory),
    }
}

/// The text errors of all programs.
fn text(options: &Options, directories: &[PathBuf]) -> Result<()> {
    ensure!(
        options.is_publishable() || options.out != Some(root().join(PUBLISHED)),
        "{PUBLISHED} shows all programs on the test half; name another file with --out"
    );
    let before = options.compare.as_deref().map(Results::load).transpose()?;
    let load = measurement::load();
    let cases = cases::load(directories, &options.classes, options.selection)?;
    let programs = programs::find(options)?;
    ensure!(!programs.is_empty(), "there is no program to measure");
    let mut all: Vec<ProgramResults> = programs
        .iter()
        .map(|one| ProgramResults { name: one.name.clone(), role: one.role, pictures: Vec::new() })
        .collect();
    let mut lost = String::new();
    for (number, case) in cases.iter().enumerate() {
        println!("{}/{} {}", number + 1, cases.len(), case.picture.display());
        let mut texts = Vec::new();
        for (program, results) in programs.iter().zip(&mut all) {
            let (measurement, text) = measurement::measure(program, case, options.threads)?;
            results.pictures.push(measurement);
            texts.push((program, text));
        }
        if options.lost_words {
            lost.push_str(&lost_words::lost_words(case, &texts));
        }
    }
    let results = Results {
        threads: options.threads,
        selection: options.selection,
        load,
        missing_packs: programs::missing_packs(cases.iter().filter_map(|case| case.pack)),
        programs: all,
    };
    println!("\n{}", table::details(&results));
    print!("{}", before.map(|before| compare::comparison(&before, &results)).unwrap_or_default());
    if options.worst > 0 {
        print!("{}", worst::worst(&results, options.worst));
    }
    if options.lost_words {
        print!("\n## Words that another program reads and we do not\n\n{lost}");
    }
    if let Some(file) = &options.json {
        results.save(file)?;
    }
    match options.out() {
        Some(out) => publish::publish(&results, &out),
        None => Ok(()),
    }
}
