//! A network is something that turns one tensor into another: convolutions run in [`crate::conv_net`],
//! whatever else in `rten`.

use std::borrow::Cow;
use std::sync::Arc;

use rten::{Dimension, RunOptions, ThreadPool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensorView, Tensor};
use zeroize::Zeroizing;

use crate::conv_net::{self, ConvNet};
use crate::{LoadError, RunError};

/// Values that a network returned: row-major, wiped when dropped.
#[derive(Debug)]
pub struct Output {
    /// Length along each axis.
    pub shape: Vec<usize>,
    /// The values.
    pub values: Zeroizing<Vec<f32>>,
}

/// A picture-to-something network. Tests put small fakes in its place.
pub trait Model: Send + Sync {
    /// Height and width of the input in pixels, where the network insists on them.
    fn input_size(&self) -> [Option<usize>; 2];

    /// Runs on one grey picture: `pixels` are rows of `width` values in [-0.5, 0.5].
    fn run(&self, pixels: &[f32], width: usize, pool: &Arc<ThreadPool>)
    -> Result<Output, RunError>;
}

/// How ONNX files begin: with the number of the format's version, which is not 0. Files in the formats
/// of `rten` begin with another byte, or go on with 0.
const ONNX: u8 = 0x08;

/// Loads the network in `bytes`.
pub fn load(bytes: Cow<'static, [u8]>) -> Result<Box<dyn Model>, LoadError> {
    match ConvNet::parse(&bytes) {
        Some(network) => Ok(Box::new(network)),
        None => Ok(Box::new(load_with_rten(bytes)?)),
    }
}

/// Loads any network that `rten` can run.
pub fn load_with_rten(bytes: Cow<'static, [u8]>) -> Result<rten::Model, LoadError> {
    let refuse = LoadError;
    if bytes.is_empty() {
        return Err(refuse("the file is empty".to_owned()));
    }
    if let [ONNX, 1..=255, ..] = bytes[..] {
        conv_net::open(&bytes).map_err(|error| refuse(error.to_string()))?;
    }
    let model = match bytes {
        Cow::Borrowed(bytes) => rten::Model::load_static_slice(bytes),
        Cow::Owned(bytes) => rten::Model::load(bytes),
    };
    let model = model.map_err(|error| refuse(error.to_string()))?;
    let takes_pictures = model.input_shape(0).is_some_and(|shape| shape.len() == 4);
    if !takes_pictures || model.input_ids().len() != 1 || model.output_ids().is_empty() {
        return Err(refuse("it is not a network that takes one picture".to_owned()));
    }
    Ok(model)
}

impl Model for rten::Model {
    fn input_size(&self) -> [Option<usize>; 2] {
        let shape = self.input_shape(0).unwrap_or_default();
        [2, 3].map(|axis| match shape.get(axis) {
            Some(Dimension::Fixed(size)) => Some(*size),
            _ => None,
        })
    }

    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        pool: &Arc<ThreadPool>,
    ) -> Result<Output, RunError> {
        let input = NdTensorView::from_data([1, 1, pixels.len() / width, width], pixels);
        let mut options = RunOptions::default();
        options.thread_pool = Some(Arc::clone(pool));
        let output =
            self.run_one(input.into(), Some(options)).map_err(|_| RunError("a network stopped"))?;
        let output: Tensor<f32> =
            output.try_into().map_err(|_| RunError("a network returned no numbers"))?;
        let shape = output.shape().to_vec();
        Ok(Output { shape, values: Zeroizing::new(output.into_data()) })
    }
}
