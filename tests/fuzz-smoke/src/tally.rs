//! Counts of outcomes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use serde::Serialize;

use crate::outcome::Outcome;

/// The outcomes of the files of one format, or of all.
#[derive(Debug, Default, Clone, PartialEq, Serialize)]
pub(crate) struct Tally {
    files: usize,
    read: usize,
    refused: usize,
    faults: usize,
    crashes: usize,
    hangs: usize,
    /// The longest time that a file took, in seconds.
    slowest: f64,
}

impl Tally {
    /// Counts the outcome of a file that took `time`.
    pub(crate) fn add(&mut self, outcome: Outcome, time: Duration) {
        self.files += 1;
        self.slowest = self.slowest.max(time.as_secs_f64());
        *match outcome {
            Outcome::Read => &mut self.read,
            Outcome::Refused => &mut self.refused,
            Outcome::Fault => &mut self.faults,
            Outcome::Crashed => &mut self.crashes,
            Outcome::Hung => &mut self.hangs,
        } += 1;
    }

    /// Whether a file did harm.
    pub(crate) fn has_findings(&self) -> bool {
        self.faults + self.crashes + self.hangs > 0
    }
}

/// The sum over all formats.
pub(crate) fn total(tallies: &BTreeMap<String, Tally>) -> Tally {
    tallies.values().fold(Tally::default(), |all, one| Tally {
        files: all.files + one.files,
        read: all.read + one.read,
        refused: all.refused + one.refused,
        faults: all.faults + one.faults,
        crashes: all.crashes + one.crashes,
        hangs: all.hangs + one.hangs,
        slowest: all.slowest.max(one.slowest),
    })
}

/// The tallies by format, as Markdown.
pub(crate) fn table(tallies: &BTreeMap<String, Tally>) -> String {
    let mut text = String::from(
        "| format | files | read | refused | crashes | hangs | faults | slowest |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let all = total(tallies);
    let rows = tallies.iter().map(|(format, tally)| (format.as_str(), tally));
    for (format, tally) in rows.chain([("all", &all)]) {
        let Tally { files, read, refused, faults, crashes, hangs, slowest } = tally;
        let _ = writeln!(
            text,
            "| {format} | {files} | {read} | {refused} | {crashes} | {hangs} | {faults} | \
             {slowest:.2} s |"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_adds_up() {
        let mut one = Tally::default();
        for outcome in [Outcome::Read, Outcome::Refused, Outcome::Refused] {
            one.add(outcome, Duration::from_millis(500));
        }
        assert!(!one.has_findings());
        let tallies = BTreeMap::from([("gif".into(), one.clone()), ("png".into(), one)]);
        let table = table(&tallies);
        assert!(table.contains("| all | 6 | 2 | 4 | 0 | 0 | 0 | 0.50 s |"), "{table}");
    }

    #[test]
    fn every_kind_of_harm_is_a_finding() {
        for outcome in [Outcome::Fault, Outcome::Crashed, Outcome::Hung] {
            let mut tally = Tally::default();
            tally.add(outcome, Duration::ZERO);
            assert!(tally.has_findings(), "{outcome:?}");
        }
    }
}
