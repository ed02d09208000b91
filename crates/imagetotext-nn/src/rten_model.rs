//! Networks that `rten` runs.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use rten::{Dimension, RunOptions};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensorView, Tensor};
use zeroize::Zeroizing;

use crate::model::checked_height;
use crate::onnx;
use crate::{LoadError, Model, Output, Parallelism, RunError};

/// Any network that [`rten`](https://docs.rs/rten) can run.
pub struct RtenModel {
    model: rten::Model,
    /// Idle pools of one thread each, for callers with [`Parallelism::CallingThread`].
    idle_pools: Mutex<Vec<Arc<rten::ThreadPool>>>,
}

/// How ONNX files begin: the tag of the field `ir_version`, whose value is not 0. Files in the formats
/// of `rten` begin with another byte, or go on with 0.
const ONNX_TAG: u8 = 0x08;

impl RtenModel {
    /// Loads any network that `rten` can run, from an ONNX file or one in the format of `rten`. It
    /// takes one picture as a tensor `[1, 1, height, width]`; its first output counts.
    ///
    /// # Errors
    /// [`LoadError`] when the bytes are no network that takes one picture.
    pub fn load(bytes: Cow<'static, [u8]>) -> Result<Self, LoadError> {
        if bytes.is_empty() {
            return Err(LoadError::Empty);
        }
        if let [ONNX_TAG, 1..=255, ..] = bytes[..] {
            onnx::decode(&bytes).map_err(|error| LoadError::Malformed(error.to_string()))?;
        }
        let model = match bytes {
            Cow::Borrowed(bytes) => rten::Model::load_static_slice(bytes),
            Cow::Owned(bytes) => rten::Model::load(bytes),
        };
        let model = model.map_err(|error| LoadError::Malformed(error.to_string()))?;
        let takes_picture = model.input_shape(0).is_some_and(|shape| shape.len() == 4);
        if !takes_picture || model.input_ids().len() != 1 || model.output_ids().is_empty() {
            return Err(LoadError::NotOnePicture);
        }
        Ok(Self { model, idle_pools: Mutex::default() })
    }

    /// The network itself, for code that runs it in its own way.
    pub fn into_inner(self) -> rten::Model {
        self.model
    }

    fn run_in(
        &self,
        pixels: &[f32],
        width: usize,
        pool: Arc<rten::ThreadPool>,
    ) -> Result<Output, RunError> {
        let height = checked_height(pixels, width, self.input_size())?;
        let input = NdTensorView::from_data([1, 1, height, width], pixels);
        let mut options = RunOptions::default();
        options.thread_pool = Some(pool);
        let output = self
            .model
            .run_one(input.into(), Some(options))
            .map_err(|_| RunError::InvalidModel("rten cannot run the network"))?;
        let output: Tensor<f32> = output
            .try_into()
            .map_err(|_| RunError::InvalidModel("the network does not return 32-bit floats"))?;
        let shape = output.shape().to_vec();
        let values = Zeroizing::new(output.into_data());
        Ok(Output { shape, values, features: Zeroizing::default() })
    }

    /// `rten` runs nothing outside of a pool, so this takes a pool of one thread. Another thread waits
    /// for it: the caller may be a thread of a `rayon` pool, which would take up other work of its pool
    /// while it waits, and so run more and more networks at once.
    fn run_in_idle_pool(&self, pixels: &[f32], width: usize) -> Result<Output, RunError> {
        let lock = || self.idle_pools.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = lock().pop();
        let pool = idle.unwrap_or_else(|| Arc::new(rten::ThreadPool::with_num_threads(1)));
        let output = std::thread::scope(|scope| {
            scope.spawn(|| self.run_in(pixels, width, Arc::clone(&pool))).join()
        });
        lock().push(pool);
        output.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

impl Model for RtenModel {
    fn input_size(&self) -> [Option<usize>; 2] {
        let shape = self.model.input_shape(0).unwrap_or_default();
        [2, 3].map(|axis| match shape.get(axis) {
            Some(Dimension::Fixed(size)) => Some(*size),
            _ => None,
        })
    }

    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        match parallelism {
            Parallelism::Pool(pool) => self.run_in(pixels, width, pool.rten_pool()),
            Parallelism::CallingThread => self.run_in_idle_pool(pixels, width),
        }
    }
}
