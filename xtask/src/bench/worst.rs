//! The pictures that we read worst, and the words that others read in them.

use std::fmt::Write as _;

use super::programs::Role;
use super::results::Results;
use super::score::Score;

/// The `count` pictures with the highest character error rates of our program, beside the best of the
/// others.
pub(super) fn worst(results: &Results, count: usize) -> String {
    let Some(ours) = results.of(Role::Ours) else { return String::new() };
    let mut order: Vec<usize> = (0..ours.pictures.len()).collect();
    let rate = |index: &usize| ours.pictures[*index].score.character_error_rate();
    order.sort_by(|a, b| rate(b).total_cmp(&rate(a)));
    let mut text = String::from("\n## Worst pictures\n\n");
    for index in order.into_iter().take(count) {
        let picture = &ours.pictures[index];
        let percent = |rate: f64| 100.0 * rate;
        let _ = write!(
            text,
            "- {}/{}: CER {:.2} %, order-free {:.2} %",
            picture.class,
            picture.name,
            percent(picture.score.character_error_rate()),
            percent(picture.score.order_free_error_rate()),
        );
        let peers = results.programs.iter().filter(|program| program.role == Role::Peer);
        let peers = peers.filter_map(|peer| Some((&peer.name, peer.pictures.get(index)?.score)));
        let rates = peers.map(|(name, score): (_, Score)| (name, score.character_error_rate()));
        if let Some((name, rate)) = rates.min_by(|(_, a), (_, b)| a.total_cmp(b)) {
            let _ = write!(text, "; {name} {:.2} %", percent(rate));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::results::invented::{program, results};
    use super::*;

    #[test]
    fn the_worst_come_first() {
        let texts = |a, b, c| [("ui", "a", a), ("ui", "b", b), ("scan", "c", c)];
        let results = results(vec![
            program("ours", Role::Ours, &texts("abcX", "XXXX", "abcd")),
            program("other", Role::Peer, &texts("abcd", "abXX", "abXX")),
            program("third", Role::Peer, &texts("abcd", "aXXX", "abcd")),
        ]);
        assert_eq!(
            worst(&results, 2),
            "\n## Worst pictures\n\n\
             - ui/b: CER 100.00 %, order-free 100.00 %; other 50.00 %\n\
             - ui/a: CER 25.00 %, order-free 25.00 %; other 0.00 %\n"
        );
    }
}
