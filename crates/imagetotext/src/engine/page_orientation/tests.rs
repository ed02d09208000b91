//! The orientation of pages, with a reader that finds sense in chosen directions only.

use super::*;
use crate::Word;

fn line(text: &str, confidence: f32) -> Line {
    let quad = Quad::upright(0.0, 0.0, 100.0, 10.0);
    let characters = vec![confidence; text.chars().count()];
    Line::new(quad, vec![Word { text: text.into(), quad, confidence, characters }])
}

/// The direction that is taken, in quarters, when the text makes sense in the given one only,
/// and how often lines were searched.
fn chosen_quarters(lines: impl Fn(usize) -> Vec<Line>) -> (usize, usize) {
    let (quarters, searched, _) = chosen(lines);
    (quarters, searched)
}

/// The same, and in how many directions lines were read as Latin only.
fn chosen(lines: impl Fn(usize) -> Vec<Line>) -> (usize, usize, usize) {
    let (page, searched, latin) = oriented(lines, &[]);
    (quarters(page.rotation), searched, latin)
}

/// How often a page is turned by a quarter.
fn quarters(rotation: PageRotation) -> usize {
    let [corner, right] = [[0.0, 0.0], [1.0, 0.0]].map(|point| rotation.to_picture(point));
    quarters_of(Quad([corner, right, right, corner]))
}

fn quarters_of(quad: Quad) -> usize {
    let [x, y] = quad.direction();
    [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]]
        .iter()
        .position(|way| way[0] * x + way[1] * y > 0.9)
        .unwrap()
}

/// The page that is found when `lines` are read in a direction, and `vertical` ones where they are upright characters;
/// how often lines were searched, and in how many directions they were read as Latin only.
fn oriented(lines: impl Fn(usize) -> Vec<Line>, vertical: &[Line]) -> (OrientedPage, usize, usize) {
    let size = [60_usize, 40];
    let pixels = vec![255; 60 * 40];
    let picture = GreyImage { pixels: &pixels, width: size[0], height: size[1] };
    let [searched, latin] = [const { std::cell::Cell::new(0) }; 2];
    let find = |view: GreyImage<'_>| {
        searched.set(searched.get() + 1);
        let quad = Quad::upright(5.0, 5.0, view.width as f32 - 5.0, 9.0);
        let lines = vec![Region::straight(quad, 4.0)];
        Ok(FoundRegions { lines, alternatives: Vec::new() })
    };
    let read = |regions: &[Region], reading: SampleReading| {
        latin.set(latin.get() + usize::from(reading == SampleReading::Latin));
        Ok(match (reading, regions.first()) {
            (SampleReading::Vertical, _) => vertical.to_vec(),
            (_, Some(first)) => lines(quarters_of(first.quad)),
            _ => Vec::new(),
        })
    };
    let page = find_orientation(picture, find, find, read).unwrap();
    (page, searched.get(), latin.get())
}

#[test]
fn other_directions_of_a_sure_word_are_read_as_latin_only() {
    let word = |confidence: f32| {
        move |quarters: usize| if quarters == 0 { vec![line("sure", confidence)] } else { vec![] }
    };
    assert_eq!(chosen(word(0.99)), (0, 2, 3));
    assert_eq!(chosen(word(0.9)), (0, 2, 0));
}

#[test]
fn legible_text_is_not_rotated_and_costs_nothing() {
    assert_eq!(chosen_quarters(|_| vec![line("many characters here", 0.96)]), (0, 1));
}

#[test]
fn the_direction_that_makes_sense_is_taken() {
    for way in 1..4 {
        let sense = |at| vec![line("many characters here", if at == way { 0.95 } else { 0.7 })];
        assert_eq!(chosen_quarters(sense).0, way);
    }
}

#[test]
fn poor_print_costs_no_second_search() {
    let sense = |at| vec![line("many characters here", [0.8, 0.7, 0.65, 0.7][at])];
    assert_eq!(chosen_quarters(sense), (0, 1));
}

#[test]
fn poor_print_is_not_rotated() {
    assert_eq!(
        chosen_quarters(|at| vec![line("poorly printed text", [0.8, 0.7, 0.84, 0.6][at])]).0,
        0
    );
    assert_eq!(
        chosen_quarters(|at| vec![line("nothing of the kind", [0.4, 0.5, 0.5, 0.7][at])]).0,
        0
    );
    assert_eq!(chosen_quarters(|_| vec![]).0, 0);
}

#[test]
fn letters_that_look_like_letters_on_their_side_do_not_hide_the_text() {
    let scraps = || ["d", "O", "C", "U", "*", "d", "O", "C"].map(|it| line(it, 0.97)).to_vec();
    let sense = |at| if at == 1 { vec![line("many characters here", 0.95)] } else { scraps() };
    assert_eq!(chosen_quarters(sense).0, 1);
    // Nor does a word that chance makes of such letters, however sure.
    let word = |mut lines: Vec<Line>| {
        lines[0] = line("(Docol", 0.945);
        lines
    };
    let text = || vec![line("many characters here", 0.98)];
    assert_eq!(chosen_quarters(|at| if at == 3 { text() } else { word(scraps()) }).0, 3);
    // A calendar is not rotated for what its columns resemble.
    let sense = |at| if at == 1 { vec![line("coc", 0.9)] } else { scraps() };
    assert_eq!(chosen_quarters(sense).0, 0);
}

#[test]
fn many_unusual_letters_are_not_rotated_for_a_few_sure_ones() {
    let specimen = |at| {
        if at == 0 {
            vec![line(&"àáâãäåæçèé".repeat(9), 0.68)]
        } else {
            vec![line(&"b".repeat(27), 0.87)]
        }
    };
    assert_eq!(chosen_quarters(specimen).0, 0);
}

#[test]
fn lines_that_are_no_text_do_not_count() {
    let rules = || ["---", "..-", "=--"].map(|it| line(it, 0.3)).to_vec();
    let sense = |at| {
        let text = line("poorly printed text", if at == 2 { 0.85 } else { 0.7 });
        rules().into_iter().chain([text]).collect()
    };
    assert_eq!(chosen_quarters(sense).0, 2);
}

#[test]
fn dots_that_look_alike_from_both_ends_do_not_count() {
    let sense = |at| match at {
        2 => vec![line("Introduction and more", 0.95)],
        _ => vec![line("..................", 0.99), line("*****************", 0.98)],
    };
    assert_eq!(chosen_quarters(sense).0, 2);
}

#[test]
fn few_characters_must_be_far_ahead() {
    assert_eq!(chosen_quarters(|at| vec![line("NON", [0.8, 0.7, 0.9, 0.6][at])]).0, 0);
    assert_eq!(chosen_quarters(|at| vec![line("six", [0.6, 0.5, 0.9, 0.6][at])]).0, 2);
    assert_eq!(chosen_quarters(|at| vec![line("9", [0.6, 0.5, 0.99, 0.6][at])]).0, 0);
}

#[test]
fn skewed_lines_are_searched_again_when_level() {
    let sloping = |angle: f32| {
        let (sin, cos) = angle.sin_cos();
        let [along, down] = [[90.0 * cos, 90.0 * sin], [-10.0 * sin, 10.0 * cos]];
        let quad = Quad([[0.0, 0.0], along, [along[0] + down[0], along[1] + down[1]], down]);
        Region::straight(quad, 10.0)
    };
    assert!((skew(&[sloping(0.15), sloping(0.15), sloping(0.0)]).unwrap() - 0.15).abs() < 1e-3);
    assert_eq!(skew(&[sloping(0.15), sloping(0.0), sloping(-0.1)]), None);
    assert_eq!(skew(&[]), None);
}

#[test]
fn vertical_lines_are_found_where_level_ones_make_no_sense() {
    let vertical = [line("吾輩は猫である", 0.97)];
    let is_vertical = |lines: &dyn Fn(usize) -> Vec<Line>, vertical: &[Line]| {
        let (page, _, _) = oriented(lines, vertical);
        (quarters(page.rotation), page.is_vertical)
    };
    // One character to a row; a reading on their side that is sure of letters.
    let letters =
        |at| vec![if at == 0 { line("猫", 0.3) } else { line("many sideways letters", 0.8) }];
    assert_eq!(is_vertical(&letters, &vertical), (1, true));
    assert!(!is_vertical(&letters, &[line("吾輩は猫である", 0.6)]).1);
    assert_eq!(is_vertical(&|_| vec![line("猫", 0.9)], &[line("猫である", 0.97)]), (0, false));
    // Latin words turn with their line.
    assert!(!is_vertical(&letters, &[line("many letters on their side", 0.97)]).1);
    // Level lines that make little sense are no reason.
    let poor = |_| vec![line("poorly printed text", 0.7)];
    assert_eq!(is_vertical(&poor, &vertical), (0, false));
}
