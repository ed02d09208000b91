//! What stands in the nodes and constants of an ONNX graph; `None` where it is not of the kind asked for.

use rten_onnx::onnx::{AttributeProto, DataType, NodeProto, TensorProto};

pub(super) fn attribute<'a>(node: &'a NodeProto, name: &str) -> Option<&'a AttributeProto> {
    node.attribute.iter().find(|attribute| attribute.name.as_deref() == Some(name))
}

pub(super) fn integer(node: &NodeProto, name: &str) -> Option<i64> {
    attribute(node, name)?.i
}

pub(super) fn text<'a>(node: &'a NodeProto, name: &str) -> Option<&'a str> {
    attribute(node, name)?.s.as_deref()
}

pub(super) fn list(node: &NodeProto, name: &str) -> Vec<i64> {
    attribute(node, name).map(|attribute| attribute.ints.clone()).unwrap_or_default()
}

pub(super) fn dimensions(tensor: &TensorProto) -> Option<Vec<usize>> {
    tensor.dims.iter().map(|&length| usize::try_from(length).ok()).collect()
}

/// The values of a constant as they stand in the file.
pub(super) fn bytes(tensor: &TensorProto, of: DataType) -> Option<Vec<u8>> {
    let raw = tensor.raw_data.as_ref().filter(|_| tensor.data_type == Some(of))?;
    Some(raw.borrow().to_vec())
}

pub(super) fn floats(tensor: &TensorProto) -> Option<Vec<f32>> {
    let raw = bytes(tensor, DataType::FLOAT)?;
    Some(raw.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
}

pub(super) fn integers(tensor: &TensorProto) -> Option<Vec<i64>> {
    let raw = bytes(tensor, DataType::INT64)?;
    Some(raw.as_chunks().0.iter().map(|&bytes| i64::from_le_bytes(bytes)).collect())
}
