//! Blocks and reading order.
