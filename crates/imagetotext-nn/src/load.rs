//! From the bytes of a file to a network.

use std::borrow::Cow;

use crate::{ConvNet, LoadError, Model, RtenModel};

/// Loads a network: as a [`ConvNet`] if it is one, else as a [`RtenModel`].
///
/// `bytes` is an ONNX file, or one in the format of `rten`. The network takes one grey picture as a
/// tensor `[1, 1, height, width]`.
///
/// # Errors
/// [`LoadError`] when the bytes are no such network.
pub fn load(bytes: Cow<'static, [u8]>) -> Result<Box<dyn Model>, LoadError> {
    match ConvNet::from_onnx(&bytes) {
        Some(network) => Ok(Box::new(network)),
        None => Ok(Box::new(RtenModel::load(bytes)?)),
    }
}
