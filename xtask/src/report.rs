//! The table of a bench: printed, written to a file, and taken over by README.md.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::bench::Run;
use crate::process::root;
use crate::score::Score;

/// Where the table goes, from the root of the repository.
pub(crate) const FILE: &str = "models/BENCHMARK.md";

const BEGIN: &str = "<!-- benchmark -->";
const END: &str = "<!-- /benchmark -->";

/// All runs of all engines; the first is ours, the second ours without wiping.
#[derive(Debug)]
pub(crate) struct Table {
    engines: Vec<(String, Vec<Run>)>,
    threads: usize,
}

impl Table {
    /// The runs of each engine, over the same pictures in the same order.
    pub(crate) fn new(engines: Vec<(String, Vec<Run>)>, threads: usize) -> Self {
        Self { engines, threads }
    }

    /// The tables and how to read them.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "One process for each picture, start included, {} threads; all programs in one run, \
             in turn.\n\n",
            self.threads
        );
        self.costs(&mut text);
        text.push('\n');
        self.mistakes(&mut text);
        if let [(_, wiping), (_, plain), ..] = self.engines.as_slice() {
            let ratios = wiping.iter().zip(plain).map(|(a, b)| a.seconds / b.seconds);
            let ratio = median(ratios.collect());
            let _ = write!(
                text,
                "\nWiping all memory that is given back takes {ratio:.2} × the time.\n"
            );
        }
        text.push_str(
            "\nCER: share of wrong characters, over all pictures of a class and as the mean of \
             each picture's. F1: words found, order aside.\n",
        );
        text
    }

    fn costs(&self, text: &mut String) {
        text.push_str(
            "| program | seconds a picture (median) | peak memory (most) |\n|---|--:|--:|\n",
        );
        for (name, runs) in &self.engines {
            let seconds = median(runs.iter().map(|run| run.seconds).collect());
            let peak = runs.iter().map(|run| run.peak).max().unwrap_or_default() >> 20;
            let _ = writeln!(text, "| {name} | {seconds:.2} | {peak} MiB |");
        }
    }

    fn mistakes(&self, text: &mut String) {
        text.push_str("| class | pictures | program | CER | mean CER | word F1 |\n|---|--:|---|--:|--:|--:|\n");
        let all = self.engines.iter().flat_map(|(_, runs)| runs);
        let classes: BTreeSet<&str> = all.map(|run| run.class.as_str()).collect();
        let classes = classes.into_iter().map(Some).chain([None]);
        for class in classes {
            for (number, (name, runs)) in self.engines.iter().enumerate() {
                // Reads exactly like ours.
                if number == 1 {
                    continue;
                }
                let of_class = |run: &&Run| class.is_none_or(|class| run.class == class);
                let score = Score::sum(runs.iter().filter(of_class).map(|run| run.score));
                let _ = writeln!(
                    text,
                    "| {} | {} | {name} | {:.2} % | {:.2} % | {:.2} % |",
                    class.unwrap_or("all"),
                    score.cases(),
                    100.0 * score.character_error_rate(),
                    100.0 * score.mean_error_rate(),
                    100.0 * score.word_f1(),
                );
            }
        }
    }
}

/// Prints the tables and writes them; README.md quotes those of the usual file.
pub(crate) fn publish(tables: &str, out: &Path) -> Result<()> {
    println!("\n{tables}");
    let page = format!("# Benchmark\n\nMade by `cargo xtask bench`.\n\n{tables}");
    std::fs::write(out, page).with_context(|| format!("{} cannot be written", out.display()))?;
    if out == root().join(FILE) {
        let readme = root().join("README.md");
        let text = std::fs::read_to_string(&readme)?;
        let text = quoted(&text, tables).context("README.md has no place for the benchmark")?;
        std::fs::write(&readme, text)?;
    }
    Ok(())
}

/// `page` with `tables` between its two marks.
fn quoted(page: &str, tables: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{tables}{END}{after}"))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(class: &str, got: &str, seconds: f64) -> Run {
        Run { class: class.into(), score: Score::of("abcd", got), seconds, peak: 3 << 20 }
    }

    #[test]
    fn tables_show_every_class_and_what_wiping_costs() {
        let engines = [("ours", "abcd", 2.0), ("plain", "abcd", 1.0), ("other", "abXd", 4.0)];
        let engines = engines.map(|(name, got, seconds)| {
            (name.to_owned(), vec![run("scan", got, seconds), run("ui", "", seconds)])
        });
        let text = Table::new(engines.into(), 2).markdown();
        for row in [
            "| ours | 2.00 | 3 MiB |",
            "| scan | 1 | ours | 0.00 % | 0.00 % | 100.00 % |",
            "| scan | 1 | other | 25.00 % | 25.00 % | 0.00 % |",
            "| all | 2 | ours | 50.00 % | 50.00 % | 66.67 % |",
            "takes 2.00 × the time",
        ] {
            assert!(text.contains(row), "{row} in {text}");
        }
        assert!(!text.contains("| scan | 1 | plain"));
    }

    #[test]
    fn the_quotation_is_replaced_each_time() {
        let page = format!("before\n{BEGIN}\nold\n{END}\nafter");
        let page = quoted(&page, "new\n").unwrap();
        assert_eq!(page, format!("before\n{BEGIN}\nnew\n{END}\nafter"));
        assert_eq!(quoted("no marks", "new"), None);
    }

    #[test]
    fn the_median_is_the_middle() {
        for (values, want) in [(vec![3.0, 1.0, 2.0], 2.0), (vec![4.0, 1.0], 2.5), (vec![], 0.0)] {
            assert!((median(values) - want).abs() < f64::EPSILON);
        }
    }
}
