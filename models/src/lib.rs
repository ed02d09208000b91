//! The models that ImageToText ships, as bytes. `README.md` is their model card.

/// Text detection: finds lines of text (ONNX).
pub const DETECTION: &[u8] = include_bytes!("../detection.onnx");

/// Text recognition: reads a line of text (ONNX).
pub const RECOGNITION: &[u8] = include_bytes!("../recognition.onnx");

/// The characters that [`RECOGNITION`] knows, in the order of its classes from 1 on; a line end follows.
pub const ALPHABET: &str = include_str!("../alphabet.txt");

/// An adapter of [`DETECTION`] for the `ocrs` crate: an ONNX graph around its nodes, without them.
pub const OCRS_DETECTION_ADAPTER: &[u8] = include_bytes!("../ocrs/detection.onnx");

/// An adapter of [`RECOGNITION`] for the `ocrs` crate.
pub const OCRS_RECOGNITION_ADAPTER: &[u8] = include_bytes!("../ocrs/recognition.onnx");

/// Character n-gram language model of the alphabet.
pub const NGRAM: &[u8] = include_bytes!("../ngram.bin");

/// Networks of the layout: what belongs together, and what is read first.
pub const LAYOUT: &[u8] = include_bytes!("../layout.bin");
