//! All kernels return the same, bit by bit: dot products by definition.

#[cfg(target_arch = "x86_64")]
use super::x86::Instructions;
use super::*;

/// Pseudo-random bytes, the same each time.
fn noise(length: usize, seed: u32) -> impl Iterator<Item = u8> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(length)
}

struct Case {
    pixels: usize,
    output_channels: usize,
    span_len: usize,
    spans: Vec<usize>,
}

fn cases() -> Vec<Case> {
    let case = |pixels, output_channels, span_len, spans: &[usize]| Case {
        pixels,
        output_channels,
        span_len,
        spans: spans.to_vec(),
    };
    vec![
        case(1, 4, 4, &[0]),
        case(3, 16, 4, &[3, 90, 201]),
        case(7, 24, 48, &[0, 100, 200]),
        case(8, 56, 8, &[5, 50]),
        case(23, 80, 12, &[1]),
        case(30, 224, 20, &[0, 64, 7, 9, 300]),
        case(5, 758, 8, &[0, 2]),
        case(9, 44, 8, &[0, 2]),
    ]
}

/// The arguments of [`Gemm::new`].
struct Params {
    weights: Vec<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
}

/// Values from one pixel to the next.
const STEP: usize = 8;

/// Compares the results of a kernel with the definition, for inputs and weights near their maximum.
fn check(build: impl Fn(&Params) -> Gemm) {
    for (index, case) in cases().iter().enumerate() {
        let values: Vec<u8> = noise(4000, index as u32).map(|value| value | 0xc0).collect();
        let channels = case.output_channels;
        let depth = case.span_len * case.spans.len();
        let weight = |value: u8| (value % 127).cast_signed() - MAX_WEIGHT;
        let mut params = Params {
            weights: noise(channels * depth, 99).map(weight).collect(),
            scales: (0..channels).map(|it| 0.002 + it as f32 * 1e-5).collect(),
            biases: (0..channels).map(|it| 90.0 - it as f32).collect(),
        };
        params.weights[..case.span_len].fill(MAX_WEIGHT);
        let window = InputWindow {
            values: &values,
            spans: &case.spans,
            span_len: case.span_len,
            step: STEP,
        };
        let gemm = build(&params);
        let size = case.pixels * channels;
        let (mut quantized, mut exact) = (vec![7; size], vec![7.0; size]);
        gemm.forward_u8(window, &mut quantized).unwrap();
        gemm.forward_f32(window, &mut exact).unwrap();
        for (index, (quantized, exact)) in quantized.into_iter().zip(exact).enumerate() {
            let (pixel, channel) = (index / channels, index % channels);
            let inputs = case.spans.iter().flat_map(|start| {
                let start = start + pixel * STEP;
                &values[start..start + case.span_len]
            });
            let products = inputs
                .zip(&params.weights[channel * depth..])
                .map(|(&input, &weight)| i32::from(input) * i32::from(weight));
            let sum = products.sum::<i32>() as f32;
            let expected = sum.mul_add(params.scales[channel], params.biases[channel]);
            assert_eq!(exact.to_bits(), expected.to_bits(), "{channels} channels");
            assert_eq!(quantized, expected.round_ties_even() as u8, "{channels} channels");
        }
    }
}

#[test]
fn the_kernels_of_this_processor_are_exact() {
    check(|params| Gemm::new(&params.weights, &params.scales, &params.biases));
}

#[test]
fn the_portable_kernels_are_exact() {
    check(|params| {
        Gemm::Portable(PortableGemm::new(&params.weights, &params.scales, &params.biases))
    });
}

/// On processors with AVX-512 the first test does not reach them.
#[cfg(target_arch = "x86_64")]
#[test]
fn the_avx2_kernels_are_exact() {
    let Some(avx2) = fearless_simd::Level::new().as_avx2() else { return };
    let instructions = Instructions::Avx2(avx2);
    check(|params| {
        Gemm::X86(X86Gemm::with(instructions, &params.weights, &params.scales, &params.biases))
    });
}
