//! The window of ImageToText.

pub mod contract;
