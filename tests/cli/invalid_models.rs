//! Models that the user provides with `--models` and that cannot be used.

use std::path::Path;

use crate::harness::Dir;

const SHIPPED: [&str; 4] = ["detection.onnx", "recognition.onnx", "alphabet.txt", "ngram.bin"];

/// A directory that contains copies of our models in `models`.
pub(crate) fn dir_with_models() -> Dir {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("models")).expect("a directory can be created");
    for name in SHIPPED {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("models").join(name);
        std::fs::copy(shipped, dir.path("models").join(name)).expect("our models are there");
    }
    dir
}

/// Changes `file` of the models and asserts that the program reports it.
#[track_caller]
fn assert_refused(file: &str, change: impl Fn(&mut Vec<u8>), words: &str) {
    let dir = dir_with_models();
    let path = format!("models/{file}");
    let mut bytes = std::fs::read(dir.path(&path)).expect("our models are there");
    change(&mut bytes);
    dir.write(&path, &bytes);
    dir.run(&["--models", "models", "hello.png"]).fails(&path, words);
}

#[test]
fn models_of_the_user_are_used() {
    let dir = dir_with_models();
    let outcome = dir.run(&["--models", "models", "hello.png"]);
    outcome.succeeds();
    outcome.contains_the_text();
}

#[test]
fn a_damaged_model() {
    for file in ["detection.onnx", "recognition.onnx"] {
        assert_refused(file, |bytes| bytes.truncate(bytes.len() / 2), "model cannot be used");
        assert_refused(file, |bytes| bytes.fill(0x5a), "model cannot be used");
        assert_refused(file, Vec::clear, "model cannot be used");
    }
}

#[test]
fn a_damaged_ngram_model() {
    assert_refused("ngram.bin", |bytes| bytes.truncate(bytes.len() / 2), "model cannot be used");
    assert_refused("ngram.bin", |bytes| bytes.fill(0x5a), "model cannot be used");
    assert_refused("ngram.bin", Vec::clear, "model cannot be used");
}

#[test]
fn models_without_an_ngram_model() {
    let dir = dir_with_models();
    std::fs::remove_file(dir.path("models/ngram.bin")).expect("the file exists");
    let outcome = dir.run(&["--models", "models", "hello.png"]);
    outcome.succeeds();
    outcome.contains_the_text();
}

#[test]
fn a_model_with_noise() {
    for file in ["detection.onnx", "recognition.onnx"] {
        assert_refused(file, |bytes| bytes[64..256].fill(0xff), "cannot be used");
    }
}

#[test]
fn swapped_models() {
    let dir = dir_with_models();
    std::fs::copy(dir.path("models/recognition.onnx"), dir.path("models/detection.onnx")).unwrap();
    let outcome = dir.run(&["--models", "models", "hello.png"]);
    outcome.fails("models/detection.onnx", "model cannot be used");
}

#[test]
fn an_alphabet_that_does_not_match_the_model() {
    assert_refused("alphabet.txt", |bytes| *bytes = b"abc\n".to_vec(), "alphabet");
    assert_refused("alphabet.txt", Vec::clear, "alphabet");
    assert_refused("alphabet.txt", |bytes| bytes.push(0xff), "not a text file in UTF-8");
}

#[test]
fn a_missing_file() {
    let dir = dir_with_models();
    std::fs::remove_file(dir.path("models/recognition.onnx")).unwrap();
    let outcome = dir.run(&["--models", "models", "hello.png"]);
    outcome.fails("models/recognition.onnx", "no such file");
}

#[test]
fn a_missing_directory() {
    let dir = Dir::new();
    dir.run(&["--models", "nowhere", "hello.png"]).fails("nowhere", "no such directory of models");
    let mut command = dir.command(&["hello.png"]);
    let outcome = crate::harness::run(command.env("IMAGETOTEXT_MODELS", "nowhere"));
    outcome.fails("nowhere", "no such directory of models");
}

#[test]
fn an_empty_variable_selects_the_embedded_models() {
    let dir = Dir::new();
    let outcome = crate::harness::run(dir.command(&["hello.png"]).env("IMAGETOTEXT_MODELS", ""));
    outcome.succeeds();
    outcome.contains_the_text();
}
