//! Models that a person brings along and that are of no use.

use std::path::Path;

use crate::harness::Dir;

const SHIPPED: [&str; 4] = ["detection.onnx", "recognition.onnx", "alphabet.txt", "ngram.bin"];

/// A directory `models` with copies of ours.
fn dir_with_models() -> Dir {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("models")).expect("a directory can be made");
    for name in SHIPPED {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("models").join(name);
        std::fs::copy(shipped, dir.path("models").join(name)).expect("our models are there");
    }
    dir
}

/// Changes `file` of the models and expects to be told of it.
#[track_caller]
fn refused(file: &str, change: impl Fn(&mut Vec<u8>), words: &str) {
    let dir = dir_with_models();
    let path = format!("models/{file}");
    let mut bytes = std::fs::read(dir.path(&path)).expect("our models are there");
    change(&mut bytes);
    dir.put(&path, &bytes);
    dir.run(&["--models", "models", "hello.png"]).fails(&path, words);
}

#[test]
fn models_of_ones_own_are_used() {
    let dir = dir_with_models();
    let ran = dir.run(&["--models", "models", "hello.png"]);
    ran.succeeds();
    ran.holds_the_text();
}

#[test]
fn a_damaged_model() {
    for file in ["detection.onnx", "recognition.onnx"] {
        refused(file, |bytes| bytes.truncate(bytes.len() / 2), "model cannot be used");
        refused(file, |bytes| bytes.fill(0x5a), "model cannot be used");
        refused(file, Vec::clear, "model cannot be used");
    }
}

#[test]
fn a_language_that_is_none() {
    refused("ngram.bin", |bytes| bytes.truncate(bytes.len() / 2), "model cannot be used");
    refused("ngram.bin", |bytes| bytes.fill(0x5a), "model cannot be used");
    refused("ngram.bin", Vec::clear, "model cannot be used");
}

#[test]
fn models_without_a_language() {
    let dir = dir_with_models();
    std::fs::remove_file(dir.path("models/ngram.bin")).expect("it is there");
    let ran = dir.run(&["--models", "models", "hello.png"]);
    ran.succeeds();
    ran.holds_the_text();
}

#[test]
fn a_model_with_noise_in_it() {
    for file in ["detection.onnx", "recognition.onnx"] {
        refused(file, |bytes| bytes[64..256].fill(0xff), "cannot be used");
    }
}

#[test]
fn models_in_each_others_place() {
    let dir = dir_with_models();
    std::fs::copy(dir.path("models/recognition.onnx"), dir.path("models/detection.onnx")).unwrap();
    let ran = dir.run(&["--models", "models", "hello.png"]);
    ran.fails("models/detection.onnx", "model cannot be used");
}

#[test]
fn a_model_that_does_not_fit_its_alphabet() {
    refused("alphabet.txt", |bytes| *bytes = b"abc\n".to_vec(), "alphabet");
    refused("alphabet.txt", Vec::clear, "alphabet");
    refused("alphabet.txt", |bytes| bytes.push(0xff), "not a text file in UTF-8");
}

#[test]
fn a_missing_file() {
    let dir = dir_with_models();
    std::fs::remove_file(dir.path("models/recognition.onnx")).unwrap();
    let ran = dir.run(&["--models", "models", "hello.png"]);
    ran.fails("models/recognition.onnx", "no such file");
}

#[test]
fn a_missing_directory() {
    let dir = Dir::new();
    dir.run(&["--models", "nowhere", "hello.png"]).fails("nowhere", "no such directory of models");
    let mut command = dir.command(&["hello.png"]);
    let ran = crate::harness::run(command.env("IMAGETOTEXT_MODELS", "nowhere"));
    ran.fails("nowhere", "no such directory of models");
}

#[test]
fn an_empty_variable_means_the_built_in_models() {
    let dir = Dir::new();
    let ran = crate::harness::run(dir.command(&["hello.png"]).env("IMAGETOTEXT_MODELS", ""));
    ran.succeeds();
    ran.holds_the_text();
}
