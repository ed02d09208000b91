//! Components of small maps that a reader can draw.

use super::*;

/// One character per cell: `.` is 0, a digit is tenths.
fn map(rows: &[&str]) -> TextMap {
    let cell = |c: u8| if c == b'.' { 0.0 } else { f32::from(c - b'0') / 10.0 };
    TextMap {
        width: rows[0].len(),
        height: rows.len(),
        step: [2.0, 2.0],
        cells: rows.iter().flat_map(|row| row.bytes().map(cell)).collect::<Vec<_>>().into(),
    }
}

fn all(map: &TextMap, threshold: f32) -> Vec<Component> {
    connected_components(
        map,
        (0..map.height).map(|y| PixelRun { y, start: 0, end: map.width }),
        threshold,
    )
}

#[test]
fn corners_connect_and_gaps_separate() {
    let map = map(&["99...9", "..9...", "9...99"]);
    let found = all(&map, 0.5);
    let mut columns: Vec<_> = found.iter().map(|c| (c.left, c.right)).collect();
    columns.sort_unstable();
    assert_eq!(columns, [(0, 1), (0, 3), (4, 6), (5, 6)]);
}

#[test]
fn two_arms_that_meet_later_are_one() {
    let map = map(&["9...9", "9...9", "99999"]);
    assert_eq!(all(&map, 0.5).len(), 1);
}

#[test]
fn a_ramp_has_its_slope() {
    let map = map(&["999.........", "...999......", "......999...", ".........999"]);
    let found = all(&map, 0.5);
    let (slope, thickness) = found[0].axis();
    assert!((slope - 1.0 / 3.0).abs() < 0.05, "{slope}");
    assert!(thickness < 1.0);
}

#[test]
fn a_leader_does_not_tilt_the_line() {
    let map = map(&[
        "99999999.....................................",
        "99999999.....................................",
        "99999999.....................................",
        "99999999.....................................",
        "99999999.....................................",
        "99999999.....................................",
        "99999999999999999999999999999999999999999999.",
        "........999999999999999999999999999999999999.",
    ]);
    let line = all(&map, 0.5).remove(0);
    let [letters, leader] = line.letters_and_leader(&map).unwrap();
    assert_eq!([letters.left, letters.right, leader.left, leader.right], [0, 8, 14, 44]);
    let Band { slope, thickness, centre } = line.band(&map);
    assert!(slope.abs() < 1e-3 && (thickness - 6.3).abs() < 0.1, "{slope} {thickness}");
    assert!((centre[1] - 3.0).abs() < 0.1, "{centre:?}");
    assert!(letters.is_single_line());
    assert!(letters.letters_and_leader(&map).is_none(), "letters only");
}

#[test]
fn two_rows_with_a_bridge_are_not_one_line() {
    let one = map(&["99999999", "99999999"]);
    assert!(all(&one, 0.5)[0].is_single_line());
    let two = map(&["99999999", "99999999", "4.......", "99999999", "99999999"]);
    assert!(!all(&two, 0.3)[0].is_single_line());
    assert_eq!(all(&two, 0.5).len(), 2);
}
