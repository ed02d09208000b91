//! The sandboxed process that reads pictures.
