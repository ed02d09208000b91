//! How many pixels of a picture make an inch.

use crate::fixtures::single;

/// Pixels an inch, in whole numbers, across and down.
fn resolution(name: &str) -> Option<[u32; 2]> {
    let resolution = single(name).resolution()?;
    Some([resolution.x, resolution.y].map(|number| number.round() as u32))
}

#[test]
fn the_resolution_that_a_file_states_is_found() {
    for kind in ["png", "jpg", "bmp", "tif"] {
        assert_eq!(resolution(&format!("resolution.{kind}")), Some([300, 300]), "{kind}");
    }
    assert_eq!(resolution("resolution-fax.tif"), Some([204, 98]));
}

#[test]
fn the_resolution_turns_with_the_picture() {
    assert_eq!(resolution("resolution-turned.tif"), Some([102, 305]));
    assert_eq!(resolution("resolution-exif.jpg"), Some([300, 600]));
    assert_eq!(resolution("resolution-exif.webp"), Some([300, 600]));
    let turned = single("resolution-fax.tif").rotated(1).resolution().unwrap();
    assert!(turned.x < turned.y, "{turned:?}");
}

#[test]
fn a_resolution_that_means_nothing_is_none() {
    for name in
        ["resolution-72.jpg", "resolution-96.png", "rgb.png", "rgb.jpg", "rgb.tif", "rgb.bmp"]
    {
        assert_eq!(resolution(name), None, "{name}");
    }
}
