//! Inference of small convolutional networks on the CPU: a grey picture in, a tensor out.
//!
//! [`load()`] takes the bytes of an ONNX file. A network of int8 convolutions of the kind listed at
//! [`ConvNet::from_onnx`] runs in [`ConvNet`], with kernels for AVX2 and AVX-512 (VNNI); any other
//! network runs in [`rten`](https://docs.rs/rten) as a [`RtenModel`]. Both are a [`Model`].
//!
//! ```
//! use std::borrow::Cow;
//! use imagetotext_nn::{Parallelism, ThreadPool, load};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // A network that returns, at half the size, the probability that a pixel belongs to text.
//! let network = load(Cow::Borrowed(imagetotext_models::DETECTION))?;
//! // A white picture of 64 × 32 pixels; black is -0.5.
//! let [width, height] = [64, 32];
//! let pixels = vec![0.5; width * height];
//!
//! let pool = ThreadPool::with_num_threads(2);
//! let output = network.run(&pixels, width, Parallelism::Pool(&pool))?;
//! assert_eq!(output.shape, [1, 1, height / 2, width / 2]);
//! assert!(output.values.iter().all(|&probability| probability < 0.5));
//! # Ok(())
//! # }
//! ```
//!
//! The crate knows nothing of text, opens no file and keeps nothing of an input. [`Output`] is wiped
//! when it is dropped; what flows between the layers is freed unwiped, so programs that handle secrets
//! need an allocator that wipes, such as `zeroizing-alloc`.

mod conv_net;
mod error;
mod load;
mod model;
mod onnx;
mod parallelism;
mod rten_model;

pub use conv_net::ConvNet;
pub use error::{LoadError, RunError};
pub use load::load;
pub use model::{Model, Output};
pub use parallelism::{Parallelism, ThreadPool};
pub use rten_model::RtenModel;
