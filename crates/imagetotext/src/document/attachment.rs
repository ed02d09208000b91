//! Names of files that are attached to a file.

use super::{Code, Page};

impl Page {
    /// Most attachments of a page that are named.
    pub const MAX_ATTACHMENTS: usize = 50;

    /// Most characters of the name of one; more are cut off.
    const MAX_ATTACHMENT_NAME: usize = 120;

    /// The name of an attachment as it may be shown: with U+FFFD in place of what could deceive. `None` for one without
    /// a name.
    #[cfg(feature = "pdf")]
    pub(crate) fn attachment_name(name: &str) -> Option<String> {
        let name = name.chars().take(Self::MAX_ATTACHMENT_NAME);
        let name = name.map(|it| if is_allowed(it) { it } else { '\u{fffd}' });
        Some(name.collect::<String>()).filter(|name| !name.trim().is_empty())
    }

    /// Whether the attachments can be those of a page.
    pub(super) fn has_sound_attachments(&self) -> bool {
        let is_sound = |name: &String| {
            !name.is_empty()
                && name.chars().count() <= Self::MAX_ATTACHMENT_NAME
                && name.chars().all(is_allowed)
        };
        self.attachments.len() <= Self::MAX_ATTACHMENTS && self.attachments.iter().all(is_sound)
    }
}

/// Names are in one line.
fn is_allowed(character: char) -> bool {
    !character.is_control() && Code::is_allowed(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_sound(names: Vec<String>) -> bool {
        let mut page = Page::new(9, 9, Vec::new());
        page.attachments = names;
        page.is_sound()
    }

    #[test]
    fn attachments_are_few_and_have_short_names_that_do_not_deceive() {
        assert!(is_sound(vec!["Zażółć 漢字.txt".into(); Page::MAX_ATTACHMENTS]));
        assert!(!is_sound(vec!["a".into(); Page::MAX_ATTACHMENTS + 1]));
        for name in ["", "a\u{202e}gpj.exe", "a\nb", "\u{1b}[2J"] {
            assert!(!is_sound(vec![name.into()]), "{name:?}");
        }
        assert!(!is_sound(vec!["é".repeat(Page::MAX_ATTACHMENT_NAME + 1)]));
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn names_are_cleaned() {
        let clean = |name: &str| Page::attachment_name(name).unwrap();
        assert_eq!(clean("a\u{202e}gpj.exe\n"), "a\u{fffd}gpj.exe\u{fffd}");
        assert!(is_sound(vec![clean(&"é\t".repeat(1000))]));
        assert_eq!(Page::attachment_name(" "), None);
    }
}
