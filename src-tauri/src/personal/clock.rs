//! Time as our files know it: UTC, to the second or to the month. A local time would tell where the
//! person lives.

use std::fmt;

use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment as it is written down: `2026-11-24T09:30:00Z`.
pub(super) fn stamp(moment: UtcDateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    let (hour, minute, second) = time.as_hms();
    format!("{}-{:02}T{hour:02}:{minute:02}:{second:02}Z", Month::of(moment), date.day())
}

/// Whether this is a moment as [`stamp`] writes it, and one that exists.
pub(super) fn is_stamp(text: &str) -> bool {
    UtcDateTime::parse(text, &Rfc3339).is_ok_and(|moment| stamp(moment) == text)
}

/// A month: `2026-11`. Counted in months from the year 0, so that they can be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month(u32);

impl Month {
    /// The month in which a moment lies.
    pub(super) fn of(moment: UtcDateTime) -> Self {
        // No clock shows a year before 0; if one does, that is as wrong as 0.
        let year = u32::try_from(moment.year()).unwrap_or(0);
        Self(year * 12 + u32::from(u8::from(moment.month())) - 1)
    }

    /// The month that is written there, if it is one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = digits::<2>(month).filter(|month| (1..=12).contains(month))?;
        Some(Self(digits::<4>(year)? * 12 + month - 1))
    }

    /// How many months lie between this one and another, whichever is the later.
    pub(super) fn distance(self, other: Self) -> u32 {
        self.0.abs_diff(other.0)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

/// A number of exactly so many digits, and nothing else: `parse` alone would take a sign.
fn digits<const COUNT: usize>(text: &str) -> Option<u32> {
    let is_number = text.len() == COUNT && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> UtcDateTime {
        UtcDateTime::parse(text, &Rfc3339).unwrap()
    }

    #[test]
    fn a_moment_is_written_in_utc_and_whole_seconds() {
        assert_eq!(stamp(moment("2026-11-24T09:30:00.75Z")), "2026-11-24T09:30:00Z");
        assert_eq!(stamp(moment("2026-03-01T00:05:09+02:00")), "2026-02-28T22:05:09Z");
    }

    #[test]
    fn only_what_we_write_is_a_moment() {
        assert!(is_stamp("2026-11-24T09:30:00Z"));
        let others = [
            "",
            "yesterday",
            "2026-11-24",
            "2026-11-24T09:30:00",
            "2026-11-24T09:30:00.5Z",
            "2026-11-24T09:30:00+01:00",
            "2026-02-30T09:30:00Z",
            " 2026-11-24T09:30:00Z",
        ];
        for text in others {
            assert!(!is_stamp(text), "{text:?}");
        }
    }

    #[test]
    fn months_are_read_as_they_are_written() {
        for text in ["2026-01", "2026-12", "0000-01", "9999-12"] {
            assert_eq!(Month::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "2026", "2026-1", "2026-13", "2026-00", "+026-01", "2026-+1", "26-01"] {
            assert_eq!(Month::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn months_are_apart_over_the_turn_of_the_year() {
        let [december, february] = ["2026-12", "2027-02"].map(|month| Month::parse(month).unwrap());
        assert_eq!(december.distance(february), 2);
        assert_eq!(february.distance(december), 2);
        assert_eq!(Month::of(moment("2026-12-31T23:59:59Z")), december);
    }
}
