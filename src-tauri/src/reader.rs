//! Reading happens in a process of its own, which dies with its picture.
//!
//! It is this same executable, started with [`ARGUMENT`]. [`child`] is what goes on inside it,
//! [`process`] what the shell has in hand of it, [`wire`] what the two say to each other. The shell
//! itself never decodes a picture.

mod child;
mod process;
mod wire;

pub(crate) use child::run;
pub(crate) use process::{Killer, Reader, Reading};
pub(crate) use wire::{Image, Input, Order, Pixels};

/// The argument that makes a reader of this program.
pub(crate) const ARGUMENT: &str = "--reader";
