//! Ruling lines and figures of drawn pictures.

mod canvas;

use super::Graphics;
use crate::document::{Bounds, Quad};
use canvas::Canvas;

/// Where the lines along one axis are across the other, sorted and rounded.
fn places(graphics: &Graphics, is_horizontal: bool) -> Vec<i32> {
    let rules = graphics.rules.iter().filter(|rule| rule.is_horizontal() == is_horizontal);
    let across = usize::from(is_horizontal);
    let mut places: Vec<i32> = rules
        .map(|rule| f32::midpoint(rule.from[across], rule.to[across]).round() as i32)
        .collect();
    places.sort_unstable();
    places
}

fn rows(graphics: &Graphics) -> Vec<i32> {
    places(graphics, true)
}

fn columns(graphics: &Graphics) -> Vec<i32> {
    places(graphics, false)
}

/// A table of three rows and three columns with words in its cells.
fn table(ink: u8, ground: u8, thickness: usize) -> (Canvas, Vec<Quad>) {
    let mut canvas = Canvas::new(600, 300, ground);
    for line in 0..4 {
        let (x, y) = (40 + 160 * line, 50 + 60 * line);
        canvas.fill([40, y, 520 + thickness, y + thickness], ink);
        canvas.fill([x, 50, x + thickness, 230 + thickness], ink);
    }
    let cells = (0..9).map(|cell| [60 + 160 * (cell % 3), 72 + 60 * (cell / 3)]);
    let text = cells.map(|[left, top]| canvas.letters(left, top, 9, ink)).collect();
    (canvas, text)
}

#[test]
fn borders_of_a_table_are_rules() {
    for (ink, ground) in [(0, 255), (235, 30), (243, 255)] {
        for thickness in [1, 2, 4] {
            let (canvas, text) = table(ink, ground, thickness);
            let graphics = canvas.graphics(&text);
            let half = (thickness / 2) as i32;
            let expected =
                |begin: i32, step: i32| (0..4).map(move |line| begin + half + step * line);
            let about = |found: Vec<i32>, expected: Vec<i32>| {
                assert_eq!(found.len(), expected.len(), "{ink} {thickness} {found:?}");
                assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() <= 1), "{found:?}");
            };
            about(rows(&graphics), expected(50, 60).collect());
            about(columns(&graphics), expected(40, 160).collect());
            assert!(
                graphics.rules.iter().all(|rule| (rule.thickness - thickness as f32).abs() < 0.6)
            );
            let lengths = graphics.rules.iter().map(|rule| (rule.is_horizontal(), rule.length()));
            for (is_horizontal, length) in lengths {
                let expected = if is_horizontal { 480.0 } else { 180.0 };
                assert!((length - expected).abs() <= 8.0, "{length}");
            }
            assert!(graphics.figures.is_empty());
        }
    }
}

#[test]
fn letters_and_what_underlines_them_are_no_rules() {
    let mut canvas = Canvas::new(600, 300, 255);
    let mut text = Vec::new();
    for line in 0..6 {
        let top = 20 + 40 * line;
        text.push(canvas.letters(30, top, 40, 0));
        // A link, and words struck out.
        canvas.fill([30 + 20 * line, top + 18, 300, top + 19], 0);
        canvas.fill([350, top + 8, 450, top + 9], 0);
    }
    assert_eq!(canvas.graphics(&text).rules, []);
}

#[test]
fn letters_of_lines_that_were_not_found_are_no_rules() {
    let mut canvas = Canvas::new(600, 300, 255);
    for line in 0..6 {
        canvas.letters(30, 20 + 40 * line, 40, 0);
    }
    assert_eq!(canvas.graphics(&[]).rules, []);
    assert_eq!(canvas.noisy(6).graphics(&[]).rules, []);
}

#[test]
fn dashed_and_dotted_lines_are_rules() {
    for (dash, gap, thickness) in
        [(1, 1, 1), (1, 2, 1), (2, 2, 2), (3, 3, 1), (6, 4, 1), (9, 7, 2), (12, 8, 2)]
    {
        let mut canvas = Canvas::new(600, 200, 255);
        let text = [canvas.letters(30, 40, 30, 0), canvas.letters(30, 140, 30, 0)];
        let mut at = 30;
        while at + dash < 570 {
            canvas.fill([at, 100, at + dash, 100 + thickness], 60);
            at += dash + gap;
        }
        let graphics = canvas.graphics(&text);
        assert_eq!(graphics.rules.len(), 1, "{dash} {gap} {:?}", graphics.rules);
        assert!((rows(&graphics)[0] - 100).abs() <= 2);
        assert!(graphics.rules[0].length() > 440.0, "{dash} {gap} {:?}", graphics.rules);
        let turned = Canvas {
            pixels: (0..600 * 200).map(|at| canvas.pixels[at % 200 * 600 + at / 200]).collect(),
            width: 200,
            height: 600,
        };
        let columns = columns(&turned.graphics(&[]));
        assert!(columns.iter().any(|column| (column - 100).abs() <= 1), "{dash} {gap} {columns:?}");
    }
}

#[test]
fn dots_that_lead_to_a_page_number_are_no_rule() {
    let mut canvas = Canvas::new(600, 200, 255);
    let mut text = Vec::new();
    for line in 0..3 {
        let top = 40 + 40 * line;
        text.push(canvas.letters(30, top, 12, 0));
        for dot in 0..40 {
            let left = 170 + 8 * dot;
            canvas.fill([left, top + 14, left + 2, top + 16], 0);
        }
        text.push(canvas.letters(500, top, 2, 0));
    }
    assert_eq!(canvas.graphics(&text).rules, []);
}

#[test]
fn edges_of_backgrounds_are_rules_without_thickness() {
    let mut canvas = Canvas::new(600, 400, 255);
    canvas.fill([50, 40, 550, 80], 40);
    for row in 0..4 {
        canvas.fill([50, 80 + 60 * row, 550, 110 + 60 * row], 247);
    }
    let text: Vec<Quad> = (0..8).map(|row| canvas.letters(60, 87 + 30 * row, 30, 0)).collect();
    let graphics = canvas.graphics(&text);
    let expected: Vec<i32> = (0..9).map(|row| if row == 0 { 40 } else { 50 + 30 * row }).collect();
    assert_eq!(rows(&graphics), expected);
    assert!(graphics.rules.iter().all(|rule| rule.thickness.abs() < 0.1));
}

#[test]
fn sides_of_a_small_box_are_rules() {
    let mut canvas = Canvas::new(600, 200, 240);
    let mut text = Vec::new();
    for line in 0..3 {
        let top = 20 + 60 * line;
        text.push(canvas.letters(20, top + 8, 10, 0));
        canvas.fill([200, top, 500, top + 32], 255);
        canvas.frame([200, top, 500, top + 32], 1, 170);
        text.push(canvas.letters(210, top + 8, 15, 0));
    }
    let graphics = canvas.graphics(&text);
    assert_eq!(rows(&graphics).len(), 6, "{:?}", graphics.rules);
    assert_eq!(columns(&graphics).len(), 6, "{:?}", graphics.rules);
}

/// Where [`Canvas::slanted`] puts a quad.
fn slanted(quad: &Quad, slope: f32) -> Quad {
    let scale = 1.0 + slope * slope;
    Quad(quad.0.map(|[x, y]| [(x + slope * y) / scale, (y - slope * x) / scale]))
}

#[test]
fn a_grid_under_the_outlines_of_its_letters_is_found() {
    let mut canvas = Canvas::new(360, 220, 255);
    for line in 0..6 {
        canvas.fill([10, 10 + 36 * line, 341, 11 + 36 * line], 150);
    }
    for line in 0..10 {
        canvas.fill([16 + 36 * line, 10, 17 + 36 * line, 191], 150);
    }
    let mut text = Vec::new();
    for cell in 0..45 {
        canvas.letters(28 + 36 * (cell % 9), 20 + 36 * (cell / 9), 1, 0);
    }
    for row in 0..5 {
        let top = (12 + 36 * row) as f32;
        text.push(Quad::upright(8.0, top, 350.0, top + 32.0));
    }
    let graphics = canvas.graphics(&text);
    assert_eq!([rows(&graphics).len(), columns(&graphics).len()], [6, 10]);
}

#[test]
fn the_dots_of_a_dithered_background_are_no_rules() {
    // Each pixel is set by the thresholds of a Bayer matrix.
    const BAYER: [[u8; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];
    for tone in [2, 5, 11] {
        let mut canvas = Canvas::new(500, 200, 255);
        for row in 0..200 {
            for column in 0..500 {
                if BAYER[row % 4][column % 4] < tone {
                    canvas.pixels[row * 500 + column] = 0;
                }
            }
        }
        let text = [canvas.letters(40, 90, 20, 0)];
        assert_eq!(canvas.graphics(&text).rules, [], "{tone}");
    }
}

#[test]
fn lines_of_a_slanted_scan_are_rules() {
    for degrees in [-5.0_f32, -2.0, 1.0, 4.0] {
        for noise in [0, 5] {
            let slope = degrees.to_radians().tan();
            let (canvas, text) = table(20, 240, 3);
            let text: Vec<Quad> = text.iter().map(|quad| slanted(quad, slope)).collect();
            let graphics = canvas.slanted(slope).noisy(noise).graphics(&text);
            let [level, upright] = [rows(&graphics), columns(&graphics)];
            assert_eq!(
                [level.len(), upright.len()],
                [4, 4],
                "{degrees} {noise} {:?}",
                graphics.rules
            );
            for rule in &graphics.rules {
                let [right, down] = [0, 1].map(|axis| rule.to[axis] - rule.from[axis]);
                let measured = if rule.is_horizontal() { -down / right } else { right / down };
                assert!((measured - slope).abs() < 0.01, "{degrees} {rule:?}");
            }
        }
    }
}

/// A photograph as it is printed: a screen of dots whose sizes follow the tones.
fn halftone(canvas: &mut Canvas, [left, top, right, bottom]: [usize; 4]) {
    for row in top..bottom {
        for column in left..right {
            let (x, y) = (column as f32, row as f32);
            let tone = 0.5 + 0.3 * (x / 40.0).sin() * (y / 55.0).cos();
            let (u, v) = ((x + y) * 0.7, (x - y) * 0.7);
            let screen = 0.5 + 0.25 * (u.cos() + v.cos());
            canvas.pixels[row * canvas.width + column] = if screen < tone { 20 } else { 240 };
        }
    }
}

#[test]
fn a_screened_photograph_is_a_figure_without_rules() {
    let mut canvas = Canvas::new(600, 400, 255);
    let place = [100, 80, 420, 320];
    halftone(&mut canvas, place);
    let text = [canvas.letters(100, 340, 20, 0)];
    let graphics = canvas.graphics(&text);
    assert_eq!(graphics.rules, [], "{:?}", graphics.figures);
    let [Bounds { left, top, right, bottom }] = graphics.figures[..] else {
        panic!("{:?}", graphics.figures)
    };
    let expected = place.map(|side| side as f32);
    for (side, expected) in [left, top, right, bottom].iter().zip(expected) {
        assert!((side - expected).abs() <= 24.0, "{:?}", graphics.figures);
    }
}

#[test]
fn a_fine_grid_has_a_limited_number_of_rules() {
    for spacing in [10, 14] {
        let side = 200 * spacing + 20;
        let mut canvas = Canvas::new(side, side, 255);
        for line in 0..=200 {
            let at = 10 + spacing * line;
            canvas.fill([10, at, 10 + 200 * spacing, at + 1], 0);
            canvas.fill([at, 10, at + 1, 10 + 200 * spacing], 0);
        }
        let graphics = canvas.graphics(&[]);
        let [level, upright] = [rows(&graphics).len(), columns(&graphics).len()];
        assert!(
            (190..=210).contains(&level) && (190..=210).contains(&upright),
            "{level} {upright}"
        );
    }
}

#[test]
fn noise_and_small_pictures_have_no_rules() {
    for by in [3, 20, 100] {
        assert_eq!(Canvas::new(500, 400, 128).noisy(by).graphics(&[]).rules, [], "{by}");
    }
    for (width, height) in [(1, 1), (3, 400), (400, 3), (17, 17)] {
        let canvas = Canvas::new(width, height, 128).noisy(100);
        assert_eq!(canvas.graphics(&[]), Graphics::default(), "{width} {height}");
    }
    let quads = [Quad([[f32::NAN; 2]; 4]), Quad::upright(0.0, 0.0, 0.0, 0.0)];
    assert_eq!(Canvas::new(60, 60, 128).graphics(&quads), Graphics::default());
}
