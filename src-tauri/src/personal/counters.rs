//! How many pictures were read in each month: counted only on request, stored for a year at most.

use super::clock::Month;
use super::files::{FileKind, Files};
use crate::contract::{CommandError, Counter};

/// Months that are stored, with the current one. In a thirteenth, the oldest picture could be more than
/// twelve months old.
const RETENTION_MONTHS: u32 = 12;

/// The counters on the disk, the latest first; none if the file is missing or damaged. A damaged file
/// stays as it is until a counter changes.
pub(super) fn read(files: &Files) -> Vec<Counter> {
    let mut counters: Vec<Counter> = files.read(FileKind::Counters).unwrap_or_default();
    let is_month = |counter: &Counter| Month::parse(&counter.month).is_some();
    if !counters.iter().all(is_month) {
        return vec![];
    }
    counters.sort_by(|one, other| other.month.cmp(&one.month));
    let is_duplicate = |pair: &[Counter]| pair[0].month == pair[1].month;
    if counters.windows(2).any(is_duplicate) { vec![] } else { counters }
}

/// Stores counters on the disk. Without counters there is no file.
pub(super) fn write(files: &Files, counters: &[Counter]) -> Result<(), CommandError> {
    if counters.is_empty() {
        return files.remove(FileKind::Counters);
    }
    files.write(FileKind::Counters, &counters)
}

/// The counters that are not too old. A month ahead of the clock, which was or is wrong then, counts as
/// old as one equally far behind it.
pub(super) fn within_retention(counters: &[Counter], now: Month) -> Vec<Counter> {
    let is_near = |month: Month| month.distance(now) < RETENTION_MONTHS;
    let stays = |counter: &&Counter| Month::parse(&counter.month).is_some_and(is_near);
    counters.iter().filter(stays).cloned().collect()
}

/// The counters after that many more pictures.
pub(super) fn incremented(counters: &[Counter], now: Month, pictures: u32) -> Vec<Counter> {
    let before = pictures_of(counters, now).unwrap_or(0);
    let counters = within_retention(counters, now);
    with_counter(counters, now, before.saturating_add(pictures))
}

/// The counters after a correction; 0 removes. Only an existing counter can be corrected.
pub(super) fn corrected(
    counters: &[Counter],
    month: &str,
    pictures: u32,
) -> Result<Vec<Counter>, CommandError> {
    let month = Month::parse(month).ok_or(CommandError::BadRequest)?;
    if pictures > 0 && pictures_of(counters, month).is_none() {
        return Err(CommandError::BadRequest);
    }
    Ok(with_counter(counters.to_vec(), month, pictures))
}

fn pictures_of(counters: &[Counter], month: Month) -> Option<u32> {
    let month = month.to_string();
    counters.iter().find(|counter| counter.month == month).map(|counter| counter.pictures)
}

/// The counters with one set, the latest first; a counter of 0 is removed.
fn with_counter(mut counters: Vec<Counter>, month: Month, pictures: u32) -> Vec<Counter> {
    let month = month.to_string();
    counters.retain(|counter| counter.month != month);
    if pictures > 0 {
        let place = counters.partition_point(|counter| counter.month > month);
        counters.insert(place, Counter { month, pictures });
    }
    counters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(pairs: &[(&str, u32)]) -> Vec<Counter> {
        let counter = |&(month, pictures): &(&str, u32)| Counter { month: month.into(), pictures };
        pairs.iter().map(counter).collect()
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    #[test]
    fn counters_go_when_they_are_twelve_months_old() {
        let counters = list(&[("2026-11", 3), ("2025-12", 2), ("2025-11", 1)]);
        for (now, left) in [
            ("2025-11", 2), // The clock went back: November 2026 is now twelve months ahead.
            ("2026-10", 3),
            ("2026-11", 2),
            ("2026-12", 1),
            ("2027-10", 1),
            ("2027-11", 0),
            ("2040-01", 0),
            ("1970-01", 0),
        ] {
            assert_eq!(within_retention(&counters, month(now)).len(), left, "{now}");
        }
    }

    #[test]
    fn pictures_are_added_to_their_month() {
        let counters = incremented(&[], month("2026-11"), 1);
        let counters = incremented(&counters, month("2026-11"), 2);
        let counters = incremented(&counters, month("2026-12"), 4);
        assert_eq!(counters, list(&[("2026-12", 4), ("2026-11", 3)]));
        assert_eq!(incremented(&counters, month("2026-12"), u32::MAX)[0].pictures, u32::MAX);
        assert_eq!(
            incremented(&counters, month("2027-11"), 1).len(),
            2,
            "old counters are dropped"
        );
    }

    #[test]
    fn a_correction_sets_or_removes() {
        let counters = list(&[("2026-12", 4), ("2026-11", 3)]);
        let set = |month, pictures| corrected(&counters, month, pictures);
        assert_eq!(set("2026-11", 7).unwrap(), list(&[("2026-12", 4), ("2026-11", 7)]));
        assert_eq!(set("2026-11", 0).unwrap(), list(&[("2026-12", 4)]));
        assert_eq!(set("2026-10", 0).unwrap(), counters, "it was not there");
        for wrong in ["", "2026-13", "November", "2026-10"] {
            assert_eq!(set(wrong, 1), Err(CommandError::BadRequest), "{wrong}");
        }
    }

    #[test]
    fn counters_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        let counters = list(&[("2026-12", 4), ("2026-11", 3)]);
        write(&files, &counters).unwrap();
        assert_eq!(read(&files), counters);
        write(&files, &[]).unwrap();
        assert!(!files.entry(FileKind::Counters).exists);
    }

    #[test]
    fn damaged_counters_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        for damaged in [
            list(&[("2026-13", 1)]),
            list(&[("<b>", 1)]),
            list(&[("2026-11", 1), ("2026-10", 1), ("2026-11", 2)]),
        ] {
            files.write(FileKind::Counters, &damaged).unwrap();
            assert_eq!(read(&files), vec![]);
        }
        files.write(FileKind::Counters, &list(&[("2026-10", 1), ("2026-11", 2)])).unwrap();
        assert_eq!(read(&files), list(&[("2026-11", 2), ("2026-10", 1)]), "sorted");
    }
}
