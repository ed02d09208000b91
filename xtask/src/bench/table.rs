//! The figures of a run as Markdown: what each program cost, and its errors in each class.

use std::fmt::Write as _;

use super::cases::{Half, Selection};
use super::programs::Role;
use super::results::{ProgramResults, Results, median};
use super::score::Score;

/// A table of each class, with all figures.
pub(super) fn details(results: &Results) -> String {
    let mut text = introduction(results);
    costs(results, &mut text);
    text.push('\n');
    legend(results, &mut text);
    for class in results.classes() {
        class_table(results, class, &mut text);
    }
    if results.selection == Selection::All {
        halves(results, &mut text);
    }
    text
}

/// All classes in one table, and where others are better than we are.
pub(super) fn summary(results: &Results) -> String {
    let mut text = introduction(results);
    costs(results, &mut text);
    text.push('\n');
    let programs: Vec<_> = results.scored().collect();
    text.push_str("| class | pictures |");
    for program in &programs {
        let _ = write!(text, " {} |", program.name);
    }
    text.push_str(" better than ImageToText |\n|---|--:|");
    text.push_str(&"--:|".repeat(programs.len()));
    text.push_str("---|\n");
    for class in results.classes() {
        let scores: Vec<_> = programs.iter().map(|program| program.score(class)).collect();
        let best = scores.iter().map(|score| points(score.character_error_rate())).min();
        let pictures = scores.first().map_or(0, Score::cases);
        let _ = write!(text, "| {} | {pictures} |", class.unwrap_or("all"));
        for score in &scores {
            let cer = points(score.character_error_rate());
            let bold = if Some(cer) == best { "**" } else { "" };
            let free = points(score.order_free_error_rate());
            let f1 = points(score.word_f1());
            let _ = write!(
                text,
                " {bold}{}{bold} · {} · {} |",
                decimal(cer),
                decimal(free),
                decimal(f1)
            );
        }
        let _ = writeln!(text, " {} |", better(results, class));
    }
    text.push_str(
        "\nCER · order-free CER · word F1, in percent. The lowest CER of a class is bold.\n\n",
    );
    legend(results, &mut text);
    text
}

const LEGEND: &str = "\
CER: the character error rate over all pictures of a class. Order-free CER: the same when the order of \
the lines does not count, so the difference is what errors in the reading order cost. Word F1 ignores \
the order of words; in Chinese and Japanese a character is a word. The case of letters does not count in a class whose true texts are all in capitals \
(receipts). Tesseract gets the language of a picture where its name says it, and English otherwise. \
RapidOCR runs with PP-OCRv6 small, the models in its package; its boxes are joined row by row.\n";

fn legend(results: &Results, text: &mut String) {
    text.push_str(LEGEND);
    let of_peers = results.programs.iter().any(|program| program.role == Role::Peer);
    if of_peers && !results.missing_packs.is_empty() {
        let packs = results.missing_packs.join(", ");
        let _ = write!(
            text,
            "\n**Tesseract lacked the packs {packs} and read those pictures with English alone.**\n"
        );
    }
}

/// Processes beside a run that change its times: one may be the shell that started it.
const BUSY: f64 = 1.0;

fn introduction(results: &Results) -> String {
    let pictures = match results.selection {
        Selection::Tune => "These are the tuning pictures",
        Selection::Test => {
            "These are the test pictures. Numbers were tuned on some of them before they were split; since \
             then, none is tuned on these"
        }
        Selection::All => "Half of these pictures were used for tuning",
    };
    let busy = match results.load {
        Some(load) if load > BUSY => {
            format!(" **The computer was busy (load {load:.1}): all times are too long.**")
        }
        _ => String::new(),
    };
    format!(
        "A new process reads each picture with {} threads, and its start counts. All programs take turns \
         in the same run. {pictures} (the rule is in `xtask/src/bench/cases.rs`).{busy}\n\n",
        results.threads
    )
}

fn costs(results: &Results, text: &mut String) {
    text.push_str(
        "| program | seconds per picture (median) | peak memory (maximum) | failed |\n\
         |---|--:|--:|--:|\n",
    );
    for program in &results.programs {
        let seconds = program.seconds(None);
        let peak = program.pictures.iter().map(|one| one.peak).max().unwrap_or_default() >> 20;
        let failed = program.pictures.iter().filter(|one| one.failed).count();
        let _ = writeln!(text, "| {} | {seconds:.2} | {peak} MiB | {failed} |", program.name);
    }
    if let (Some(ours), Some(unwiped)) = (results.of(Role::Ours), results.of(Role::Unwiped)) {
        let pairs = ours.pictures.iter().zip(&unwiped.pictures);
        let ratio = median(pairs.map(|(a, b)| a.seconds / b.seconds).collect());
        let _ = write!(text, "\nWiping all freed memory takes {ratio:.2} × the time.\n");
    }
}

/// The programs side by side in one class.
fn class_table(results: &Results, class: Option<&str>, text: &mut String) {
    let programs: Vec<_> = results.scored().collect();
    let pictures = programs.first().map_or(0, |program| program.score(class).cases());
    let noun = if pictures == 1 { "picture" } else { "pictures" };
    let _ = write!(
        text,
        "\n## {}: {pictures} {noun}\n\n\
         | program | CER | order-free CER | cost of order | mean CER | word F1 | seconds (median) |\n\
         |---|--:|--:|--:|--:|--:|--:|\n",
        class.unwrap_or("all"),
    );
    for program in programs {
        let score = program.score(class);
        let (cer, free) = (score.character_error_rate(), score.order_free_error_rate());
        let figures = [cer, free, cer - free, score.mean_error_rate(), score.word_f1()];
        let _ = write!(text, "| {} |", program.name);
        for figure in figures {
            let _ = write!(text, " {:.2} % |", 100.0 * figure);
        }
        let _ = writeln!(text, " {:.2} |", program.seconds(class));
    }
    let better = better(results, class);
    if !better.is_empty() {
        let _ = write!(text, "\nBetter than ImageToText: {better}.\n");
    }
}

/// Which programs of other people are better than ours in a class, and by which figures.
fn better(results: &Results, class: Option<&str>) -> String {
    let Some(ours) = results.of(Role::Ours).map(|ours| ours.score(class)) else {
        return String::new();
    };
    let peers = results.programs.iter().filter(|program| program.role == Role::Peer);
    let better = peers.filter_map(|peer| {
        let theirs = peer.score(class);
        let figures = [
            ("CER", theirs.character_error_rate() < ours.character_error_rate()),
            ("order-free CER", theirs.order_free_error_rate() < ours.order_free_error_rate()),
            ("word F1", theirs.word_f1() > ours.word_f1()),
        ];
        let figures: Vec<_> = figures.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
        (!figures.is_empty()).then(|| format!("{} ({})", peer.name, figures.join(", ")))
    });
    better.collect::<Vec<_>>().join("; ")
}

/// Our errors in the two halves: numbers that fit the tuning pictures only would show here.
fn halves(results: &Results, text: &mut String) {
    let Some(ours) = results.of(Role::Ours) else { return };
    text.push_str(
        "\n## Tuning and test pictures\n\n\
         | class | ImageToText CER, tuning | test | order-free CER, tuning | test |\n\
         |---|--:|--:|--:|--:|\n",
    );
    for class in results.classes() {
        let scores = [Half::Tune, Half::Test].map(|half| half_score(ours, class, half));
        let _ = write!(text, "| {} |", class.unwrap_or("all"));
        for rate in [Score::character_error_rate, Score::order_free_error_rate] {
            for score in scores {
                match score.cases() {
                    0 => text.push_str(" – |"),
                    _ => {
                        let _ = write!(text, " {:.2} % |", 100.0 * rate(&score));
                    }
                }
            }
        }
        text.push('\n');
    }
}

fn half_score(program: &ProgramResults, class: Option<&str>, half: Half) -> Score {
    let pictures = program.in_class(class).filter(|one| one.half == half);
    Score::sum(pictures.map(|one| one.score))
}

/// Tenths of a percent, so that rates that look equal are equal.
fn points(rate: f64) -> u64 {
    (rate * 1000.0).round() as u64
}

fn decimal(points: u64) -> String {
    format!("{}.{}", points / 10, points % 10)
}

#[cfg(test)]
mod tests {
    use super::super::results::invented::{program, results};
    use super::*;

    fn invented() -> Results {
        let texts = |scan, ui| [("scan", "a", scan), ("ui", "b", ui)];
        results(vec![
            program("ours", Role::Ours, &texts("abcd", "aXXX")),
            program("plain", Role::Unwiped, &texts("abcd", "aXXX")),
            program("other", Role::Peer, &texts("abXd", "abcX")),
            program("other, one thread", Role::PeerSettings, &texts("abXd", "abcX")),
        ])
    }

    fn assert_has(text: &str, rows: &[&str]) {
        for row in rows {
            assert!(text.contains(row), "{row} in {text}");
        }
    }

    #[test]
    fn details_show_every_program_in_every_class() {
        let text = details(&invented());
        assert_has(
            &text,
            &[
                "| ours | 2.00 | 3 MiB | 0 |",
                "| other, one thread | 2.00 | 3 MiB | 0 |",
                "takes 1.00 × the time",
                "## scan: 1 picture\n",
                "| ours | 0.00 % | 0.00 % | 0.00 % | 0.00 % | 100.00 % | 2.00 |",
                "| other | 25.00 % | 25.00 % | 0.00 % | 25.00 % | 0.00 % | 2.00 |",
                "## all: 2 pictures\n",
                "since then, none is tuned on these",
            ],
        );
        assert!(!text.contains("| plain | 0.00 %"));
        assert!(!text.contains("Tuning and test"));
    }

    #[test]
    fn the_summary_says_where_others_are_better() {
        let text = summary(&invented());
        assert_has(
            &text,
            &[
                "| class | pictures | ours | other | better than ImageToText |\n|---|--:|--:|--:|---|\n",
                "| scan | 1 | **0.0** · 0.0 · 100.0 | 25.0 · 25.0 · 0.0 |  |",
                "| ui | 1 | 75.0 · 75.0 · 0.0 | **25.0** · 25.0 · 0.0 | other (CER, order-free CER) |",
            ],
        );
    }

    #[test]
    fn times_of_a_busy_computer_are_marked() {
        let text = |load| summary(&Results { load, ..invented() });
        assert_has(&text(Some(7.25)), &["busy (load 7.2)"]);
        for free in [None, Some(0.4)] {
            assert!(!text(free).contains("busy"), "{free:?}");
        }
    }

    #[test]
    fn missing_packs_are_named() {
        let text = summary(&Results { missing_packs: vec!["rus".into()], ..invented() });
        assert_has(&text, &["lacked the packs rus and"]);
        assert!(!summary(&invented()).contains("lacked"));
    }

    #[test]
    fn all_pictures_show_both_halves() {
        let text = details(&Results { selection: Selection::All, ..invented() });
        assert_has(
            &text,
            &[
                "| scan | 0.00 % | – | 0.00 % | – |",
                "| ui | – | 75.00 % | – | 75.00 % |",
                "| all | 0.00 % | 75.00 % | 0.00 % | 75.00 % |",
            ],
        );
    }
}
