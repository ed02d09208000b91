//! Character n-gram language model: how probable a character is after the four before it.
//!
//! It is of one script. `models/training` counts it and describes the file. Large and small letters are one symbol, and so are
//! all digits. The model knows no words, so it invents none: it only says which of the characters that
//! the network considers possible is more usual.

/// A stored logarithm counts in these fractions of one, as in training.
const STEPS: f32 = 16.0;

/// N-grams as a tree: one of order n begins with one of order n − 1, its parent.
#[derive(Debug)]
pub(super) struct NgramModel {
    symbols: Vec<char>,
    orders: Vec<Order>,
}

/// N-grams of equal length, sorted by parent, then by last symbol. Logarithms are stored in steps below 0.
#[derive(Debug)]
struct Order {
    /// The last symbol of each n-gram; 1 is the first of [`NgramModel::symbols`].
    symbols: Vec<u8>,
    /// Log-probability of the last symbol after the others.
    log_probabilities: Vec<u8>,
    /// Log back-off weight: the factor of the probability that a symbol has after the n-gram without its
    /// first symbol, for symbols that are not among the n-gram's children.
    back_off_weights: Vec<u8>,
    /// Where in the next order the children of each n-gram begin, and, at the end, where they all end.
    children: Vec<u32>,
}

/// The characters before a character: for each length from one up, the place of their n-gram in its
/// order, [`NONE`] where the texts that were counted do not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Context([u32; MAX_CONTEXT]);

impl Default for Context {
    fn default() -> Self {
        Self([NONE; MAX_CONTEXT])
    }
}

/// Characters of a context at most.
const MAX_CONTEXT: usize = 4;
const NONE: u32 = u32::MAX;

/// The symbol of all characters that were not counted.
pub(super) const UNKNOWN: u8 = 0;

impl NgramModel {
    /// Parses the model that `bytes` begin with and leaves what follows it; `None` when there is none.
    pub(super) fn parse(bytes: &mut &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|&byte| byte == b'\n')?;
        let symbols: Vec<char> = std::str::from_utf8(&bytes[..end]).ok()?.chars().collect();
        *bytes = &bytes[end + 1..];
        let count = usize::from(take(bytes, 1)?[0]);
        if count > MAX_CONTEXT + 1 || symbols.len() > usize::from(u8::MAX) {
            return None;
        }
        let mut orders: Vec<Order> = Vec::with_capacity(count);
        for number in 1..=count {
            let size = u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?) as usize;
            if orders.last().is_some_and(|shorter| shorter.children.last() != Some(&(size as u32)))
            {
                return None;
            }
            let mut column = |size| take(bytes, size).map(<[u8]>::to_vec);
            let (symbols, log_probabilities) = (column(size)?, column(size)?);
            // The longest n-grams have no children.
            let parents = if number < count { size } else { 0 };
            let (back_off_weights, sizes) = (column(parents)?, column(parents)?);
            let mut next = 0;
            let ends = sizes.iter().map(|&size| {
                next += u32::from(size);
                next
            });
            let children = std::iter::once(0).chain(ends).collect();
            orders.push(Order { symbols, log_probabilities, back_off_weights, children });
        }
        (!orders.is_empty()).then_some(Self { symbols, orders })
    }

    /// The symbol of `character`.
    pub(super) fn symbol(&self, character: char) -> u8 {
        let mut lowercase = character.to_lowercase();
        let folded = match (lowercase.next(), lowercase.next()) {
            _ if character.is_ascii_digit() => '0',
            (Some(lowercase), None) => lowercase,
            _ => character,
        };
        let index = self.symbols.iter().position(|&symbol| symbol == folded);
        index.and_then(|index| u8::try_from(index + 1).ok()).unwrap_or(UNKNOWN)
    }

    /// The context of the first character of a line: a space.
    pub(super) fn start_context(&self) -> Context {
        self.next_context(&Context::default(), self.symbol(' '))
    }

    /// The context of the character after `symbol`, which is in `context`.
    pub(super) fn next_context(&self, context: &Context, symbol: u8) -> Context {
        if symbol == UNKNOWN {
            return Context::default();
        }
        Context(std::array::from_fn(|length| self.find(context, length, symbol).unwrap_or(NONE)))
    }

    /// Logarithm of the ratio between the probability of `symbol` in `context` and anywhere. A symbol that
    /// was never counted is as improbable as others that are new there.
    pub(super) fn log_ratio(&self, context: &Context, symbol: u8) -> f32 {
        let log_probability = |length: usize| {
            let ngram = self.find(context, length, symbol)?;
            Some(i32::from(self.orders[length].log_probabilities[ngram as usize]))
        };
        let back_off_weight = |length: usize| {
            let ngram = Some(context.0[length - 1]).filter(|&ngram| ngram != NONE);
            let weights = &self.orders[length - 1].back_off_weights;
            ngram.map_or(0, |ngram| i32::from(weights[ngram as usize]))
        };
        let mut steps = -log_probability(0).unwrap_or(0);
        for length in (0..self.orders.len()).rev() {
            if let Some(log_probability) = log_probability(length) {
                steps += log_probability;
                break;
            }
            steps += if length > 0 { back_off_weight(length) } else { 0 };
        }
        -(steps as f32) / STEPS
    }

    /// The place of the n-gram of the last `length` symbols of `context` and `symbol` in its order.
    fn find(&self, context: &Context, length: usize, symbol: u8) -> Option<u32> {
        let order = self.orders.get(length)?;
        let children = match length.checked_sub(1).map(|shorter| context.0[shorter]) {
            None => 0..order.symbols.len(),
            Some(NONE) => return None,
            Some(parent) => {
                let ends = &self.orders[length - 1].children[parent as usize..][..2];
                ends[0] as usize..ends[1] as usize
            }
        };
        let place = order.symbols[children.clone()].binary_search(&symbol).ok()?;
        u32::try_from(children.start + place).ok()
    }
}

/// Splits the first `count` off `bytes`.
fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (first, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> NgramModel {
        let mut bytes = imagetotext_models::NGRAM;
        NgramModel::parse(&mut bytes).unwrap()
    }

    fn context(model: &NgramModel, before: &str) -> Context {
        let symbols = before.chars().map(|character| model.symbol(character));
        symbols.fold(model.start_context(), |context, symbol| model.next_context(&context, symbol))
    }

    fn probability(model: &NgramModel, before: &str, symbol: u8) -> f32 {
        let anywhere = model.find(&Context::default(), 0, symbol).unwrap();
        let anywhere = -f32::from(model.orders[0].log_probabilities[anywhere as usize]) / STEPS;
        (anywhere + model.log_ratio(&context(model, before), symbol)).exp()
    }

    #[test]
    fn the_probabilities_of_all_characters_sum_to_one() {
        let model = shipped();
        for before in ["", "th", " the", "tota", "straß", "qx#", "12:3", "zzzzz"] {
            let all = model.orders[0].symbols.iter();
            let sum: f32 = all.map(|&symbol| probability(&model, before, symbol)).sum();
            // Logarithms are stored in sixteenths.
            assert!((0.94..1.06).contains(&sum), "{sum} after “{before}”");
        }
    }

    #[test]
    fn usual_characters_are_more_probable_than_anywhere() {
        let model = shipped();
        let log_ratio =
            |before, character| model.log_ratio(&context(&model, before), model.symbol(character));
        assert!(log_ratio("TOTA", 'L') > 1.0);
        assert!(log_ratio("TOTA", 'I') < -1.0);
        assert!(log_ratio("stra", 'ß') > 1.0);
        assert!(log_ratio("q", 'u') > 2.0);
    }

    #[test]
    fn cases_of_a_letter_are_one_symbol_and_so_are_digits() {
        let model = shipped();
        for (one, other) in [('É', 'é'), ('3', '8'), ('ẞ', 'ß')] {
            assert_eq!(model.symbol(one), model.symbol(other));
        }
        assert_eq!(model.symbol('漢'), UNKNOWN);
        assert!(model.log_ratio(&context(&model, "th"), UNKNOWN) < -1.0);
    }
}
