//! Puts the nodes and constants of one ONNX graph into another, as `onnx.compose` does in Python: our networks
//! go into the adapters of `models/ocrs`, so that their weights exist once.

/// Field numbers of `onnx.proto`.
const MODEL_GRAPH: u64 = 7;
const GRAPH_NODE: u64 = 1;
const GRAPH_INITIALIZER: u64 = 5;

/// Wire types of protobuf.
const VARINT: u64 = 0;
const FIXED64: u64 = 1;
const LENGTH_DELIMITED: u64 = 2;
const FIXED32: u64 = 5;

/// The model `adapter` with what the graph of `network` consists of, which it refers to by name. Inputs, outputs
/// and versions are those of `adapter`. `None` when one of the two is no ONNX file.
pub(super) fn compose(adapter: &[u8], network: &[u8]) -> Option<Vec<u8>> {
    let mut graph = Vec::with_capacity(adapter.len() + network.len());
    for field in fields(graph_of(network)?)? {
        if matches!(field.number, GRAPH_NODE | GRAPH_INITIALIZER) {
            graph.extend_from_slice(field.whole);
        }
    }
    graph.extend_from_slice(graph_of(adapter)?);
    let mut model = Vec::with_capacity(graph.len() + adapter.len());
    for field in fields(adapter)?.iter().filter(|field| field.number != MODEL_GRAPH) {
        model.extend_from_slice(field.whole);
    }
    put_varint(&mut model, MODEL_GRAPH << 3 | LENGTH_DELIMITED);
    put_varint(&mut model, graph.len() as u64);
    model.extend_from_slice(&graph);
    Some(model)
}

fn graph_of(model: &[u8]) -> Option<&[u8]> {
    let fields = fields(model)?;
    fields.iter().find(|field| field.number == MODEL_GRAPH).map(|field| field.content)
}

/// One field of a protobuf message.
struct Field<'a> {
    number: u64,
    /// With number, type and length.
    whole: &'a [u8],
    /// What is counted by the length; all of it where there is no length.
    content: &'a [u8],
}

/// The fields of a message, in order; `None` when its bytes are none.
fn fields(message: &[u8]) -> Option<Vec<Field<'_>>> {
    let mut fields = Vec::new();
    let mut rest = message;
    while !rest.is_empty() {
        let (key, after_key) = varint(rest)?;
        let (content, after) = match key & 7 {
            VARINT => after_key.split_at_checked(after_key.len() - varint(after_key)?.1.len())?,
            FIXED64 => after_key.split_at_checked(8)?,
            FIXED32 => after_key.split_at_checked(4)?,
            LENGTH_DELIMITED => {
                let (length, content) = varint(after_key)?;
                content.split_at_checked(usize::try_from(length).ok()?)?
            }
            _ => return None,
        };
        let whole = &rest[..rest.len() - after.len()];
        fields.push(Field { number: key >> 3, whole, content });
        rest = after;
    }
    Some(fields)
}

/// The number that `bytes` begin with, and what follows it.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (index, &byte) in bytes.iter().enumerate().take(10) {
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

fn put_varint(to: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        to.push(value as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field with content of fewer than 128 bytes.
    fn field(number: u8, content: &[u8]) -> Vec<u8> {
        [&[number << 3 | 2, content.len() as u8], content].concat()
    }

    #[test]
    fn nodes_and_constants_of_both_are_in_the_graph_of_the_adapter() {
        let version = [1 << 3, 0x96, 0x01];
        let network =
            field(7, &[field(1, b"conv"), field(5, b"weight"), field(11, b"in")].concat());
        let graph = [field(1, b"resize"), field(11, b"picture")].concat();
        let adapter = [&version[..], &field(7, &graph)].concat();
        let merged = [field(1, b"conv"), field(5, b"weight"), graph].concat();
        assert_eq!(
            compose(&adapter, &network).unwrap(),
            [&version[..], &field(7, &merged)].concat()
        );
    }

    #[test]
    fn invalid_messages_are_refused() {
        let adapter = field(7, b"");
        for bytes in [
            &b""[..],
            b"\x3a",
            b"\x3a\x7f",
            b"\x3b",
            b"\x38\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            assert!(compose(&adapter, bytes).is_none(), "{bytes:?}");
        }
    }
}
