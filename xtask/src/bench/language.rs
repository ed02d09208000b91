//! Which language packs Tesseract needs for a picture. Our program and `RapidOCR` take no language.

/// Language tags in names, and the pack of Tesseract for each. English is always added: pages in
/// other languages contain names and commands in it.
const PACKS: [(&str, &str); 29] = [
    ("bg", "bul"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("et", "est"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("nb", "nor"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sv", "swe"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("vi", "vie"),
    ("zh", "chi_sim"),
    ("zh-TW", "chi_tra"),
];

/// The pack for a picture `name` of `class`, or nothing when no name has a language.
///
/// A class is in a language when its name is a tag or ends in one: `ru-RU`, `book-fr`, `scan.de`. A
/// picture is when its name ends in one, or begins with one before a size or a number: `page-fr`,
/// `ru-RU-01`, `pt_BR-14px-03`. The name of the picture counts more.
pub(super) fn tesseract_pack(class: &str, name: &str) -> Option<&'static str> {
    leading(name).or_else(|| trailing(name)).or_else(|| pack(class)).or_else(|| trailing(class))
}

/// The pack of a tag at the start, which a number follows.
fn leading(name: &str) -> Option<&'static str> {
    let numbered = |index: usize| name[index + 1..].starts_with(|next: char| next.is_ascii_digit());
    let mut ends = name.match_indices('-').map(|(index, _)| index);
    ends.find(|index| numbered(*index)).and_then(|end| pack(&name[..end]))
}

/// The pack of a tag at the end, after a hyphen, an underscore or a full stop.
fn trailing(name: &str) -> Option<&'static str> {
    let starts = name.match_indices(['-', '_', '.']).map(|(index, _)| index + 1);
    // The longest first: `zh-TW` before `TW`.
    starts.into_iter().find_map(|start| pack(&name[start..]))
}

/// The pack of a whole tag: a language, perhaps with a region.
fn pack(tag: &str) -> Option<&'static str> {
    let tag = tag.replace('_', "-");
    let find = |tag: &str| PACKS.iter().find(|(name, _)| *name == tag).map(|(_, pack)| *pack);
    let region = |region: &str| {
        region.len() == 2 && region.chars().all(|letter| letter.is_ascii_uppercase())
    };
    find(&tag).or_else(|| {
        let (language, rest) = tag.split_once('-')?;
        region(rest).then(|| find(language)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_in_names() {
        for (class, name, want) in [
            ("ru-RU", "ru-RU-01", Some("rus")),
            ("zh-TW", "zh-TW-02", Some("chi_tra")),
            ("zh-CN", "a", Some("chi_sim")),
            ("book", "pt_BR-14px-03", Some("por")),
            ("book-fr", "page3", Some("fra")),
            ("book-fr", "page-de", Some("deu")),
            ("scan.vi", "a", Some("vie")),
            ("ui", "ocrs-polar-bears", None),
            ("columns", "it-department", None),
            ("photo", "card_chris", None),
            ("scan", "de", None),
            ("screenshot", "tg_table1", None),
            ("form", "no", None),
        ] {
            assert_eq!(tesseract_pack(class, name), want, "{class}/{name}");
        }
    }
}
