//! Inference of small convolutional networks: a grey picture in, a tensor out. Knows nothing of text.
//!
//! [`load`] takes an ONNX file. A network of int8 convolutions, as this project trains them, runs in
//! [`ConvNet`]; whatever else runs in `rten`. Both are a [`Model`].

mod conv_net;
mod error;
mod load;
mod model;
mod parallelism;
mod rten_model;

pub use conv_net::ConvNet;
pub use error::{LoadError, RunError};
pub use load::load;
pub use model::{Model, Output};
pub use parallelism::{Parallelism, ThreadPool};
pub use rten_model::RtenModel;
