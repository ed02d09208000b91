//! The sandboxed process that reads pictures, and the program that drives it.
//!
//! Picture decoders parse untrusted files, so they run in a process of their own: the same
//! executable, started with [`ARGUMENT`], which calls [`run`] first thing in `main`. It loads the models,
//! enters the sandbox (`imagetotext-sandbox`) and only then looks at a picture.
//!
//! The program keeps a [`Host`], takes a [`Worker`] from it, sends bytes with [`Worker::read`] and
//! receives [`Event`]s: pages arrive one by one as they are read. Dropping a [`Worker`] kills its process:
//! that is how reading is cancelled. Everything that a worker sends is checked as if an attacker had
//! written it, in [`EventReader`] and [`Worker::next`], for every program.
//!
//! ```no_run
//! use imagetotext_worker::{Config, Event, Host, ReadOptions, WorkerError};
//!
//! # async fn read(bytes: Vec<u8>) -> Result<(), WorkerError> {
//! let mut host = Host::new(Config::default());
//! let mut worker = host.take()?;
//! worker.read(ReadOptions::default(), std::sync::Arc::new(bytes.into())).await?;
//! loop {
//!     match worker.next().await? {
//!         Event::PageStarted(_) => {}
//!         Event::Page(read) => println!("{} lines", read.page.lines().count()),
//!         Event::PageFailed(error) => println!("{error:?}"),
//!         Event::Done(error) => break println!("{error:?}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod child;
mod command;
mod event_reader;
mod exit_cause;
mod file_pages;
mod frame;
mod host;
mod input;
mod kill_handle;
mod last_sent;
mod limits;
mod packed_image;
pub mod panics;
mod picture_error;
mod protocol;
mod received_image;
mod sent_digest;
mod spawner;
mod worker;

pub use child::run;
pub use command::{ARGUMENT, is_worker};
pub use event_reader::{Event, EventReader, ReadPage};
pub use file_pages::FilePages;
pub use host::{Config, Host};
pub use input::Input;
pub use kill_handle::KillHandle;
pub use limits::{LIMITS, Limits};
pub use packed_image::{PackedImage, Size};
pub use picture_error::PictureError;
pub use protocol::{AttemptResult, InputKind, ModelFiles, PageTiming, ReadOptions, SandboxReport};
pub use received_image::ReceivedImage;
pub use sent_digest::{Digest, SentDigest, digest};
pub use worker::{Worker, WorkerError};
