//! Panels of pages that are drawn in numbers.

use super::*;

fn bounds(left: f32, top: f32, right: f32, bottom: f32) -> Bounds {
    Bounds { left, top, right, bottom }
}

/// The four sides of a box with corners rounded by `radius`.
fn frame(rules: &mut Rules, it: Bounds, radius: f32) {
    for y in [it.top, it.bottom] {
        rules.level.push([y, it.left + radius, it.right - radius]);
    }
    for x in [it.left, it.right] {
        rules.upright.push([x, it.top + radius, it.bottom - radius]);
    }
}

#[test]
fn cards_beside_each_other_are_panels_of_their_own() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(0.0, 0.0, 200.0, 120.0), 8.0);
    frame(&mut rules, bounds(220.0, 0.0, 420.0, 120.0), 8.0);
    let panels = Panels::of(&rules, &[], &[], 16.0);
    let one = panels.around(&bounds(10.0, 10.0, 90.0, 26.0));
    let other = panels.around(&bounds(230.0, 60.0, 390.0, 76.0));
    let outside = panels.around(&bounds(0.0, 140.0, 390.0, 156.0));
    assert_eq!((one.len(), other.len(), outside.len()), (1, 1, 0));
    let [a, b] = panels.between(&one, &other);
    assert_eq!(
        (a.map(|it| it.right > 190.0), b.map(|it| it.left > 210.0)),
        (Some(true), Some(true))
    );
    assert_eq!(panels.between(&one, &one), [None, None]);
    assert!(panels.between(&one, &outside)[1].is_none());
}

#[test]
fn boxes_full_of_cards_are_panels() {
    let mut rules = Rules::default();
    for left in [0.0, 214.0] {
        frame(&mut rules, bounds(left, 0.0, left + 200.0, 150.0), 0.0);
        frame(&mut rules, bounds(left + 8.0, 40.0, left + 192.0, 80.0), 4.0);
        frame(&mut rules, bounds(left + 8.0, 88.0, left + 192.0, 128.0), 4.0);
    }
    let text = |left: f32, top: f32| bounds(left, top, left + 80.0, top + 16.0);
    let texts = [(16.0, 10.0), (16.0, 50.0), (16.0, 98.0), (230.0, 10.0), (230.0, 50.0)]
        .map(|(x, y)| text(x, y));
    let panels = Panels::of(&rules, &[], &texts, 16.0);
    assert!(panels.divide(&texts[0], &texts[3]) && panels.divide(&texts[1], &texts[4]));
    let one = panels.around(&texts[1]);
    assert_eq!(one.len(), 2, "box and card: {panels:?}");
}

#[test]
fn panels_with_several_rows_keep_their_texts_apart() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(0.0, 0.0, 200.0, 80.0), 0.0);
    frame(&mut rules, bounds(220.0, 0.0, 420.0, 80.0), 0.0);
    frame(&mut rules, bounds(0.0, 100.0, 200.0, 130.0), 0.0);
    let text = |left: f32, top: f32| bounds(left, top, left + 80.0, top + 16.0);
    let texts = [(10.0, 10.0), (10.0, 40.0), (230.0, 10.0), (230.0, 40.0), (10.0, 106.0)]
        .map(|(x, y)| text(x, y));
    let panels = Panels::of(&rules, &[], &texts, 16.0);
    assert!(panels.divide(&texts[0], &texts[2]));
    assert!(!panels.divide(&texts[0], &texts[1]));
    assert!(!panels.divide(&texts[0], &texts[4]), "one row");
    assert!(!panels.divide(&texts[0], &text(10.0, 300.0)), "in none");
}

#[test]
fn columns_between_rules_are_read_together() {
    let rules = Rules {
        level: [0.0, 120.0].map(|y| [y, 0.0, 200.0]).to_vec(),
        upright: [0.0, 100.0, 200.0].map(|x| [x, 0.0, 120.0]).to_vec(),
    };
    let text = |left: f32, top: f32| bounds(left, top, left + 60.0, top + 16.0);
    let texts = [(10.0, 10.0), (10.0, 40.0), (110.0, 10.0), (110.0, 40.0)].map(|(x, y)| text(x, y));
    let panels = Panels::of(&rules, &[], &texts, 16.0);
    assert!(!panels.divide(&texts[0], &texts[2]));
}

#[test]
fn sides_that_run_on_to_the_next_card_are_sides_of_both() {
    let rules = Rules {
        level: [0.0, 100.0, 108.0, 200.0].map(|y| [y, 0.0, 200.0]).to_vec(),
        upright: [0.0, 200.0].map(|x| [x, 0.0, 200.0]).to_vec(),
    };
    let panels = Panels::of(&rules, &[], &[], 16.0);
    assert_eq!(panels.all, [bounds(0.0, 0.0, 200.0, 100.0), bounds(0.0, 108.0, 200.0, 200.0)]);
}

#[test]
fn a_side_in_line_with_that_of_a_panel_below_does_not_matter() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(60.0, 0.0, 200.0, 80.0), 3.0);
    frame(&mut rules, bounds(0.0, 200.0, 200.0, 280.0), 3.0);
    assert_eq!(Panels::of(&rules, &[], &[], 16.0).all.len(), 2);
}

#[test]
fn panels_at_the_edge_of_the_picture_give_way_to_drawn_ones() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(0.0, 0.0, 200.0, 120.0), 0.0);
    let across = bounds(100.0, 0.0, 400.0, 300.0);
    let beside = bounds(240.0, 0.0, 400.0, 300.0);
    let panels = Panels::of(&rules, &[across], &[], 16.0);
    assert_eq!(panels.all, [bounds(0.0, 0.0, 200.0, 120.0)], "they overlap");
    let panels = Panels::of(&rules, &[beside], &[], 16.0);
    assert_eq!(panels.all.len(), 2);
}

#[test]
fn three_sides_are_no_panel() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(0.0, 0.0, 200.0, 120.0), 0.0);
    rules.upright.pop();
    assert!(Panels::of(&rules, &[], &[], 16.0).all.is_empty());
}

#[test]
fn rows_and_columns_of_a_table_are_no_panels() {
    let lines = [0.0, 40.0, 80.0, 120.0];
    let all = |at: f32| [at, 0.0, 120.0];
    let rules = Rules { level: lines.map(all).to_vec(), upright: lines.map(all).to_vec() };
    assert_eq!(Panels::of(&rules, &[], &[], 16.0).all, [bounds(0.0, 0.0, 120.0, 120.0)]);
}

#[test]
fn frames_close_beside_each_other_are_panels_though_their_sides_are_in_line() {
    let rules = Rules {
        level: [0.0, 100.0].map(|y| [y, 0.0, 410.0]).to_vec(),
        upright: [0.0, 200.0, 210.0, 410.0].map(|x| [x, 0.0, 100.0]).to_vec(),
    };
    let panels = Panels::of(&rules, &[], &[], 16.0);
    assert_eq!(panels.all, [bounds(0.0, 0.0, 200.0, 100.0), bounds(210.0, 0.0, 410.0, 100.0)]);
}

#[test]
fn the_side_of_a_card_is_none_of_a_picture_in_it() {
    let mut rules = Rules::default();
    for top in [0.0, 187.0] {
        frame(&mut rules, bounds(0.0, top, 150.0, top + 172.0), 4.0);
        frame(&mut rules, bounds(10.0, top + 10.0, 140.0, top + 70.0), 0.0);
        frame(&mut rules, bounds(10.0, top + 135.0, 140.0, top + 162.0), 3.0);
    }
    // As long edges are joined over short gaps.
    rules.upright.extend([[0.0, 4.0, 355.0], [150.0, 4.0, 355.0]]);
    let panels = Panels::of(&rules, &[], &[], 13.0);
    let cards = [bounds(0.0, 0.0, 150.0, 172.0), bounds(0.0, 187.0, 150.0, 359.0)];
    assert_eq!(panels.all[..2], cards);
}

#[test]
fn a_frame_ends_between_a_table_and_what_is_above_it() {
    let mut rules = Rules::default();
    frame(&mut rules, bounds(0.0, 40.0, 400.0, 120.0), 0.0);
    let text = |left: f32, top: f32| bounds(left, top, left + 80.0, top + 16.0);
    let texts = [(10.0, 10.0), (10.0, 50.0), (10.0, 90.0), (420.0, 90.0)].map(|(x, y)| text(x, y));
    let panels = Panels::of(&rules, &[], &texts, 16.0);
    assert!(panels.end_between(&texts[0], &texts[1]));
    assert!(!panels.end_between(&texts[1], &texts[2]));
    assert!(!panels.end_between(&texts[2], &texts[3]), "beside it");
}

#[test]
fn cards_of_lanes_beside_each_other_are_panels_in_their_lanes() {
    let mut rules = Rules::default();
    for left in [0.0, 262.0, 524.0] {
        frame(&mut rules, bounds(left, 0.0, left + 252.0, 172.0), 0.0);
        for top in [38.0, 100.0] {
            frame(&mut rules, bounds(left + 10.0, top, left + 242.0, top + 53.0), 4.0);
        }
    }
    // As a dashed line of three dashes.
    rules.level.extend([38.0, 91.0, 100.0, 153.0].map(|y| [y, 16.0, 766.0]));
    let panels = Panels::of(&rules, &[], &[], 13.6);
    let text = |left: f32, top: f32| bounds(left, top, left + 120.0, top + 14.0);
    let around = |left: f32, top: f32| panels.around(&text(left, top)).len();
    assert_eq!([around(20.0, 48.0), around(282.0, 110.0)], [2, 2], "{panels:?}");
}
