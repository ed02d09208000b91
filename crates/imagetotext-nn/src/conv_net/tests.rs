//! Layers small enough to compute by hand, compared with the definition of a convolution.

use super::conv_layer::ConvOutput;
use super::*;

const POINTWISE: ConvGeometry =
    ConvGeometry { kernel: [1, 1], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };

/// A layer whose scales are 1/16.
fn layer(geometry: ConvGeometry, weights: &[i8], input_channels: usize) -> Option<ConvLayer> {
    let output_channels =
        weights.len() / (input_channels * geometry.kernel[0] * geometry.kernel[1]);
    let (scales, biases) = (vec![1.0 / 16.0; output_channels], vec![0.0; output_channels]);
    ConvLayer::new(&ConvParams {
        geometry,
        input_channels,
        weights,
        scales: &scales,
        biases: &biases,
    })
}

/// The same by definition, for an input `[channels, rows, columns]`.
fn reference(geometry: ConvGeometry, weights: &[i8], input: &[u8], size: [usize; 3]) -> Vec<f32> {
    let [channels, rows, columns] = size;
    let ConvGeometry { kernel: [tall, wide], stride, padding, dilation } = geometry;
    let length = |axis: usize, length: usize| {
        let covered = dilation[axis] * (geometry.kernel[axis] - 1) + 1;
        (length + 2 * padding[axis] - covered) / stride[axis] + 1
    };
    let mut output = Vec::new();
    for weights in weights.chunks_exact(channels * tall * wide) {
        for row in 0..length(0, rows) {
            for column in 0..length(1, columns) {
                let mut sum = 0;
                for (index, weight) in weights.iter().enumerate() {
                    let (channel, y, x) =
                        (index / (tall * wide), index / wide % tall, index % wide);
                    let y = row * stride[0] + y * dilation[0];
                    let x = column * stride[1] + x * dilation[1];
                    let inside = |at: usize, axis: usize, length| {
                        at.checked_sub(padding[axis]).filter(|at| *at < length)
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
fn layers_match_the_definition_of_a_convolution() {
    let geometry =
        |kernel, stride, padding, dilation| ConvGeometry { kernel, stride, padding, dilation };
    let pool = crate::ThreadPool::with_num_threads(2);
    for (geometry, channels) in [
        (POINTWISE, 5),
        (geometry([3, 3], [2, 2], [1, 1], [1, 1]), 1),
        (geometry([3, 3], [1, 1], [1, 1], [1, 1]), 7),
        (geometry([3, 3], [2, 1], [1, 1], [1, 1]), 6),
        (geometry([2, 3], [1, 1], [0, 1], [1, 1]), 8),
        (geometry([1, 5], [1, 1], [0, 8], [1, 4]), 6),
    ] {
        let [rows, columns, output_channels] = [6, 11, 3];
        let noise = |index: usize| index * 37 % 101;
        let input: Vec<u8> =
            (0..channels * rows * columns).map(|index| noise(index) as u8).collect();
        let count = output_channels * channels * geometry.kernel[0] * geometry.kernel[1];
        let weights: Vec<i8> = (0..count).map(|index| (noise(index + 5) % 41) as i8 - 15).collect();
        // A wider border than the padding, as another layer might need.
        let border = [geometry.padding[0] + 1, geometry.padding[1] + 2];
        let mut map = FeatureMap::filled([rows, columns], channels, border, 0);
        for (index, &value) in input.iter().enumerate() {
            let (channel, row, column) =
                (index / (rows * columns), index / columns % rows, index % columns);
            let pixel = map.offset(row + border[0], column + border[1]);
            map.values[pixel + channel] = value;
        }
        let layer = layer(geometry, &weights, channels).unwrap();
        let expected = reference(geometry, &weights, &input, [channels, rows, columns]);
        for parallelism in [Parallelism::CallingThread, Parallelism::Pool(&pool)] {
            let quantized = layer.forward_u8(&map, [1, 2], parallelism).unwrap();
            let output = layer.forward_f32(&map, parallelism).unwrap();
            let size = [output.rows, output.columns];
            assert_eq!([quantized.rows, quantized.columns], size);
            assert_eq!(size[0] * size[1] * quantized.channels, expected.len());
            let mut sum = 0;
            for (index, expected) in expected.iter().enumerate() {
                let (channel, row, column) =
                    (index / (size[0] * size[1]), index / size[1] % size[0], index % size[1]);
                let rounded = quantized.values[quantized.offset(row + 1, column + 2) + channel];
                assert_eq!(rounded, expected.round_ties_even() as u8, "{geometry:?}");
                let exact = output.values[(row * size[1] + column) * output_channels + channel];
                assert_eq!(exact.to_bits(), expected.to_bits(), "{geometry:?}");
                sum += u32::from(rounded);
            }
            let all: u32 = quantized.values.iter().copied().map(u32::from).sum();
            assert_eq!(sum, all, "{geometry:?}: the border is not zero");
        }
    }
}

#[test]
fn biases_are_added_and_negative_outputs_clamped() {
    let params = |biases| ConvParams {
        geometry: POINTWISE,
        input_channels: 1,
        weights: &[1, -1],
        scales: &[1.0, 0.5],
        biases,
    };
    assert!(ConvLayer::new(&params(&[1.0])).is_none());
    let layer = ConvLayer::new(&params(&[0.75, 3.0])).unwrap();
    let mut map = FeatureMap::filled([1, 2], 1, [0, 0], 0);
    map.values[..2].copy_from_slice(&[200, 4]);
    let quantized = layer.forward_u8(&map, [0, 0], Parallelism::CallingThread).unwrap();
    assert_eq!(quantized.values[..4], [201, 0, 5, 1]);
    let output = layer.forward_f32(&map, Parallelism::CallingThread).unwrap();
    let values = vec![200.75, -97.0, 4.75, 1.0];
    assert_eq!(output, ConvOutput { values, rows: 1, columns: 2 });
}

#[test]
fn layers_that_do_not_fit_are_errors() {
    let wide = ConvGeometry { kernel: [1, 5], ..POINTWISE };
    let params = |weight_count| ConvParams {
        geometry: wide,
        input_channels: 1,
        weights: &[1; 5][..weight_count],
        scales: &[1.0],
        biases: &[0.0],
    };
    assert!(ConvLayer::new(&params(4)).is_none());
    assert!(ConvLayer::new(&ConvParams { weights: &[1, 2, 3, 4, 64], ..params(5) }).is_none());
    assert!(layer(ConvGeometry { stride: [0, 1], ..wide }, &[1; 5], 1).is_none());
    let blank = |columns, channels, border| FeatureMap::filled([1, columns], channels, border, 0);
    let alone = Parallelism::CallingThread;
    let unpadded = ConvLayer::new(&params(5)).unwrap();
    assert!(unpadded.forward_u8(&blank(4, 1, [0, 0]), [0, 0], alone).is_err());
    assert!(unpadded.forward_f32(&blank(9, 2, [0, 0]), alone).is_err());
    let padded = layer(ConvGeometry { padding: [0, 2], ..wide }, &[1; 5], 1).unwrap();
    assert!(padded.forward_u8(&blank(9, 1, [0, 1]), [0, 0], alone).is_err());
}

#[test]
fn four_channels_become_two_by_two_pixels() {
    let values = [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0];
    assert_eq!(depth_to_space(&values, 2), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    assert_eq!(depth_to_space(&values, 1), [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0]);
}
