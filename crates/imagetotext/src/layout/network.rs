//! The learned models of the layout: small networks, from features of a pair or a block to evidence.

use std::sync::LazyLock;

pub(super) use crate::dense_network::DenseNetwork as Network;

/// The networks of the layout, in the order of the file.
#[derive(Debug)]
pub(super) struct Networks {
    /// Two texts side by side: read across, and in one cell.
    pub(super) beside: Network,
    /// Weights of the agreement between pairs: see [`super::across`].
    pub(super) agreement: Network,
    /// A row below another: in one block, and in one row of a table.
    pub(super) below: Network,
    /// Two blocks: the first is read before the second.
    pub(super) before: Network,
    /// A block: one output for each kind.
    pub(super) kind: Network,
}

impl Networks {
    /// The networks that we ship.
    pub(super) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Networks> = LazyLock::new(|| {
            Networks::parse(imagetotext_models::LAYOUT).expect("a test reads the embedded file")
        });
        &SHIPPED
    }

    /// Parses the file; `None` when `bytes` are something else.
    pub(super) fn parse(mut bytes: &[u8]) -> Option<Self> {
        let rest = &mut bytes;
        let networks = Self {
            beside: Network::parse(rest)?,
            agreement: Network::parse(rest)?,
            below: Network::parse(rest)?,
            before: Network::parse(rest)?,
            kind: Network::parse(rest)?,
        };
        rest.is_empty().then_some(networks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_hold_no_networks_are_refused() {
        let bytes = imagetotext_models::LAYOUT;
        assert!(Networks::parse(bytes).is_some());
        for end in [0, 3, 100, bytes.len() - 1] {
            assert!(Networks::parse(&bytes[..end]).is_none(), "{end}");
        }
        assert!(Networks::parse(&[bytes, b"x"].concat()).is_none());
    }
}
