//! The real binary, from the outside: what it prints, where, and how it ends.
//!
//! What it reads is the matter of `golden.rs`; here one small picture is enough.

mod bad_input;
mod bad_models;
mod bad_output;
mod bombs;
mod formats;
mod harness;
mod lock;
mod results;
mod usage;
