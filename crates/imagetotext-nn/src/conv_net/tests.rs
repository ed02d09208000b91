//! Layers small enough to compute in the head, and graphs that are none of ours.

use rten_onnx::onnx::{GraphProto, ModelProto};

use super::layer::{Layer, Parts, Shape};
use super::map::Map;
use super::*;

const POINT: Shape = Shape { kernel: [1, 1], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };

/// A layer that takes each sum by a sixteenth.
fn layer(shape: Shape, weights: &[i8], inputs: usize) -> Option<Layer> {
    let outputs = weights.len() / (inputs * shape.kernel[0] * shape.kernel[1]);
    let (scales, biases) = (vec![1.0 / 16.0; outputs], vec![0.0; outputs]);
    Layer::new(&Parts { shape, inputs, weights, scales: &scales, biases: &biases })
}

/// The convolution as the textbook has it, for one picture `[channels, rows, columns]`.
fn textbook(shape: Shape, weights: &[i8], input: &[u8], size: [usize; 3]) -> Vec<f32> {
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
                let mut sum = 0;
                for (index, weight) in weights.iter().enumerate() {
                    let (channel, y, x) =
                        (index / (tall * wide), index / wide % tall, index % wide);
                    let y = row * shape.stride[0] + y * shape.dilation[0];
                    let x = column * shape.stride[1] + x * shape.dilation[1];
                    let inside = |at: usize, axis: usize, length| {
                        at.checked_sub(shape.padding[axis]).filter(|at| *at < length)
                    };
                    if let (Some(y), Some(x)) = (inside(y, 0, rows), inside(x, 1, columns)) {
                        let value = input[(channel * rows + y) * columns + x];
                        sum += i32::from(*weight) * i32::from(value);
                    }
                }
                output.push(sum as f32 / 16.0);
            }
        }
    }
    output
}

#[test]
fn convolutions_are_those_of_the_textbook() {
    let shape = |kernel, stride, padding, dilation| Shape { kernel, stride, padding, dilation };
    for (shape, channels) in [
        (POINT, 5),
        (shape([3, 3], [2, 2], [1, 1], [1, 1]), 1),
        (shape([3, 3], [1, 1], [1, 1], [1, 1]), 7),
        (shape([3, 3], [2, 1], [1, 1], [1, 1]), 6),
        (shape([2, 3], [1, 1], [0, 1], [1, 1]), 8),
        (shape([1, 5], [1, 1], [0, 8], [1, 4]), 6),
    ] {
        let [rows, columns, outputs] = [6, 11, 3];
        let noise = |index: usize| index * 37 % 101;
        let input: Vec<u8> =
            (0..channels * rows * columns).map(|index| noise(index) as u8).collect();
        let count = outputs * channels * shape.kernel[0] * shape.kernel[1];
        let weights: Vec<i8> = (0..count).map(|index| (noise(index + 5) % 41) as i8 - 15).collect();
        // A wider border than the padding, as another layer might need.
        let border = [shape.padding[0] + 1, shape.padding[1] + 2];
        let mut map = Map::blank([rows, columns], channels, border, 0);
        for (index, &value) in input.iter().enumerate() {
            let (channel, row, column) =
                (index / (rows * columns), index / columns % rows, index % columns);
            let place = map.place(row + border[0], column + border[1]);
            map.values[place + channel] = value;
        }
        let layer = layer(shape, &weights, channels).unwrap();
        let levels = layer.levels(&map, [1, 2], Parallelism::CallingThread).unwrap();
        let (numbers, size) = layer.numbers(&map, Parallelism::CallingThread).unwrap();
        let expected = textbook(shape, &weights, &input, [channels, rows, columns]);
        assert_eq!([levels.rows, levels.columns], size);
        assert_eq!(levels.rows * levels.columns * levels.channels, expected.len());
        let mut sum = 0;
        for (index, expected) in expected.iter().enumerate() {
            let (output, row, column) =
                (index / (size[0] * size[1]), index / size[1] % size[0], index % size[1]);
            let level = levels.values[levels.place(row + 1, column + 2) + output];
            assert_eq!(level, expected.round_ties_even() as u8, "{shape:?}");
            let number = numbers[(row * size[1] + column) * outputs + output];
            assert_eq!(number.to_bits(), expected.to_bits(), "{shape:?}");
            sum += u32::from(level);
        }
        let all: u32 = levels.values.iter().copied().map(u32::from).sum();
        assert_eq!(sum, all, "{shape:?}: the frame is not zero");
    }
}

#[test]
fn what_is_negative_is_cut_and_a_bias_added() {
    let parts =
        |biases| Parts { shape: POINT, inputs: 1, weights: &[1, -1], scales: &[1.0, 0.5], biases };
    assert!(Layer::new(&parts(&[1.0])).is_none());
    let layer = Layer::new(&parts(&[0.75, 3.0])).unwrap();
    let mut map = Map::blank([1, 2], 1, [0, 0], 0);
    map.values[..2].copy_from_slice(&[200, 4]);
    assert_eq!(
        layer.levels(&map, [0, 0], Parallelism::CallingThread).unwrap().values[..4],
        [201, 0, 5, 1]
    );
    assert_eq!(
        layer.numbers(&map, Parallelism::CallingThread).unwrap(),
        (vec![200.75, -97.0, 4.75, 1.0], [1, 2])
    );
}

#[test]
fn layers_that_do_not_fit_are_errors() {
    let wide = Shape { kernel: [1, 5], ..POINT };
    let weights = |count| Parts {
        shape: wide,
        inputs: 1,
        weights: &[1; 5][..count],
        scales: &[1.0],
        biases: &[0.0],
    };
    assert!(Layer::new(&weights(4)).is_none());
    assert!(Layer::new(&Parts { weights: &[1, 2, 3, 4, 64], ..weights(5) }).is_none());
    assert!(layer(Shape { stride: [0, 1], ..wide }, &[1; 5], 1).is_none());
    let blank = |columns, channels, border| Map::blank([1, columns], channels, border, 0);
    let plain = Layer::new(&weights(5)).unwrap();
    assert!(plain.levels(&blank(4, 1, [0, 0]), [0, 0], Parallelism::CallingThread).is_err());
    assert!(plain.numbers(&blank(9, 2, [0, 0]), Parallelism::CallingThread).is_err());
    let padded = layer(Shape { padding: [0, 2], ..wide }, &[1; 5], 1).unwrap();
    assert!(padded.levels(&blank(9, 1, [0, 1]), [0, 0], Parallelism::CallingThread).is_err());
}

#[test]
fn four_channels_are_quarters() {
    let places = [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0];
    assert_eq!(quarters(&places, 2), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    assert_eq!(quarters(&places, 1), [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0]);
}

#[test]
fn other_networks_are_left_to_rten() {
    assert!(ConvNet::parse(b"").is_none());
    assert!(ConvNet::parse(b"no network").is_none());
    let empty = ModelProto { graph: Some(GraphProto::default()), ..ModelProto::default() };
    assert!(ConvNet::parse(&empty.write_buf().unwrap()).is_none());
}
