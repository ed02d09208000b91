//! What a picture of the screen is called: by its time, which tells captures apart. The title of a
//! window could say what the person reads.

use chrono::{Local, NaiveTime, Timelike as _};

use crate::words::words;

/// `Capture 14.03.52`, in the time of this computer.
pub(super) fn capture_name() -> String {
    named(words().screen_capture, Local::now().time())
}

/// With dots, which a file name can hold on every system.
fn named(word: &str, time: NaiveTime) -> String {
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{word} {hour:02}.{minute:02}.{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saving::file_stem;

    #[test]
    fn a_capture_is_named_by_its_time() {
        let time = |hour, minute, second| NaiveTime::from_hms_opt(hour, minute, second).unwrap();
        assert_eq!(named("Capture", time(14, 3, 52)), "Capture 14.03.52");
        assert_eq!(named("Aufnahme", time(0, 0, 9)), "Aufnahme 00.00.09");
    }

    #[test]
    fn its_file_has_the_same_name() {
        let name = capture_name();
        assert_eq!(file_stem(&name), name);
    }
}
