//! Every processor adds up the same.

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

/// Runs `check` on each case; the heaviest values and weights are among them.
fn each(check: impl Fn(&Weights, Seen<'_>, &Case)) {
    for (index, case) in cases().iter().enumerate() {
        let values: Vec<u8> = noise(4000, index as u32).map(|value| value | 0xc0).collect();
        let count = case.outputs * case.length * case.runs.len();
        let weight = |value: u8| (value % 127).cast_signed() - 63;
        let mut weights: Vec<i8> = noise(count, 99).map(weight).collect();
        weights[..case.length].fill(63);
        let scales: Vec<f32> = (0..case.outputs).map(|it| 0.002 + it as f32 * 1e-5).collect();
        let biases: Vec<f32> = (0..case.outputs).map(|it| 90.0 - it as f32).collect();
        let weights = Weights::new(&weights, &scales, &biases);
        let seen = Seen { values: &values, runs: &case.runs, length: case.length, step: 8 };
        check(&weights, seen, case);
    }
}

/// What the portable code says.
fn expected(weights: &Weights, seen: Seen<'_>, case: &Case) -> (Vec<u8>, Vec<f32>) {
    let size = case.places * case.outputs;
    let (mut levels, mut numbers) = (vec![0; size], vec![0.0; size]);
    for group in &weights.groups {
        portable::levels(group, seen, &mut levels, case.outputs);
        portable::numbers(group, seen, &mut numbers, case.outputs);
    }
    (levels, numbers)
}

#[test]
fn portable_sums_are_those_of_the_definition() {
    let weights: Vec<i8> = vec![1, 2, 3, 4, -1, 0, 0, 60];
    let weights = Weights::new(&weights, &[0.5, 2.0], &[1.0, -7.0]);
    let values = [10, 20, 30, 40, 50];
    let seen = Seen { values: &values, runs: &[0], length: 4, step: 1 };
    let case = Case { places: 2, outputs: 2, length: 4, runs: vec![0] };
    let (levels, numbers) = expected(&weights, seen, &case);
    assert_eq!(numbers, [151.0, 4773.0, 201.0, 5953.0]);
    assert_eq!(levels, [151, 255, 201, 255]);
}

#[test]
fn the_processor_at_hand_says_what_the_portable_code_says() {
    each(|weights, seen, case| {
        let size = case.places * case.outputs;
        let (mut levels, mut numbers) = (vec![7; size], vec![7.0; size]);
        weights.levels(seen, &mut levels);
        weights.numbers(seen, &mut numbers);
        assert!((levels, numbers) == expected(weights, seen, case), "{} outputs", case.outputs);
    });
}

#[cfg(target_arch = "x86_64")]
#[test]
fn processors_without_avx512_say_the_same() {
    let Some(level) = Level::new().as_avx2() else { return };
    each(|weights, seen, case| {
        let size = case.places * case.outputs;
        let (mut levels, mut numbers) = (vec![7; size], vec![7.0; size]);
        for group in &weights.groups {
            avx2::levels(level, group, seen, &mut levels, case.outputs);
            avx2::numbers(level, group, seen, &mut numbers, case.outputs);
        }
        assert!((levels, numbers) == expected(weights, seen, case), "{} outputs", case.outputs);
    });
}
