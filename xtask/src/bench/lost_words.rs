//! The words that another program reads and we do not. They are printed and never saved.

use std::fmt::Write as _;

use super::cases::Case;
use super::programs::{Program, Role};
use super::score;

/// A line for each program of other people that read words of a picture that we did not.
pub(super) fn lost_words(case: &Case, texts: &[(&Program, String)]) -> String {
    let of = |role| texts.iter().filter(move |(program, _)| program.role == role);
    let Some((_, ours)) = of(Role::Ours).next() else { return String::new() };
    let mut lines = String::new();
    for (peer, text) in of(Role::Peer) {
        let lost = score::lost_words(&case.text, ours, text);
        if !lost.is_empty() {
            let (class, name) = (&case.class, &case.name);
            let _ = writeln!(lines, "- {class}/{name}, {}: {}", peer.name, lost.join(" "));
        }
    }
    lines
}
