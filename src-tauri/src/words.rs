//! The words of what the shell shows outside of the page: file dialogs, the frozen screen, the tray,
//! notifications, names of pictures. Those of the page are in `ui/src/messages/`.

mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod polish;
mod portuguese;
mod spanish;

use crate::contract::Language;
use crate::language;

/// The name of this program in every language.
pub(crate) const PROGRAM: &str = "ImageToText";

/// The words in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The name of a picture that has none.
    pub(crate) pasted_picture: &'static str,
    /// What a picture of the screen is called, before its time. A long word would leave no room for
    /// that in the list.
    pub(crate) screen_capture: &'static str,
    /// What people can do on the frozen screen.
    pub(crate) overlay_help: &'static str,
    pub(crate) dialogs: DialogWords,
    pub(crate) tray: TrayWords,
    pub(crate) notifications: NotificationWords,
}

/// Titles of file dialogs, and what people call the types of files.
#[derive(Debug)]
pub(crate) struct DialogWords {
    /// Title of the dialog that opens pictures.
    pub(crate) open: &'static str,
    /// The type of files that it shows.
    pub(crate) pictures: &'static str,
    /// The other one.
    pub(crate) all_files: &'static str,
    /// Title of the dialog that saves a text.
    pub(crate) save: &'static str,
    /// Title of the dialog that exports the personal data.
    pub(crate) export: &'static str,
    /// Title of the dialog that chooses a folder for all texts.
    pub(crate) directory: &'static str,
}

/// Entries of the tray; desktops also describe the hotkeys with them.
#[derive(Debug)]
pub(crate) struct TrayWords {
    pub(crate) capture: &'static str,
    pub(crate) again: &'static str,
    pub(crate) open_program: &'static str,
    pub(crate) quit: &'static str,
}

/// What a notification says. It never holds recognised text: desktops keep notifications.
#[derive(Debug)]
pub(crate) struct NotificationWords {
    /// The button.
    #[cfg_attr(target_os = "macos", allow(dead_code, reason = "there are no notifications"))]
    pub(crate) open: &'static str,
    pub(crate) one_line: &'static str,
    /// `#` stands for the number; few lines in Polish.
    pub(crate) lines: &'static str,
    /// The same for other numbers.
    pub(crate) lines_many: &'static str,
    pub(crate) no_text: &'static str,
    pub(crate) clipboard: &'static str,
    pub(crate) not_consented: &'static str,
    pub(crate) unsupported: &'static str,
    pub(crate) denied: &'static str,
    pub(crate) not_permitted: &'static str,
    pub(crate) busy: &'static str,
    pub(crate) no_answer: &'static str,
    pub(crate) empty_region: &'static str,
    pub(crate) no_region: &'static str,
    pub(crate) unreadable: &'static str,
    pub(crate) failed: &'static str,
}

/// The words in the language of the page.
pub(crate) fn words() -> &'static Words {
    in_language(language::current())
}

/// The words in this language.
pub(crate) fn in_language(language: Language) -> &'static Words {
    match language {
        Language::English => &english::WORDS,
        Language::German => &german::WORDS,
        Language::Spanish => &spanish::WORDS,
        Language::French => &french::WORDS,
        Language::Italian => &italian::WORDS,
        Language::Dutch => &dutch::WORDS,
        Language::Polish => &polish::WORDS,
        Language::BrazilianPortuguese => &portuguese::WORDS,
    }
}

/// A name of pictures for the first, the second … of them.
pub(crate) fn numbered(name: &str, number: u32) -> String {
    if number == 1 { name.into() } else { format!("{name} {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialog_has_a_title_of_its_own_and_no_type_is_named_twice() {
        for words in Language::ALL.map(|language| &in_language(language).dialogs) {
            let titles = [words.open, words.save, words.export, words.directory];
            for names in [&titles[..], &[words.pictures, words.all_files]] {
                let mut sorted = names.to_vec();
                sorted.sort_unstable();
                sorted.dedup();
                assert_eq!(sorted.len(), names.len(), "{names:?}");
                assert!(names.iter().all(|name| !name.trim().is_empty()), "{names:?}");
            }
        }
    }

    #[test]
    fn pictures_of_one_name_are_numbered_from_the_second() {
        assert_eq!([1, 2].map(|number| numbered("Picture", number)), ["Picture", "Picture 2"]);
    }
}
