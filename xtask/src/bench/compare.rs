//! The figures of two runs side by side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::measurement::Measurement;
use super::results::{ProgramResults, Results};
use super::score::Score;

/// Percentage points by which a class may get worse unmarked: less is a word or two.
const TOLERANCE: f64 = 0.2;
/// How many of the pictures that got worse are named.
const NAMED: usize = 10;

/// A table of each program that both runs measured, on the pictures that both read: before, after, and
/// what got worse.
pub(super) fn comparison(before: &Results, after: &Results) -> String {
    let mut text = String::new();
    for program in after.scored() {
        let earlier = before.scored().find(|earlier| earlier.name == program.name);
        let Some(earlier) = earlier else {
            let _ = write!(text, "\n{} was not measured before.\n", program.name);
            continue;
        };
        let pairs = pairs(earlier, program);
        let _ = write!(text, "\n## {}, before and after\n\n", program.name);
        let read = earlier.pictures.len().max(program.pictures.len());
        if pairs.len() < read {
            let _ = write!(text, "Only {} of {read} pictures are in both runs.\n\n", pairs.len());
        }
        classes(&pairs, after, &mut text);
        worse_pictures(&pairs, &mut text);
    }
    text
}

type Pair<'a> = (&'a Measurement, &'a Measurement);

/// The figures of the pictures that are in both.
fn pairs<'a>(before: &'a ProgramResults, after: &'a ProgramResults) -> Vec<Pair<'a>> {
    fn key(one: &Measurement) -> (&str, &str) {
        (&one.class, &one.name)
    }
    let before: BTreeMap<_, _> = before.pictures.iter().map(|one| (key(one), one)).collect();
    let pair = |after: &'a Measurement| Some((*before.get(&key(after))?, after));
    after.pictures.iter().filter_map(pair).collect()
}

fn classes(pairs: &[Pair<'_>], after: &Results, text: &mut String) {
    text.push_str(
        "| class | pictures | CER | order-free CER | word F1 | |\n|---|--:|--:|--:|--:|---|\n",
    );
    for class in after.classes() {
        let inside: Vec<_> = pairs
            .iter()
            .filter(|(_, after)| class.is_none_or(|class| after.class == class))
            .collect();
        if inside.is_empty() {
            continue;
        }
        let old = Score::sum(inside.iter().map(|(before, _)| before.score));
        let new = Score::sum(inside.iter().map(|(_, after)| after.score));
        let _ = write!(text, "| {} | {} |", class.unwrap_or("all"), inside.len());
        let mut worse = Vec::new();
        for (name, rate, more_is_better) in [
            ("CER", Score::character_error_rate as fn(&Score) -> f64, false),
            ("order-free CER", Score::order_free_error_rate, false),
            ("word F1", Score::word_f1, true),
        ] {
            let [old, new] = [old, new].map(|score| 100.0 * rate(&score));
            let _ = write!(text, " {old:.2} → {new:.2} ({:+.2}) |", new - old);
            if is_worse(old, new, more_is_better) {
                worse.push(name);
            }
        }
        let flag =
            if worse.is_empty() { String::new() } else { format!("worse: {}", worse.join(", ")) };
        let _ = writeln!(text, " {flag} |");
    }
}

fn is_worse(old: f64, new: f64, more_is_better: bool) -> bool {
    if more_is_better { old - new > TOLERANCE } else { new - old > TOLERANCE }
}

fn worse_pictures(pairs: &[Pair<'_>], text: &mut String) {
    let change = |(before, after): &Pair<'_>| {
        let rate = |one: &Measurement| 100.0 * one.score.character_error_rate();
        (rate(before), rate(after))
    };
    let mut worse: Vec<_> = pairs
        .iter()
        .map(|pair| (change(pair), pair.1))
        .filter(|((before, after), _)| is_worse(*before, *after, false))
        .collect();
    worse.sort_by(|((a, b), _), ((c, d), _)| (d - c).total_cmp(&(b - a)));
    if worse.is_empty() {
        return;
    }
    let _ = write!(text, "\n{} pictures got worse; the most:\n\n", worse.len());
    for ((before, after), picture) in worse.iter().take(NAMED) {
        let _ =
            writeln!(text, "- {}/{}: CER {before:.2} → {after:.2}", picture.class, picture.name);
    }
}

#[cfg(test)]
mod tests {
    use super::super::programs::Role;
    use super::super::results::invented::{program, results};
    use super::*;

    #[test]
    fn what_got_worse_is_marked() {
        let run = |scan, ui, more: &[(&str, &str, &str)]| {
            let texts = [&[("scan", "a", scan), ("ui", "b", ui)], more].concat();
            results(vec![program("ours", Role::Ours, &texts)])
        };
        let before = run("abcd", "aXXX", &[]);
        let after = run("abcX", "abcd", &[("ui", "new", "abcd")]);
        let text = comparison(&before, &after);
        for row in [
            "Only 2 of 3 pictures are in both runs.",
            "| scan | 1 | 0.00 → 25.00 (+25.00) | 0.00 → 25.00 (+25.00) | 100.00 → 0.00 (-100.00) | worse: CER, order-free CER, word F1 |",
            "| ui | 1 | 75.00 → 0.00 (-75.00) | 75.00 → 0.00 (-75.00) | 0.00 → 100.00 (+100.00) |  |",
            "| all | 2 | 37.50 → 12.50 (-25.00) |",
            "1 pictures got worse; the most:\n\n- scan/a: CER 0.00 → 25.00\n",
        ] {
            assert!(text.contains(row), "{row} in {text}");
        }
    }

    #[test]
    fn a_small_change_is_not_marked() {
        assert!(!is_worse(5.0, 5.19, false));
        assert!(is_worse(5.0, 5.21, false));
        assert!(!is_worse(95.0, 94.81, true));
        assert!(is_worse(95.0, 94.79, true));
        assert!(!is_worse(5.0, 1.0, false));
    }

    #[test]
    fn a_program_that_was_not_measured_before_is_named() {
        let texts = [("ui", "a", "abcd")];
        let before = results(vec![program("ours", Role::Ours, &texts)]);
        let after = results(vec![program("other", Role::Peer, &texts)]);
        assert!(comparison(&before, &after).contains("other was not measured before"));
    }
}
