//! Tells from what the recogniser of Latin sees in a line which script the line is in.

use super::script::Script;
use crate::dense_network::DenseNetwork;

/// Tuned numbers of this stage; on drawn pages in all scripts.
struct Tuning {
    /// How many lines of the page count as much as a prior of no lines: the fewer, the more a line is judged by
    /// its page.
    prior_lines: f32,
}

const TUNING: Tuning = Tuning { prior_lines: 1.5 };

/// The network that tells scripts apart.
#[derive(Debug)]
pub(super) struct ScriptClassifier {
    network: DenseNetwork,
}

/// Probability of each of [`Script::ALL`], 0 to 1.
pub(super) type ScriptProbabilities = [f32; Script::ALL.len()];

/// The scripts of the lines of a page that were read before.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PageScripts {
    counts: [f32; Script::ALL.len()],
}

impl ScriptClassifier {
    /// `None` when `bytes` are no such network.
    pub(super) fn parse(mut bytes: &[u8]) -> Option<Self> {
        let network = DenseNetwork::parse(&mut bytes)?;
        bytes.is_empty().then_some(Self { network })
    }

    /// Classifies a line by the features of its reading (see [`imagetotext_nn::Output::features`]), on a page
    /// with these other lines.
    pub(super) fn classify(&self, features: &[f32], page: &PageScripts) -> ScriptProbabilities {
        let outputs = self.network.run(features);
        let mut scores = [0.0; Script::ALL.len()];
        for (index, score) in scores.iter_mut().enumerate() {
            *score = outputs.get(index).copied().unwrap_or(0.0) + page.log_prior(index);
        }
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let powers = scores.map(|score| (score - most).exp());
        let sum: f32 = powers.iter().sum();
        powers.map(|power| power / sum)
    }
}

impl PageScripts {
    /// Counts a line.
    pub(super) fn add(&mut self, script: Script) {
        if let Some(index) = script.index() {
            self.counts[index] += 1.0;
        }
    }

    /// Whether at least as many lines are in a script as in any other.
    pub(super) fn are_mostly(&self, script: Script) -> bool {
        let count = script.index().map_or(0.0, |index| self.counts[index]);
        count > 0.0 && self.counts.iter().all(|&other| other <= count)
    }

    /// Whether most of the lines are in a script, or a quarter of them and more than one.
    pub(super) fn are_common(&self, script: Script) -> bool {
        let count = script.index().map_or(0.0, |index| self.counts[index]);
        let is_quarter = count > 1.0 && 4.0 * count >= self.counts.iter().sum::<f32>();
        is_quarter || self.are_mostly(script)
    }

    /// Logarithm of how usual a script is on the page, in relation to the most usual one.
    fn log_prior(&self, index: usize) -> f32 {
        let count = |index: usize| self.counts[index] + TUNING.prior_lines;
        let most = (0..self.counts.len()).map(count).fold(0.0, f32::max);
        (count(index) / most).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One layer with one feature, which speaks for Cyrillic.
    fn classifier() -> ScriptClassifier {
        let classes = Script::ALL.len();
        let mut bytes: Vec<u8> =
            [1, 1, classes as u32].iter().flat_map(|it| it.to_le_bytes()).collect();
        let alphabets = Script::Alphabets.index().unwrap();
        let weights = (0..classes).map(|class| if class == alphabets { 1.0_f32 } else { 0.0 });
        bytes.extend(weights.flat_map(f32::to_le_bytes));
        bytes.extend([0; 4].repeat(classes));
        ScriptClassifier::parse(&bytes).unwrap()
    }

    #[test]
    fn features_decide_and_probabilities_sum_to_one() {
        let found = classifier().classify(&[3.0], &PageScripts::default());
        assert!((found.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!(Script::Alphabets.probability(&found) > 0.7);
        assert!(Script::Latin.probability(&found) < 0.1);
    }

    #[test]
    fn a_script_of_a_quarter_of_the_lines_is_common() {
        let page = |latin: usize, alphabets: usize| {
            let mut page = PageScripts::default();
            (0..latin).for_each(|_| page.add(Script::Latin));
            (0..alphabets).for_each(|_| page.add(Script::Alphabets));
            page.are_common(Script::Alphabets)
        };
        assert!(page(6, 2) && page(1, 1) && !page(7, 2) && !page(3, 1) && !page(0, 0));
    }

    #[test]
    fn other_lines_of_the_page_decide_where_features_do_not() {
        let mut page = PageScripts::default();
        for _ in 0..8 {
            page.add(Script::Cjk);
        }
        let found = classifier().classify(&[0.5], &page);
        assert!(Script::Cjk.probability(&found) > Script::Alphabets.probability(&found));
        let found = classifier().classify(&[9.0], &page);
        assert!(Script::Alphabets.probability(&found) > 0.9);
    }

    #[test]
    fn files_that_hold_no_classifier_are_refused() {
        let bytes = imagetotext_models::SCRIPTS;
        assert!(ScriptClassifier::parse(bytes).is_some());
        for end in [0, 3, 100, bytes.len() - 1] {
            assert!(ScriptClassifier::parse(&bytes[..end]).is_none(), "{end}");
        }
        assert!(ScriptClassifier::parse(&[bytes, b"x"].concat()).is_none());
    }
}
