//! Why a network cannot be used.

/// The bytes are no network that can be run: the user who supplied the file has to act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// There are no bytes.
    #[error("the file is empty")]
    Empty,
    /// The bytes are no model file, or one with an operator that `rten` lacks. The reason describes the
    /// structure of the file.
    #[error("{0}")]
    Malformed(String),
    /// The network takes something else than one picture, or returns nothing.
    #[error("it is not a network that takes one picture")]
    NotOnePicture,
}

/// A network cannot be run on an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// The caller has to act: the picture has no pixels, is not made of whole rows, or is not of
    /// [`Model::input_size`](crate::Model::input_size).
    #[error("the picture does not have the size that the network takes")]
    InvalidInput,
    /// The user who supplied the network has to act: its layers do not fit each other, at least for a picture
    /// of this size.
    #[error("{0}")]
    InvalidModel(&'static str),
}
