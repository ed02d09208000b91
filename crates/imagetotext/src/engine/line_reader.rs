//! Reads the lines that were found: many at once, each on one thread, and by the recogniser of its script.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use imagetotext_nn::ThreadPool;
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

use super::crop::NORMAL_MARGINS;
use super::grey_image::GreyImage;
use super::language_model::LanguageModel;
use super::line_crops::LineCrops;
use super::line_reading::{LineReading, is_doubtful};
use super::look_alikes::PageScript;
use super::other_scripts::OtherScripts;
use super::page_knowledge::{PageKnowledge, other_script_of, scripts_of};
use super::plain_signs::{UNKNOWN, is_foreign};
use super::reading_choice::ReadingChoice;
use super::recogniser::{ReadLine, Recogniser};
use super::regions::Region;
use super::scale::median_height;
use super::script::{Script, is_ambiguous, is_cjk_letter, unread_line};
use super::script_choice::ScriptChoice;
use super::script_classifier::PageScripts;
use super::second_opinion;
use crate::{Error, Line, panics};

/// Tuned numbers of which scripts are tried; on drawn pages in all scripts.
struct Tuning {
    /// Probability of another script at least, for a line that makes no sense in Latin: where letters are unknown, and
    /// on a page where that script is common.
    other: [f32; 2],
    /// The same for a line whose letters may be in either, on such a page.
    ambiguous: f32,
    /// Mean confidence of its letters that Latin does not have, from which a reading in another script counts.
    foreign: f32,
}

const TUNING: Tuning = Tuning { other: [0.3, 0.7], ambiguous: 0.95, foreign: 0.5 };

const READING_FAILED: Error = Error::Internal("a reading thread failed");

/// What a line turns out to be.
enum LineOutcome {
    Text(ReadLine),
    /// In a script that is not read.
    Unread(Line),
}

/// The recognisers.
pub(super) struct LineReader {
    latin: Recogniser,
    others: Option<OtherScripts>,
}

impl LineReader {
    /// Without `others`, `latin` reads all lines.
    pub(super) fn new(latin: Recogniser, others: Option<OtherScripts>) -> Self {
        Self { latin, others }
    }

    pub(super) fn language_model(&self) -> Option<&LanguageModel> {
        self.latin.alphabet.language_model()
    }

    /// Characters that the first recogniser knows.
    pub(super) fn alphabet_len(&self) -> usize {
        self.latin.alphabet.len()
    }

    /// What the first recogniser sees in a line.
    #[cfg(feature = "layout-training")]
    pub(super) fn features(
        &self,
        picture: GreyImage<'_>,
        region: &Region,
    ) -> Result<Vec<f32>, Error> {
        Ok(self.latin.read_once(&LineCrops::new(picture, region))?.features.to_vec())
    }

    /// Adds what the `lines` of a page tell of it, all of which these are.
    pub(super) fn learn_page(&self, page: &mut PageKnowledge, lines: &[Line]) {
        page.scripts = self.scripts_of(lines);
        page.other_script = self.language_model().and_then(|model| other_script_of(lines, model));
        page.is_read = true;
    }

    /// The scripts of `lines`, for the others of their page.
    pub(super) fn scripts_of(&self, lines: &[Line]) -> PageScripts {
        scripts_of(lines, |letter| self.latin.alphabet.knows(letter))
    }

    /// Reads all `regions` on the threads of `pool`; calls `before_line` and `after_line` for each.
    pub(super) fn read_all(
        &self,
        picture: GreyImage<'_>,
        regions: &[Region],
        page: &PageKnowledge,
        pool: &ThreadPool,
        before_line: impl Fn() -> Result<(), Error> + Sync,
        after_line: impl Fn() + Sync,
    ) -> Result<Vec<Line>, Error> {
        let page_height = median_height(regions);
        let mut queue: Vec<&Region> = regions.iter().collect();
        // The longest first, so that no thread waits for one at the end.
        queue.sort_by(|a, b| b.length_in_heights().total_cmp(&a.length_in_heights()));
        let read = |(place, region): (usize, &Region)| {
            before_line()?;
            // The message of a panic may quote a text.
            let line = panics::contain(|| self.read(picture, region, page_height, page))
                .unwrap_or(Err(READING_FAILED))?;
            after_line();
            Ok((place, line))
        };
        // The bridge hands out lines in the order of the queue.
        let read_queue =
            || queue.into_iter().enumerate().par_bridge().map(read).collect::<Result<Vec<_>, _>>();
        // The callbacks may panic as well. Unwind safe: nobody sees what the threads were changing.
        let mut lines = catch_unwind(AssertUnwindSafe(|| pool.run(read_queue)))
            .unwrap_or(Err(READING_FAILED))?;
        lines.sort_unstable_by_key(|(place, _)| *place);
        Ok(lines.into_iter().filter_map(|(_, line)| line).collect())
    }

    /// Whether a line of a page may be in another script than it was read in: one of Latin that makes no sense in it, or
    /// may as well be in another alphabet, or has words of it on a page in another; or among Chinese ones a price with its unit.
    pub(super) fn is_maybe_foreign(&self, line: &Line, page: &PageKnowledge) -> bool {
        let text = || line.words.iter().flat_map(|word| word.text.chars().chain([' ']));
        match Script::of(line, |it| self.latin.alphabet.knows(it)) {
            None | Some(Script::Latin)
                if page.scripts.are_mostly(Script::Cjk) && line.words.iter().any(is_doubtful) =>
            {
                true
            }
            Some(Script::Latin) if page.other_script.is_some() => true,
            Some(Script::Latin) => is_ambiguous(text()) || !self.choice().is_usual(text()),
            _ => false,
        }
    }

    /// The recogniser of Chinese, Japanese and Korean, where a page may be in these.
    fn cjk(&self, page: &PageKnowledge) -> Result<Option<&Recogniser>, Error> {
        let may_be = matches!(page.choice, ScriptChoice::Auto | ScriptChoice::Cjk);
        let others = self.others.as_ref().filter(|_| may_be);
        others.map_or(Ok(None), OtherScripts::cjk)
    }

    fn choice(&self) -> ReadingChoice<'_> {
        ReadingChoice { alphabet: &self.latin.alphabet }
    }

    /// The script of the letters of a page, for [`look_alikes`](super::look_alikes), where that is not Latin.
    pub(super) fn page_script(&self, page: &PageKnowledge) -> Option<PageScript<'_>> {
        Some(PageScript { script: page.other_script?, model: self.language_model()? })
    }

    /// Reads one line of a page whose lines are usually `page_height` pixels high.
    pub(super) fn read(
        &self,
        picture: GreyImage<'_>,
        region: &Region,
        page_height: f32,
        page: &PageKnowledge,
    ) -> Result<Option<Line>, Error> {
        let crops = LineCrops::new(picture, region);
        if page.is_vertical
            && let Some(cjk) = self.cjk(page)?
        {
            return Ok(cjk.read_vertical(&crops)?.and_then(ReadLine::into_line));
        }
        let read = |recogniser: &Recogniser| recogniser.read(&crops, page_height);
        let line = match (&self.others, page.choice) {
            (None, _) | (_, ScriptChoice::Latin) => read(&self.latin)?,
            (Some(others), ScriptChoice::Alphabets) => read(others.alphabets()?)?,
            (Some(others), ScriptChoice::Cjk) => read(others.cjk()?.unwrap_or(&self.latin))?,
            (Some(others), ScriptChoice::Auto) => {
                match self.read_in_its_script(&crops, page_height, page, others)? {
                    LineOutcome::Text(line) => line,
                    LineOutcome::Unread(line) => return Ok(Some(line)),
                }
            }
        };
        Ok(self.latin.with_exponents(&crops, line)?.into_line())
    }

    /// Reads one line in the script that it is in.
    fn read_in_its_script(
        &self,
        crops: &LineCrops<'_>,
        page_height: f32,
        page: &PageKnowledge,
        others: &OtherScripts,
    ) -> Result<LineOutcome, Error> {
        let read = |recogniser: &Recogniser| recogniser.read(crops, page_height);
        let choice = self.choice();
        let first = self.latin.read_once(crops)?;
        let mut scripts = others.classify(&first.features, &page.scripts);
        let is_ambiguous = page.is_read && is_ambiguous(first.characters_with_blanks());
        let is_maybe_cjk =
            page.is_read && first.is_doubtful() && page.scripts.are_mostly(Script::Cjk);
        let is_usual = !is_ambiguous
            && !is_maybe_cjk
            && page.other_script.is_none()
            && !first.is_short_and_doubtful()
            && choice.is_usual(first.characters_with_blanks());
        if !is_usual {
            let is_unreadable = is_foreign(first.characters());
            let [unknown, on_page] = TUNING.other;
            let on_page = if is_ambiguous { TUNING.ambiguous } else { on_page };
            for script in [Script::Alphabets, Script::Cjk] {
                if page.is_read && page.scripts.are_common(script) {
                    script.raise(&mut scripts, on_page);
                } else if is_unreadable
                    || script == Script::Alphabets && first.has_unknown_letters()
                {
                    script.raise(&mut scripts, unknown);
                }
            }
        }
        if let Some((script, confidence)) = others.unread(&scripts) {
            let length = first.words.iter().map(|it| it.word.characters.len()).sum();
            let line = unread_line(crops.region.quad, script, length, confidence);
            return Ok(LineOutcome::Unread(line));
        }
        let mut readings = Vec::new();
        for (recogniser, script, probability) in others.possible(&scripts, is_usual)? {
            let line = match page.other_script {
                Some(it) if script == Script::Alphabets => read(&recogniser.expecting(it))?,
                _ => read(recogniser)?,
            };
            // Signs look alike in all scripts, and the others know more of them.
            let is_foreign = |it: char| match script {
                Script::Cjk => is_cjk_letter(it),
                _ => choice.is_beyond_latin(it),
            };
            let is_better = match line.reading.confidence_of(is_foreign) {
                Some(confidence) => confidence >= TUNING.foreign,
                None => script != Script::Cjk && first.is_doubtful(),
            };
            if is_better {
                readings.push((line, probability));
            }
        }
        let others_read = readings.len();
        let latin = OtherScripts::latin(&scripts);
        if latin.is_some() || readings.is_empty() {
            let line = self.latin.read_again(crops, page_height, first)?;
            readings.push((line, latin.unwrap_or(f32::MIN_POSITIVE)));
        }
        let best = choice.best(&readings);
        let ReadLine { quad, mut reading } = readings.swap_remove(best).0;
        if best == others_read {
            if second_opinion::is_needed(&reading) {
                let recognisers = [&self.latin, others.alphabets()?];
                reading = second_opinion::correct(reading, recognisers, crops)?;
            }
            reading = self.with_foreign_words(crops, reading, others)?;
        }
        Ok(LineOutcome::Text(ReadLine { quad, reading }))
    }

    /// A Latin line, with its words of other scripts read by their recognisers.
    fn with_foreign_words(
        &self,
        crops: &LineCrops<'_>,
        reading: LineReading,
        others: &OtherScripts,
    ) -> Result<LineReading, Error> {
        if !reading.may_have_foreign_words() {
            return Ok(reading);
        }
        let parts = others.alphabets()?.parts(crops, NORMAL_MARGINS);
        let has_unknown = Cell::new(false);
        let read = |part| {
            let part = parts.read(part)?;
            has_unknown.set(has_unknown.get() || part.characters().any(|it| it == UNKNOWN));
            Ok(part)
        };
        let reading = reading.reread_foreign(read, |it| self.choice().is_beyond_latin(it))?;
        match if has_unknown.get() { others.cjk()? } else { None } {
            Some(cjk) => {
                let parts = cjk.parts(crops, NORMAL_MARGINS);
                reading.reread_foreign(|part| parts.read(part), is_cjk_letter)
            }
            None => Ok(reading),
        }
    }
}
