//! The models that ImageToText ships, as bytes. `README.md` is their model card.

/// Text detection: finds lines of text (ONNX).
pub const DETECTION: &[u8] = include_bytes!("../detection.onnx");

/// Text recognition: reads a line of text (ONNX).
pub const RECOGNITION: &[u8] = include_bytes!("../recognition.onnx");

/// The characters that [`RECOGNITION`] knows, in the order of its classes from 1 on; a line end follows.
pub const ALPHABET: &str = include_str!("../alphabet.txt");

/// Recognition of Latin, Cyrillic, Greek and Vietnamese: reads a line of text (ONNX).
pub const ALPHABETS: &[u8] = include_bytes!("../alphabets.onnx");

/// The characters that [`ALPHABETS`] knows, in the order of its classes from 1 on.
pub const ALPHABETS_ALPHABET: &str = include_str!("../alphabets.txt");

/// Recognition of Chinese, Japanese and Korean: reads a line of text (ONNX).
pub const CJK: &[u8] = include_bytes!("../cjk.onnx");

/// The characters that [`CJK`] knows, in the order of its classes from 1 on.
pub const CJK_ALPHABET: &str = include_str!("../cjk.txt");

/// Tells from what [`RECOGNITION`] sees in a line which script the line is in.
pub const SCRIPTS: &[u8] = include_bytes!("../scripts.bin");

/// Tells signs beside numbers, such as currencies and arrows, from digits and letters.
pub const SIGNS: &[u8] = include_bytes!("../signs.bin");

/// Tells icons, check boxes and characters in circles from short words.
pub const ICONS: &[u8] = include_bytes!("../icons.bin");

/// An adapter of [`DETECTION`] for the `ocrs` crate: an ONNX graph around its nodes, without them.
pub const OCRS_DETECTION_ADAPTER: &[u8] = include_bytes!("../ocrs/detection.onnx");

/// An adapter of [`RECOGNITION`] for the `ocrs` crate.
pub const OCRS_RECOGNITION_ADAPTER: &[u8] = include_bytes!("../ocrs/recognition.onnx");

/// Character n-gram language model of the alphabet.
pub const NGRAM: &[u8] = include_bytes!("../ngram.bin");

/// Networks of the layout: what belongs together, and what is read first.
pub const LAYOUT: &[u8] = include_bytes!("../layout.bin");
