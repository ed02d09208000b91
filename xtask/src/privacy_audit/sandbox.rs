//! Guarantee 5: what the sandbox refuses the reading process.

use anyhow::{Context as _, Result, ensure};

use super::finding::{Finding, Subject};
use crate::process::command;

pub(super) fn attempts(subject: &Subject) -> Result<Finding> {
    let program = subject.cli.to_str().context("the path of the program is not UTF-8")?;
    let output = command(program, &["--about-privacy"]).output()?;
    ensure!(output.status.success(), "--about-privacy fails");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let table = text.split("\n\n").nth(1).context("--about-privacy prints no table")?;
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let refused = rows.iter().filter(|row| row.contains("refused: ")).count();
    // The first of the two columns.
    let possible = rows.iter().filter(|row| row.contains("  allowed  ")).count();
    Ok(Finding {
        holds: !rows.is_empty() && refused == rows.len() && possible == rows.len(),
        figure: format!("{refused} of {} attempts refused", rows.len()),
        control: format!("{possible} of {} possible without the sandbox", rows.len()),
    })
}
