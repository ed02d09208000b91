//! Every processor adds up the same.

#[cfg(target_arch = "x86_64")]
use super::blocks::Processor;
use super::*;

/// Numbers that look like chance, the same each time.
fn noise(length: usize, seed: u32) -> impl Iterator<Item = u8> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(length)
}

struct Case {
    places: usize,
    outputs: usize,
    length: usize,
    runs: Vec<usize>,
}

fn cases() -> Vec<Case> {
    let case = |places, outputs, length, runs: &[usize]| Case {
        places,
        outputs,
        length,
        runs: runs.to_vec(),
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

/// What a layer is made of.
struct Parts {
    weights: Vec<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
}

/// Holds the weights that `make` makes to the definition, with the heaviest values and weights.
fn check(make: impl Fn(&Parts) -> Weights) {
    for (index, case) in cases().iter().enumerate() {
        let values: Vec<u8> = noise(4000, index as u32).map(|value| value | 0xc0).collect();
        let depth = case.length * case.runs.len();
        let weight = |value: u8| (value % 127).cast_signed() - 63;
        let mut parts = Parts {
            weights: noise(case.outputs * depth, 99).map(weight).collect(),
            scales: (0..case.outputs).map(|it| 0.002 + it as f32 * 1e-5).collect(),
            biases: (0..case.outputs).map(|it| 90.0 - it as f32).collect(),
        };
        parts.weights[..case.length].fill(63);
        let seen = Seen { values: &values, runs: &case.runs, length: case.length, step: 8 };
        let weights = make(&parts);
        let size = case.places * case.outputs;
        let (mut levels, mut numbers) = (vec![7; size], vec![7.0; size]);
        weights.levels(seen, &mut levels).unwrap();
        weights.numbers(seen, &mut numbers).unwrap();
        for (index, (level, number)) in levels.into_iter().zip(numbers).enumerate() {
            let (place, output) = (index / case.outputs, index % case.outputs);
            let seen = case
                .runs
                .iter()
                .flat_map(|run| &values[run + place * 8..run + place * 8 + case.length]);
            let products = seen
                .zip(&parts.weights[output * depth..])
                .map(|(&value, &weight)| i32::from(value) * i32::from(weight));
            let sum = products.sum::<i32>() as f32;
            let expected = sum.mul_add(parts.scales[output], parts.biases[output]);
            assert_eq!(number.to_bits(), expected.to_bits(), "{} outputs", case.outputs);
            assert_eq!(level, expected.round_ties_even() as u8, "{} outputs", case.outputs);
        }
    }
}

#[test]
fn the_processor_at_hand_adds_up() {
    check(|parts| Weights::new(&parts.weights, &parts.scales, &parts.biases));
}

#[test]
fn processors_without_instructions_of_ours_add_up() {
    check(|parts| Weights::Matrix(Matrix::new(&parts.weights, &parts.scales, &parts.biases)));
}

#[cfg(target_arch = "x86_64")]
#[test]
fn processors_without_avx512_add_up() {
    let Some(avx2) = fearless_simd::Level::new().as_avx2() else { return };
    let processor = Processor::Avx2(avx2);
    check(|parts| {
        Weights::Blocks(Blocks::with(processor, &parts.weights, &parts.scales, &parts.biases))
    });
}
