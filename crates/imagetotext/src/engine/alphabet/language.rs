//! What texts are like: how probable a character is after the four before it.
//!
//! Counted by `models/training/imagetotext_training/language.py`, which also says how the file is made
//! up. Large and small letters are taken together, and so are all digits. It knows no words, and so it
//! invents none: it only tells which of the characters that the network holds possible is more usual.

/// Steps of a stored logarithm in a factor of e, as in `language.py`.
const STEPS: f32 = 16.0;

/// Rows of characters that texts are made of, as a tree: a row of level n begins with one of level
/// n − 1, its parent.
#[derive(Debug)]
pub(in crate::engine) struct Language {
    symbols: Vec<char>,
    levels: Vec<Level>,
}

/// Rows of equal length, sorted by parent, then by last symbol. Logarithms are stored in steps below 0.
#[derive(Debug)]
struct Level {
    /// The last symbol of each row; 1 is the first of [`Language::symbols`].
    symbols: Vec<u8>,
    /// Probability of the last symbol after the others.
    chances: Vec<u8>,
    /// What remains after the row for symbols that are not among its children: the factor by which
    /// their probability after the shorter row, without the first symbol, counts.
    remainders: Vec<u8>,
    /// Where in the next level the children of each row begin, and, at the end, where they all end.
    children: Vec<u32>,
}

/// What stands before a character: for each length from one up, the place of the row of that length
/// in its level, [`NONE`] where texts do not have that row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::engine) struct Context([u32; LONGEST]);

impl Default for Context {
    fn default() -> Self {
        Self([NONE; LONGEST])
    }
}

/// Characters that are looked back at.
const LONGEST: usize = 4;
const NONE: u32 = u32::MAX;

/// Number of the symbol that stands for the characters that `language.py` did not count.
const UNKNOWN: u8 = 0;

impl Language {
    /// Reads what `language.py` wrote; `None` when `bytes` are something else.
    pub(in crate::engine) fn load(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|&byte| byte == b'\n')?;
        let symbols: Vec<char> = std::str::from_utf8(&bytes[..end]).ok()?.chars().collect();
        let mut rest = &bytes[end + 1..];
        let count = usize::from(take(&mut rest, 1)?[0]);
        if count > LONGEST + 1 || symbols.len() > usize::from(u8::MAX) {
            return None;
        }
        let mut levels: Vec<Level> = Vec::with_capacity(count);
        for number in 1..=count {
            let size = u32::from_le_bytes(take(&mut rest, 4)?.try_into().ok()?) as usize;
            if levels.last().is_some_and(|shorter| shorter.children.last() != Some(&(size as u32)))
            {
                return None;
            }
            let mut column = |size| take(&mut rest, size).map(<[u8]>::to_vec);
            let (symbols, chances) = (column(size)?, column(size)?);
            // The longest rows have no children.
            let parents = if number < count { size } else { 0 };
            let (remainders, sizes) = (column(parents)?, column(parents)?);
            let mut next = 0;
            let ends = sizes.iter().map(|&size| {
                next += u32::from(size);
                next
            });
            let children = std::iter::once(0).chain(ends).collect();
            levels.push(Level { symbols, chances, remainders, children });
        }
        (rest.is_empty() && !levels.is_empty()).then_some(Self { symbols, levels })
    }

    /// The number of the symbol that stands for `character`.
    pub(super) fn symbol(&self, character: char) -> u8 {
        let mut small = character.to_lowercase();
        let folded = match (small.next(), small.next()) {
            _ if character.is_ascii_digit() => '0',
            (Some(small), None) => small,
            _ => character,
        };
        let place = self.symbols.iter().position(|&symbol| symbol == folded);
        place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(UNKNOWN)
    }

    /// What stands before the first character of a line: a blank.
    pub(super) fn start(&self) -> Context {
        self.after(&Context::default(), self.symbol(' '))
    }

    /// What stands before the character that follows `symbol`.
    pub(super) fn after(&self, context: &Context, symbol: u8) -> Context {
        Context(std::array::from_fn(|length| self.row(context, length, symbol).unwrap_or(NONE)))
    }

    /// How many times as probable `symbol` is in `context` as it is anywhere, as a logarithm. One that
    /// texts never have is as improbable as others that are new there.
    pub(super) fn gain(&self, context: &Context, symbol: u8) -> f32 {
        let chance = |length: usize| {
            let row = self.row(context, length, symbol)?;
            Some(i32::from(self.levels[length].chances[row as usize]))
        };
        let remainder = |length: usize| {
            let row = Some(context.0[length - 1]).filter(|&row| row != NONE);
            row.map_or(0, |row| i32::from(self.levels[length - 1].remainders[row as usize]))
        };
        let mut steps = -chance(0).unwrap_or(0);
        for length in (0..self.levels.len()).rev() {
            if let Some(chance) = chance(length) {
                steps += chance;
                break;
            }
            steps += if length > 0 { remainder(length) } else { 0 };
        }
        -(steps as f32) / STEPS
    }

    /// The place of the row that consists of the last `length` symbols of `context` and `symbol`.
    fn row(&self, context: &Context, length: usize, symbol: u8) -> Option<u32> {
        let level = self.levels.get(length)?;
        let children = match length.checked_sub(1).map(|shorter| context.0[shorter]) {
            None => 0..level.symbols.len(),
            Some(NONE) => return None,
            Some(parent) => {
                let ends = &self.levels[length - 1].children[parent as usize..][..2];
                ends[0] as usize..ends[1] as usize
            }
        };
        let place = level.symbols[children.clone()].binary_search(&symbol).ok()?;
        u32::try_from(children.start + place).ok()
    }
}

/// The first `count` of `bytes`, which are then gone from them.
fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (first, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Language {
        Language::load(crate::Models::shipped().language.as_deref().unwrap()).unwrap()
    }

    fn context(language: &Language, before: &str) -> Context {
        let symbols = before.chars().map(|character| language.symbol(character));
        symbols.fold(language.start(), |context, symbol| language.after(&context, symbol))
    }

    fn chance(language: &Language, before: &str, symbol: u8) -> f32 {
        let anywhere = language.row(&Context::default(), 0, symbol).unwrap();
        let anywhere = -f32::from(language.levels[0].chances[anywhere as usize]) / STEPS;
        (anywhere + language.gain(&context(language, before), symbol)).exp()
    }

    #[test]
    fn the_probabilities_of_all_characters_sum_to_one() {
        let language = shipped();
        for before in ["", "th", " the", "tota", "straß", "qx#", "12:3", "zzzzz"] {
            let all = language.levels[0].symbols.iter();
            let sum: f32 = all.map(|&symbol| chance(&language, before, symbol)).sum();
            // Logarithms are stored in sixteenths.
            assert!((0.94..1.06).contains(&sum), "{sum} after “{before}”");
        }
    }

    #[test]
    fn usual_characters_gain_and_unusual_ones_lose() {
        let language = shipped();
        let gain = |before, character| {
            language.gain(&context(&language, before), language.symbol(character))
        };
        assert!(gain("TOTA", 'L') > 1.0);
        assert!(gain("TOTA", 'I') < -1.0);
        assert!(gain("stra", 'ß') > 1.0);
        assert!(gain("q", 'u') > 2.0);
    }

    #[test]
    fn forms_of_a_letter_are_one_and_so_are_digits() {
        let language = shipped();
        for (one, other) in [('É', 'é'), ('3', '8'), ('ẞ', 'ß')] {
            assert_eq!(language.symbol(one), language.symbol(other));
        }
        assert_eq!(language.symbol('漢'), UNKNOWN);
        assert!(language.gain(&context(&language, "th"), UNKNOWN) < -1.0);
    }

    #[test]
    fn what_is_no_language_is_not_taken_for_one() {
        let bytes = crate::Models::shipped().language.unwrap();
        for end in [0, 10, 300, 10_000, bytes.len() - 1] {
            assert!(Language::load(&bytes[..end]).is_none(), "{end}");
        }
        assert!(Language::load(&[&bytes[..], b"x"].concat()).is_none());
        assert!(Language::load(&[b'\n'; 9]).is_none());
    }
}
