//! The second pass over a page: when all lines have been read, the scripts of the page say which to read again, and what
//! letters are that look alike.

use super::alternatives::keep_surer;
use super::case_by_height::settle_case;
use super::cyrillic_forms::read_cyrillic_forms;
use super::line_reader::LineReader;
use super::page_knowledge::PageKnowledge;
use super::regions::Region;
use super::script::Script;
use super::script_choice::ScriptChoice;
use super::short_lines::fit_low_lines;
use super::upright_view::UprightView;
use crate::{Error, Line, Quad, Word};

/// Lines that are read again, each with whether its box has changed, and their boxes.
type Again = (Vec<(Line, bool)>, Vec<Region>);

/// The `lines` of a page after the second pass; `read` reads lines of the picture.
pub(super) fn second_pass(
    mut lines: Vec<Line>,
    reader: &LineReader,
    page: &PageKnowledge,
    view: &UprightView<'_>,
    read: impl Fn(&[Region]) -> Result<Vec<Line>, Error>,
) -> Result<Vec<Line>, Error> {
    let script = reader.page_script(page);
    let is_common = |it: &Script| page.scripts.are_common(*it);
    if page.choice == ScriptChoice::Auto && [Script::Alphabets, Script::Cjk].iter().any(is_common) {
        let (kept, latin, low) = divided(lines, reader, page, view);
        lines = kept;
        let mut latin = keep_surer(latin.0, read(&latin.1)?);
        replace_words(&mut latin, |word| script?.settled(&word.text));
        lines.extend(latin);
        lines.extend(keep_surer(low.0, read(&low.1)?));
    }
    if let Some(script) = script {
        replace_words(&mut lines, |word| script.in_one_script(&word.text));
        if script.is_cyrillic() {
            settle_case(&mut lines, view);
            read_cyrillic_forms(&mut lines);
        }
    }
    Ok(lines)
}

/// Lines that stay as they are, those of Latin that may be in another script, and others whose boxes are too low.
fn divided(
    lines: Vec<Line>,
    reader: &LineReader,
    page: &PageKnowledge,
    view: &UprightView<'_>,
) -> (Vec<Line>, Again, Again) {
    let straight = |quad: Quad| Region::straight(quad, quad.height());
    let upright = lines.iter().map(|line| straight(view.to_upright(line.quad)));
    let mut regions: Vec<Region> = upright.collect();
    let is_fitted = fit_low_lines(view.picture(), &mut regions);
    let (mut kept, mut latin, mut low) = (Vec::new(), Again::default(), Again::default());
    for ((line, region), is_fitted) in lines.into_iter().zip(regions).zip(is_fitted) {
        let again = if reader.is_maybe_foreign(&line, page) {
            &mut latin
        } else if is_fitted {
            &mut low
        } else {
            kept.push(line);
            continue;
        };
        let quad = if is_fitted { view.rotation.quad_to_picture(region.quad) } else { line.quad };
        again.0.push((line, is_fitted));
        again.1.push(straight(quad));
    }
    (kept, latin, low)
}

fn replace_words(lines: &mut [Line], other: impl Fn(&Word) -> Option<String>) {
    for word in lines.iter_mut().flat_map(|line| &mut line.words) {
        if let Some(text) = other(word) {
            word.replace_text(text);
        }
    }
}
