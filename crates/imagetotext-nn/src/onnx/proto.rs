//! Fields of the nodes and constants of an ONNX graph; `None` where one is not of the type asked for.

use rten_onnx::onnx::{AttributeProto, DataType, NodeProto, TensorProto};

pub(super) fn attribute<'a>(node: &'a NodeProto, name: &str) -> Option<&'a AttributeProto> {
    node.attribute.iter().find(|attribute| attribute.name.as_deref() == Some(name))
}

pub(super) fn int_attribute(node: &NodeProto, name: &str) -> Option<i64> {
    attribute(node, name)?.i
}

pub(super) fn string_attribute<'a>(node: &'a NodeProto, name: &str) -> Option<&'a str> {
    attribute(node, name)?.s.as_deref()
}

/// Empty where there is no such attribute.
pub(super) fn ints_attribute(node: &NodeProto, name: &str) -> Vec<i64> {
    attribute(node, name).map(|attribute| attribute.ints.clone()).unwrap_or_default()
}

pub(super) fn dimensions(tensor: &TensorProto) -> Option<Vec<usize>> {
    tensor.dims.iter().map(|&length| usize::try_from(length).ok()).collect()
}

/// The values of a constant as they are stored.
pub(super) fn bytes(tensor: &TensorProto, data_type: DataType) -> Option<Vec<u8>> {
    let raw = tensor.raw_data.as_ref().filter(|_| tensor.data_type == Some(data_type))?;
    Some(raw.borrow().to_vec())
}

pub(super) fn floats(tensor: &TensorProto) -> Option<Vec<f32>> {
    let raw = bytes(tensor, DataType::FLOAT)?;
    Some(raw.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
}

pub(super) fn ints(tensor: &TensorProto) -> Option<Vec<i64>> {
    let raw = bytes(tensor, DataType::INT64)?;
    Some(raw.as_chunks().0.iter().map(|&bytes| i64::from_le_bytes(bytes)).collect())
}
