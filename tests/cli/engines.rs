//! The engine that a person chooses.

use crate::harness::Dir;
use crate::invalid_models::dir_with_models;

#[test]
fn each_engine_reads_with_the_built_in_models() {
    for engine in ["builtin", "ocrs"] {
        let ran = Dir::new().run(&["--engine", engine, "hello.png"]);
        ran.succeeds();
        ran.contains_the_text();
    }
}

#[test]
fn ocrs_reads_with_models_made_for_the_built_in_engine() {
    let ran = dir_with_models().run(&["--engine", "ocrs", "--models", "models", "hello.png"]);
    ran.succeeds();
    ran.contains_the_text();
}

#[test]
fn ocrs_says_how_sure_it_is() {
    let ran = Dir::new().run(&["--engine", "ocrs", "-f", "tsv", "hello.png"]);
    ran.succeeds();
    let confidences = ran.stdout.lines().skip(1).map(|row| row.split('\t').nth(8)?.parse().ok());
    let confidences: Vec<Option<f32>> = confidences.collect();
    assert_eq!(confidences.len(), 3, "{}", ran.stdout);
    assert!(confidences.iter().all(|it| it.is_some_and(|it| it > 0.5 && it <= 1.0)));
}

#[test]
fn models_that_ocrs_cannot_use() {
    for (file, change) in [("detection", 2), ("recognition", 2), ("detection", 7)] {
        let dir = dir_with_models();
        let path = format!("models/{file}.onnx");
        let mut bytes = std::fs::read(dir.path(&path)).expect("our models are there");
        bytes.truncate(bytes.len() / change);
        dir.write(&path, &bytes);
        let ran = dir.run(&["--engine", "ocrs", "--models", "models", "hello.png"]);
        ran.fails(&path, "cannot be used");
    }
}
