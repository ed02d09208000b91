//! All versions of the privacy policy, and which of them an agreement still covers.
//! `policy/README.md` explains how to add one.

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::contract::{Consent, Language, Policy};

/// Every released version, the newest first.
pub(super) fn all() -> &'static [Policy] {
    &ALL
}

/// The number of the current version.
pub(super) fn newest(policies: &[Policy]) -> Option<u32> {
    policies.first().map(|policy| policy.number)
}

/// What an agreement to version `agreed` covers, given all known versions, the newest first.
///
/// An unknown version cannot be shown and so counts as not agreed to: 0, or a version of a newer program
/// that was replaced by an older one.
pub(super) fn consent_to(agreed: Option<u32>, policies: &[Policy]) -> Consent {
    let Some(agreed) = agreed else { return Consent::Missing };
    let mut later = policies.iter().take_while(|policy| policy.number != agreed);
    let is_known = policies.iter().any(|policy| policy.number == agreed);
    if !is_known || later.any(|policy| policy.significant) {
        return Consent::Outdated { agreed };
    }
    Consent::Given { notice: newest(policies).filter(|newest| *newest != agreed) }
}

/// The English text of every version, the newest first, each with its translations.
const TEXTS: [(&str, &[(Language, &str)]); 2] = [
    (
        include_str!("../../policy/2.json"),
        &[
            (Language::German, include_str!("../../policy/de/2.json")),
            (Language::Spanish, include_str!("../../policy/es/2.json")),
            (Language::French, include_str!("../../policy/fr/2.json")),
            (Language::Italian, include_str!("../../policy/it/2.json")),
            (Language::Dutch, include_str!("../../policy/nl/2.json")),
            (Language::Polish, include_str!("../../policy/pl/2.json")),
            (Language::BrazilianPortuguese, include_str!("../../policy/pt-BR/2.json")),
        ],
    ),
    (
        include_str!("../../policy/1.json"),
        &[
            (Language::German, include_str!("../../policy/de/1.json")),
            (Language::Spanish, include_str!("../../policy/es/1.json")),
            (Language::French, include_str!("../../policy/fr/1.json")),
            (Language::Italian, include_str!("../../policy/it/1.json")),
            (Language::Dutch, include_str!("../../policy/nl/1.json")),
            (Language::Polish, include_str!("../../policy/pl/1.json")),
            (Language::BrazilianPortuguese, include_str!("../../policy/pt-BR/1.json")),
        ],
    ),
];

static ALL: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    let with_translations = |(english, others): (&str, &[(Language, &str)])| {
        let mut policy: Policy = parse(english);
        policy.translations =
            others.iter().map(|(language, text)| (*language, parse(text))).collect();
        policy
    };
    TEXTS.into_iter().map(with_translations).collect()
});

fn parse<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a test parses every version")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;
    use crate::contract::{PolicySection, PolicyText};

    const README: &str = include_str!("../../policy/README.md");

    /// Versions 1, 2, 3 … of which these are significant, the newest first.
    fn history(significant: &[bool]) -> Vec<Policy> {
        let version = |(index, significant): (usize, &bool)| Policy {
            number: index as u32 + 1,
            date: "2026-11-24".into(),
            significant: *significant,
            text: PolicyText { changes: vec![], promise: vec![], sections: vec![] },
            translations: BTreeMap::new(),
        };
        significant.iter().enumerate().map(version).rev().collect()
    }

    #[test]
    fn every_shipped_version_is_complete() {
        for (policy, number) in all().iter().zip((1..=all().len() as u32).rev()) {
            assert_eq!(policy.number, number, "the newest first, without a gap");
            assert_eq!(policy.text.promise.len(), 5);
            assert_eq!(policy.text.sections.len(), 9);
            assert!(!policy.text.changes.is_empty(), "the page lists what changed");
            assert!(policy.text.sections.iter().all(|section| !section.paragraphs.is_empty()));
            assert!(super::super::clock::is_timestamp(&format!("{}T00:00:00Z", policy.date)));
        }
        assert!(all().is_sorted_by(|newer, older| newer.date >= older.date));
    }

    #[test]
    fn translations_say_as_much_as_the_english_text() {
        let parts = |text: &PolicyText| {
            let paragraphs = |section: &PolicySection| section.paragraphs.len();
            let sections: Vec<usize> = text.sections.iter().map(paragraphs).collect();
            (text.changes.len(), text.promise.len(), sections)
        };
        for policy in all() {
            let translated = policy.translations.keys().copied().chain([Language::English]);
            let translated: BTreeSet<_> = translated.collect();
            assert_eq!(translated, BTreeSet::from(Language::ALL));
            for (language, text) in &policy.translations {
                assert_eq!(parts(text), parts(&policy.text), "{language:?}");
                let same = sentences_of(text).zip(sentences_of(&policy.text));
                for (translation, english) in same {
                    assert_ne!(translation, english, "{language:?}");
                }
                for (section, number) in text.sections.iter().zip(1..) {
                    assert!(section.title.starts_with(&format!("{number}. ")), "{language:?}");
                }
            }
        }
    }

    #[test]
    fn the_text_has_no_markup() {
        for sentence in all().iter().flat_map(every_sentence) {
            assert!(!sentence.contains(['<', '>', '*', '`', '@', '\n']), "{sentence}");
            assert!(sentence.ends_with(['.', ':']), "{sentence}");
        }
    }

    #[test]
    fn the_policy_names_no_address_but_the_website() {
        let website =
            |text: &PolicyText| sentences_of(text).any(|text| text.contains("imagetotextai.net"));
        assert!(all().iter().flat_map(texts).all(website));
        let is_link = |text: &str| text.contains("://") || text.contains("www.");
        assert!(!all().iter().flat_map(every_sentence).any(is_link));
    }

    #[test]
    fn without_an_agreement_consent_is_missing() {
        assert_eq!(consent_to(None, &history(&[true])), Consent::Missing);
    }

    #[test]
    fn an_agreement_to_the_newest_version_is_consent() {
        for policies in [history(&[true]), history(&[true, true]), history(&[true, false])] {
            let newest = newest(&policies);
            assert_eq!(consent_to(newest, &policies), Consent::Given { notice: None });
        }
    }

    #[test]
    fn a_significant_newer_version_ends_it() {
        for policies in [
            history(&[true, true]),
            history(&[true, false, true]),
            history(&[true, true, false]),
            history(&[true, false, true, false]),
        ] {
            assert_eq!(consent_to(Some(1), &policies), Consent::Outdated { agreed: 1 });
        }
    }

    #[test]
    fn minor_newer_versions_are_only_announced() {
        let policies = history(&[true, false, false]);
        assert_eq!(consent_to(Some(1), &policies), Consent::Given { notice: Some(3) });
        assert_eq!(consent_to(Some(2), &policies), Consent::Given { notice: Some(3) });
        let policies = history(&[true, true, false]);
        assert_eq!(consent_to(Some(2), &policies), Consent::Given { notice: Some(3) });
    }

    #[test]
    fn an_unknown_version_is_not_agreed_to() {
        for agreed in [0, 3, u32::MAX] {
            let policies = history(&[true, false]);
            assert_eq!(consent_to(Some(agreed), &policies), Consent::Outdated { agreed });
        }
        assert_eq!(consent_to(Some(1), &[]), Consent::Outdated { agreed: 1 });
    }

    #[test]
    fn every_promise_names_a_test_that_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut sentence = "";
        let mut tested = vec![];
        for row in README.lines().filter(|line| line.starts_with("| ")).skip(1) {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            let [quoted, file, test] = cells[..] else { panic!("three columns: {row}") };
            if !quoted.is_empty() {
                assert!(
                    sentences_of(&all()[0].text).any(|text| text == quoted),
                    "not in the policy: {quoted}"
                );
                sentence = quoted;
            }
            if file == "none" {
                continue;
            }
            let file = file.trim_matches('`');
            let code = std::fs::read_to_string(root.join(file)).expect(file);
            assert!(code.contains(test.trim_matches('`')), "no test {test} in {file}");
            tested.push(sentence);
        }
        for line in &all()[0].text.promise {
            assert!(tested.contains(&line.as_str()), "no test proves: {line}");
        }
    }

    /// A version in all languages.
    fn texts(policy: &Policy) -> impl Iterator<Item = &PolicyText> {
        std::iter::once(&policy.text).chain(policy.translations.values())
    }

    /// Every sentence of a version, in all languages.
    fn every_sentence(policy: &Policy) -> impl Iterator<Item = &str> {
        texts(policy).flat_map(sentences_of)
    }

    /// Every sentence of a version in one language.
    fn sentences_of(text: &PolicyText) -> impl Iterator<Item = &str> {
        let paragraphs = text.sections.iter().flat_map(|section| &section.paragraphs);
        text.changes.iter().chain(&text.promise).chain(paragraphs).map(String::as_str)
    }
}
