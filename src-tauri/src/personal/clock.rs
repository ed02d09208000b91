//! Times in our files: UTC, to the second or to the month. A local time would reveal where the person
//! lives.

use std::fmt;

use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment as it is stored: `2026-11-24T09:30:00Z`.
pub(super) fn timestamp(moment: UtcDateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    let (hour, minute, second) = time.as_hms();
    format!("{}-{:02}T{hour:02}:{minute:02}:{second:02}Z", Month::of(moment), date.day())
}

/// Whether [`timestamp`] could have written this.
pub(super) fn is_timestamp(text: &str) -> bool {
    UtcDateTime::parse(text, &Rfc3339).is_ok_and(|moment| timestamp(moment) == text)
}

/// A month: `2026-11`. Counted in months from the year 0, so that they can be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month(u32);

impl Month {
    /// The month in which a moment lies.
    pub(super) fn of(moment: UtcDateTime) -> Self {
        // A clock that shows a year before 0 is wrong, and 0 is as good.
        let year = u32::try_from(moment.year()).unwrap_or(0);
        Self(year * 12 + u32::from(u8::from(moment.month())) - 1)
    }

    /// Reads a month as it is displayed.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = digits::<2>(month).filter(|month| (1..=12).contains(month))?;
        Some(Self(digits::<4>(year)? * 12 + month - 1))
    }

    /// The number of months between two months, whichever is the later.
    pub(super) fn distance(self, other: Self) -> u32 {
        self.0.abs_diff(other.0)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

/// A number of exactly so many digits. `parse` alone would accept a sign.
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
    fn a_timestamp_is_in_utc_and_whole_seconds() {
        assert_eq!(timestamp(moment("2026-11-24T09:30:00.75Z")), "2026-11-24T09:30:00Z");
        assert_eq!(timestamp(moment("2026-03-01T00:05:09+02:00")), "2026-02-28T22:05:09Z");
    }

    #[test]
    fn only_our_own_format_is_a_timestamp() {
        assert!(is_timestamp("2026-11-24T09:30:00Z"));
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
            assert!(!is_timestamp(text), "{text:?}");
        }
    }

    #[test]
    fn a_month_is_parsed_as_displayed() {
        for text in ["2026-01", "2026-12", "0000-01", "9999-12"] {
            assert_eq!(Month::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "2026", "2026-1", "2026-13", "2026-00", "+026-01", "2026-+1", "26-01"] {
            assert_eq!(Month::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn distance_counts_across_the_end_of_a_year() {
        let [december, february] = ["2026-12", "2027-02"].map(|month| Month::parse(month).unwrap());
        assert_eq!(december.distance(february), 2);
        assert_eq!(february.distance(december), 2);
        assert_eq!(Month::of(moment("2026-12-31T23:59:59Z")), december);
    }
}
