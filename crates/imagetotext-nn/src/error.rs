//! Why a network cannot be used.

/// A file is not a network that can be run: another file is needed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// There are no bytes.
    #[error("the file is empty")]
    Empty,
    /// The bytes are not a model file, or one with an operator that `rten` lacks; the reason names
    /// parts of the file's structure.
    #[error("{0}")]
    Malformed(String),
    /// The network takes something else than one picture, or returns nothing.
    #[error("it is not a network that takes one picture")]
    NotOnePicture,
}

/// A network cannot be run on an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// The caller's picture is not made of whole rows, has no pixels, or is of another size than the
    /// network takes.
    #[error("a network got a picture that it does not take")]
    InvalidInput,
    /// The network's own layers do not fit each other, or its output is of another type.
    #[error("{0}")]
    InvalidModel(&'static str),
}
