//! Layers small enough to compute in the head, and graphs that are none of ours.

use rten_onnx::onnx::{GraphProto, ModelProto};

use super::convolution::{Convolution, Shape};
use super::map::Map;
use super::*;

fn convolution(shape: Shape, weights: &[f32], inputs: usize) -> Convolution {
    let outputs = weights.len() / (inputs * shape.kernel[0] * shape.kernel[1]);
    Convolution::new(shape, weights, vec![0.0; outputs], inputs).unwrap()
}

/// The convolution as the textbook has it, for one picture `[channels, rows, columns]`.
fn textbook(shape: Shape, weights: &[f32], input: &[f32], size: [usize; 3]) -> Vec<f32> {
    let [channels, rows, columns] = size;
    let [tall, wide] = shape.kernel;
    let length = |axis: usize, length: usize| {
        let seen = shape.dilation[axis] * (shape.kernel[axis] - 1) + 1;
        (length + 2 * shape.padding[axis] - seen) / shape.stride[axis] + 1
    };
    let mut output = Vec::new();
    for weights in weights.chunks_exact(channels * tall * wide) {
        for row in 0..length(0, rows) {
            for column in 0..length(1, columns) {
                let mut sum = 0.0;
                for (index, weight) in weights.iter().enumerate() {
                    let (channel, y, x) =
                        (index / (tall * wide), index / wide % tall, index % wide);
                    let y = row * shape.stride[0] + y * shape.dilation[0];
                    let x = column * shape.stride[1] + x * shape.dilation[1];
                    let inside = |at: usize, axis: usize, length| {
                        at.checked_sub(shape.padding[axis]).filter(|at| *at < length)
                    };
                    if let (Some(y), Some(x)) = (inside(y, 0, rows), inside(x, 1, columns)) {
                        sum += weight * input[(channel * rows + y) * columns + x];
                    }
                }
                output.push(sum);
            }
        }
    }
    output
}

#[test]
fn convolutions_are_those_of_the_textbook() {
    let shape = |kernel, stride, padding, dilation| Shape { kernel, stride, padding, dilation };
    for (shape, channels) in [
        (Shape::POINT, 5),
        (shape([3, 3], [2, 2], [1, 1], [1, 1]), 1),
        (shape([3, 3], [1, 1], [1, 1], [1, 1]), 7),
        (shape([3, 3], [2, 1], [1, 1], [1, 1]), 6),
        (shape([2, 3], [1, 1], [0, 1], [1, 1]), 8),
        (shape([1, 5], [1, 1], [0, 8], [1, 4]), 6),
    ] {
        let [rows, columns, outputs] = [6, 11, 3];
        let value = |index: usize| ((index * 37 + 11) % 17) as f32 / 8.0 - 1.0;
        let input: Vec<f32> = (0..channels * rows * columns).map(value).collect();
        let count = outputs * channels * shape.kernel[0] * shape.kernel[1];
        let weights: Vec<f32> = (0..count).map(|index| value(index * 5 + 1)).collect();
        // A wider border than the padding, as another layer might need.
        let border = [shape.padding[0] + 1, shape.padding[1] + 2];
        let mut map = Map::blank([rows, columns], channels, border);
        for (index, &value) in input.iter().enumerate() {
            let (channel, row, column) =
                (index / (rows * columns), index / columns % rows, index % columns);
            let place = map.place(row + border[0], column + border[1]);
            map.values[place + channel] = value;
        }
        let made = convolution(shape, &weights, channels).run(&map, [1, 2]).unwrap();
        let expected = textbook(shape, &weights, &input, [channels, rows, columns]);
        assert_eq!(made.rows * made.columns * made.channels, expected.len());
        for (index, expected) in expected.iter().enumerate() {
            let (output, row, column) = (
                index / (made.rows * made.columns),
                index / made.columns % made.rows,
                index % made.columns,
            );
            let value = made.values[made.place(row + 1, column + 2) + output];
            assert!((value - expected).abs() < 1e-4, "{shape:?}: {value} for {expected}");
        }
        let frame = made.values.iter().sum::<f32>() - expected.iter().sum::<f32>();
        assert!(frame.abs() < 1e-2, "{shape:?}: the frame is not zero");
    }
}

#[test]
fn what_is_negative_is_cut_and_a_bias_added() {
    let mut layer = convolution(Shape::POINT, &[1.0, -1.0], 1);
    assert!(!layer.add_bias(&[1.0]));
    assert!(layer.add_bias(&[0.5, 0.0]));
    layer.cut();
    let made = layer.run(&Map::of_picture(&[2.0, -3.0], 2, [0, 0]), [0, 0]).unwrap();
    assert_eq!(made.values, [2.5, 0.0, 0.0, 3.0]);
}

#[test]
fn layers_that_do_not_fit_are_errors() {
    let wide = Shape { kernel: [1, 5], ..Shape::POINT };
    assert!(Convolution::new(wide, &[1.0; 4], vec![0.0], 1).is_none());
    assert!(Convolution::new(Shape { stride: [0, 1], ..wide }, &[1.0; 5], vec![0.0], 1).is_none());
    let layer = convolution(wide, &[1.0; 5], 1);
    assert!(layer.run(&Map::blank([1, 4], 1, [0, 0]), [0, 0]).is_err());
    assert!(layer.run(&Map::blank([1, 9], 2, [0, 0]), [0, 0]).is_err());
    let padded = convolution(Shape { padding: [0, 2], ..wide }, &[1.0; 5], 1);
    assert!(padded.run(&Map::blank([1, 9], 1, [0, 1]), [0, 0]).is_err());
}

#[test]
fn other_networks_are_left_to_rten() {
    assert!(ConvNet::parse(b"").is_none());
    assert!(ConvNet::parse(b"no network").is_none());
    let empty = ModelProto { graph: Some(GraphProto::default()), ..ModelProto::default() };
    assert!(ConvNet::parse(&empty.write_buf().unwrap()).is_none());
}
