//! Pictures read, by month: counted only if the person wished so, and kept for a year at most.

use super::clock::Month;
use super::files::Files;
use crate::contract::{CommandError, Counter, StoredKind};

/// This month and those before it: with a twelfth before, the oldest picture counted would be more
/// than twelve months old.
const MONTHS: u32 = 12;

/// The counters on the disk, the latest first; none if they are missing or damaged. A damaged file
/// stays as it is until something is changed.
pub(super) fn read(files: &Files) -> Vec<Counter> {
    let mut counters: Vec<Counter> = files.read(StoredKind::Counters).unwrap_or_default();
    let is_month = |counter: &Counter| Month::parse(&counter.month).is_some();
    if !counters.iter().all(is_month) {
        return vec![];
    }
    counters.sort_by(|one, other| other.month.cmp(&one.month));
    let is_twice = |pair: &[Counter]| pair[0].month == pair[1].month;
    if counters.windows(2).any(is_twice) { vec![] } else { counters }
}

/// Keeps counters on the disk; where there are none, there is no file.
pub(super) fn write(files: &Files, counters: &[Counter]) -> Result<(), CommandError> {
    if counters.is_empty() {
        return files.remove(StoredKind::Counters);
    }
    files.write(StoredKind::Counters, &counters)
}

/// Those that are not too old. One ahead of the clock, which then was or is wrong, goes when one as
/// far behind it would.
pub(super) fn kept(counters: &[Counter], now: Month) -> Vec<Counter> {
    let is_near = |month: Month| month.distance(now) < MONTHS;
    let stays = |counter: &&Counter| Month::parse(&counter.month).is_some_and(is_near);
    counters.iter().filter(stays).cloned().collect()
}

/// The counters after that many more pictures.
pub(super) fn counted(counters: &[Counter], now: Month, pictures: u32) -> Vec<Counter> {
    let before = pictures_of(counters, now).unwrap_or(0);
    let counters = kept(counters, now);
    with(counters, now, before.saturating_add(pictures))
}

/// The counters after a correction, 0 removes. Only what is there can be corrected.
pub(super) fn corrected(
    counters: &[Counter],
    month: &str,
    pictures: u32,
) -> Result<Vec<Counter>, CommandError> {
    let month = Month::parse(month).ok_or(CommandError::BadRequest)?;
    if pictures > 0 && pictures_of(counters, month).is_none() {
        return Err(CommandError::BadRequest);
    }
    Ok(with(counters.to_vec(), month, pictures))
}

fn pictures_of(counters: &[Counter], month: Month) -> Option<u32> {
    let month = month.to_string();
    counters.iter().find(|counter| counter.month == month).map(|counter| counter.pictures)
}

/// The latest first, as always; none of 0.
fn with(mut counters: Vec<Counter>, month: Month, pictures: u32) -> Vec<Counter> {
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
            ("2025-11", 2), // The clock went back: November 2026 is as far ahead as it may not be behind.
            ("2026-10", 3),
            ("2026-11", 2),
            ("2026-12", 1),
            ("2027-10", 1),
            ("2027-11", 0),
            ("2040-01", 0),
            ("1970-01", 0),
        ] {
            assert_eq!(kept(&counters, month(now)).len(), left, "{now}");
        }
    }

    #[test]
    fn pictures_are_added_to_their_month() {
        let counters = counted(&[], month("2026-11"), 1);
        let counters = counted(&counters, month("2026-11"), 2);
        let counters = counted(&counters, month("2026-12"), 4);
        assert_eq!(counters, list(&[("2026-12", 4), ("2026-11", 3)]));
        assert_eq!(counted(&counters, month("2026-12"), u32::MAX)[0].pictures, u32::MAX);
        assert_eq!(counted(&counters, month("2027-11"), 1).len(), 2, "what is too old goes");
    }

    #[test]
    fn a_correction_sets_or_removes() {
        let counters = list(&[("2026-12", 4), ("2026-11", 3)]);
        let set = |month, pictures| corrected(&counters, month, pictures);
        assert_eq!(set("2026-11", 7).unwrap(), list(&[("2026-12", 4), ("2026-11", 7)]));
        assert_eq!(set("2026-11", 0).unwrap(), list(&[("2026-12", 4)]));
        assert_eq!(set("2026-10", 0).unwrap(), counters, "it is gone already");
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
        assert!(!files.entry(StoredKind::Counters).exists);
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
            files.write(StoredKind::Counters, &damaged).unwrap();
            assert_eq!(read(&files), vec![]);
        }
        files.write(StoredKind::Counters, &list(&[("2026-10", 1), ("2026-11", 2)])).unwrap();
        assert_eq!(read(&files), list(&[("2026-11", 2), ("2026-10", 1)]), "sorted");
    }
}
