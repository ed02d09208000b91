//! Guarantee 5: what the reading process is refused.

use anyhow::{Context as _, Result, ensure};

use super::{Found, Programs};
use crate::process::command;

pub(super) fn attempts(programs: &Programs) -> Result<Found> {
    let program = programs.ours.to_str().context("a plain path")?;
    let output = command(program, &["--about-privacy"]).output()?;
    ensure!(output.status.success(), "--about-privacy fails");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let table = text.split("\n\n").nth(1).context("there is a table")?;
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let refused = rows.iter().filter(|row| row.contains("refused: ")).count();
    // The first of the two columns.
    let possible = rows.iter().filter(|row| row.contains("  allowed  ")).count();
    Ok(Found {
        holds: !rows.is_empty() && refused == rows.len() && possible == rows.len(),
        figure: format!("{refused} of {} attempts refused", rows.len()),
        control: format!("{possible} of {} possible without the lock", rows.len()),
    })
}
