//! What people look for in a text to use it elsewhere, or to leave it out before they pass it on: links,
//! mail addresses, phone numbers, IBANs and numbers of cards. Nothing is opened or looked up.

mod number;
mod redaction;

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
pub(crate) use redaction::{Redacted, redact, redact_text};

use crate::contract::EntityKind;

/// As many are found in a text; a page full of them is no text that anybody clicks on.
const MOST: usize = 1000;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// What it is.
    pub(crate) kind: EntityKind,
    /// Where it is in the text, in bytes.
    pub(crate) range: Range<usize>,
}

/// Everything that is found in a text, in its order; none overlaps another. Takes linear time.
pub(crate) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if found.len() >= MOST {
            break;
        }
        let moved = |it: Found| Found { range: it.range.start + start..it.range.end + start, ..it };
        found.extend(in_line(line).into_iter().map(moved));
        start += line.len();
    }
    found.truncate(MOST);
    found
}

fn in_line(line: &str) -> Vec<Found> {
    let mut found = links(line);
    let numbers = number::find(line);
    let is_free = |it: &Found| {
        let overlaps =
            |other: &Found| it.range.start < other.range.end && other.range.start < it.range.end;
        !found.iter().any(overlaps)
    };
    let free: Vec<Found> = numbers.into_iter().filter(is_free).collect();
    found.extend(free);
    found.sort_by_key(|it| it.range.start);
    found
}

fn links(line: &str) -> Vec<Found> {
    let mut finder = LinkFinder::new();
    // Without a scheme too: that is how links stand on paper. What has no known form is no link.
    finder.url_must_have_scheme(false);
    let links = finder.links(line).filter_map(|link| {
        let kind = match link.kind() {
            LinkKind::Email => EntityKind::Email,
            LinkKind::Url if is_link(link.as_str()) => EntityKind::Link,
            _ => return None,
        };
        Some(Found { kind, range: link.start()..link.end() })
    });
    links.collect()
}

/// With a scheme, or as `www.example.org` or `example.org/path`: “end.Then” and “1.5” are none.
fn is_link(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if let Some((scheme, rest)) = lower.split_once("://") {
        return matches!(scheme, "http" | "https" | "ftp") && rest.contains('.');
    }
    let (host, path) = lower.split_once('/').unwrap_or((&lower, ""));
    let is_host = host.split('.').all(|label| !label.is_empty())
        && host.rsplit('.').next().is_some_and(|last| last.len() >= 2 && is_letters(last));
    let is_known = host.starts_with("www.") && host.matches('.').count() >= 2;
    is_host && (is_known || (!path.is_empty() && text.is_ascii()))
}

fn is_letters(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(EntityKind, &str)> {
        find(text).into_iter().map(|it| (it.kind, &text[it.range])).collect()
    }

    #[test]
    fn links_and_mail_addresses_are_found_without_the_signs_around_them() {
        let text = "See (https://a.example/b?c=1), www.harbour.example, shop.example/tea.\n\
                    Write to keeper@harbour.example.";
        assert_eq!(
            found(text),
            [
                (EntityKind::Link, "https://a.example/b?c=1"),
                (EntityKind::Link, "www.harbour.example"),
                (EntityKind::Link, "shop.example/tea"),
                (EntityKind::Email, "keeper@harbour.example"),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_link_is_none() {
        for text in
            ["the end.Then it", "1.5 and/or 2.5", "e.g. this", "10/12", "www.", "a.b", "file.txt"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let text = "żółw\n\nCall +44 20 7946 0958 or write to a@b.example\n";
        let expected =
            [(EntityKind::Phone, "+44 20 7946 0958"), (EntityKind::Email, "a@b.example")];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        for piece in ["1 ", "a@", "www.", "DE89 ", "+", "(", "http://"] {
            assert!(find(&piece.repeat(200_000)).len() <= MOST);
        }
    }
}
