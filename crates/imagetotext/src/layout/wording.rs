//! What the words of a segment say about its place: how it begins and ends, and what may follow it.

use super::classify::caption;
use crate::document::Word;
use crate::engine::{LanguageModel, Symbol, TextContext, is_full_width};

/// What the words of a segment tell.
#[derive(Debug, Clone, Default)]
pub(super) struct Wording {
    /// How many characters; those of full width count twice, as they say and take up as much as two others.
    pub(super) length: usize,
    /// Share of the characters that are digits.
    pub(super) digits: f32,
    /// Share of the characters that are letters.
    pub(super) letters: f32,
    /// Share of the letters that are capitals.
    pub(super) capitals: f32,
    /// What it begins with: a small letter, a capital, a digit.
    pub(super) begins: [bool; 3],
    /// What it ends with: a full stop or its like, a comma or semicolon, a colon, a hyphen, a letter.
    pub(super) ends: [bool; 5],
    /// Whether its first word marks an item of a list, and whether there is no other word.
    pub(super) marker: [bool; 2],
    /// Whether it has dots that lead to a page number or an amount.
    pub(super) leads: bool,
    /// Whether it has signs that only program code has.
    pub(super) code: bool,
    /// Whether it begins with the name of a figure or table, and whether a number follows.
    pub(super) caption: bool,
    /// The beginning of its first word in small letters, as entries are sorted; empty if that has others.
    pub(super) key: String,
    /// The number of the section or item that it begins.
    pub(super) number: Option<u32>,
    first: Option<char>,
    head: Vec<Symbol>,
    tail: Option<TextContext>,
}

/// Characters of the second text that its first text is asked about.
const HEAD: usize = 5;
/// Characters of the first text that count: more than the language model looks back.
const TAIL: usize = 8;

/// What items of a list begin with, and nothing else does.
const BULLETS: &str = "•‣▪◦●";

/// What options, comments and prompts begin with, and sentences do not.
const SIGNS: &str = "-#$~/\\*+|>@%;";

const CODE: [&str; 14] =
    ["()", "::", "->", "=>", "==", "!=", "&&", "||", "+=", "{", "}", "</", "//", ");"];

impl Wording {
    pub(super) fn of(words: &[Word], ngram: Option<&LanguageModel>) -> Self {
        let all = || words.iter().flat_map(|word| word.text.chars());
        let count = |is: fn(char) -> bool| all().filter(|&it| is(it)).count();
        let characters = all().count();
        let wide = count(is_full_width);
        // The language models know none of these.
        let ngram = ngram.filter(|_| wide == 0);
        let share = |count: usize, of: usize| count as f32 / of.max(1) as f32;
        let letters = count(char::is_alphabetic);
        let is_open = |it: &char| matches!(it, '"' | '“' | '„' | '‘' | '\'' | '(' | '[' | '«');
        let first = all().find(|it| !is_open(it));
        let last = words.last().and_then(|word| word.text.chars().next_back());
        let starts = |is: fn(char) -> bool| first.is_some_and(is);
        let ends = |signs: &str| last.is_some_and(|last| signs.contains(last));
        let marked = words.first().is_some_and(|word| is_marker(&word.text));
        let text = |word: &Word| CODE.iter().any(|sign| word.text.contains(sign));
        Self {
            length: characters + wide,
            digits: share(count(char::is_numeric), characters),
            letters: share(letters, characters),
            capitals: share(count(char::is_uppercase), letters),
            begins: [
                starts(char::is_lowercase),
                starts(char::is_uppercase),
                starts(char::is_numeric),
            ],
            ends: [
                ends(".!?…。！？"),
                ends(",;，、；"),
                ends(":："),
                ends("-\u{2010}\u{ad}"),
                last.is_some_and(char::is_alphabetic),
            ],
            marker: [marked, marked && words.len() == 1],
            leads: words.iter().any(|word| word.text.contains("...") || word.text.contains("…")),
            code: words.iter().any(text),
            caption: caption::begins(words),
            key: words.first().map_or_else(String::new, |word| key(&word.text)),
            number: words
                .first()
                .filter(|_| words.len() > 1)
                .and_then(|word| word.text.strip_suffix(['.', ')']).and_then(|it| it.parse().ok())),
            first: all().next(),
            head: ngram.map_or_else(Vec::new, |ngram| {
                all().take(HEAD).map(|character| ngram.symbol(character)).collect()
            }),
            tail: ngram.map(|ngram| tail(words, ngram)),
        }
    }

    /// Whether it begins with a bullet.
    pub(super) fn has_bullet(&self) -> bool {
        self.first.is_some_and(|it| BULLETS.contains(it))
    }

    /// Whether it begins with a sign of options, comments or prompts.
    pub(super) fn has_sign(&self) -> bool {
        self.first.is_some_and(|it| SIGNS.contains(it))
    }

    /// How well `next` continues this text: mean logarithm of how much more probable its first
    /// characters are here than anywhere, in nats. 0 without a language model.
    pub(super) fn continues_in(&self, next: &Self, ngram: Option<&LanguageModel>) -> f32 {
        let (Some(ngram), Some(tail)) = (ngram, self.tail) else { return 0.0 };
        let mut context = tail;
        let mut sum = 0.0;
        for &symbol in &next.head {
            sum += ngram.log_ratio(&context, symbol).clamp(-5.0, 5.0);
            context = ngram.next_context(&context, symbol);
        }
        sum / next.head.len().max(1) as f32
    }
}

/// Letters of a word that are compared.
const KEY: usize = 12;

fn key(word: &str) -> String {
    let letters = word.trim_end_matches(|it: char| !it.is_alphanumeric()).chars();
    if letters.clone().all(char::is_alphabetic) {
        letters.flat_map(char::to_lowercase).take(KEY).collect()
    } else {
        String::new()
    }
}

/// The context after the words and a blank; after a hyphen, that of the divided word.
fn tail(words: &[Word], ngram: &LanguageModel) -> TextContext {
    let text: Vec<char> = words
        .iter()
        .rev()
        .take(TAIL)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .flat_map(|word| word.text.chars().chain([' ']))
        .collect();
    let is_hyphen = |it: &char| matches!(it, '-' | '\u{2010}' | '\u{ad}');
    let text = match text.as_slice() {
        [before @ .., letter, hyphen, ' '] if letter.is_alphabetic() && is_hyphen(hyphen) => {
            [before, &[*letter]].concat()
        }
        _ => text,
    };
    let last = text.len().saturating_sub(TAIL);
    text[last..].iter().fold(ngram.start_context(), |context, &character| {
        ngram.next_context(&context, ngram.symbol(character))
    })
}

/// A bullet, or a short number or letter with its delimiter.
fn is_marker(word: &str) -> bool {
    if matches!(word, "•" | "◦" | "▪" | "●" | "○" | "‣" | "·" | "-" | "–" | "—" | "*")
    {
        return true;
    }
    let inner = word.strip_suffix(['.', ')']).map(|it| it.strip_prefix('(').unwrap_or(it));
    inner.is_some_and(|inner| {
        let is_number = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
        !inner.is_empty() && (is_number || inner.chars().count() == 1)
    })
}
