//! The networks that ImageToText ships, run in both ways.

use std::borrow::Cow;

use imagetotext_models::{DETECTION, RECOGNITION};
use imagetotext_nn::{ConvNet, Model, Parallelism, RtenModel, RunError, ThreadPool, load};

/// Pseudo-random pixels, the same each time.
fn noise(length: usize) -> Vec<f32> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 24) as f32 - 0.5
    };
    (0..length).map(|_| next()).collect()
}

/// Checks two outputs of logarithms or probabilities: a value halfway between two quantised ones may be
/// rounded to either.
fn assert_close(ours: &[f32], theirs: &[f32]) {
    assert_eq!(ours.len(), theirs.len());
    let differences = ours.iter().zip(theirs).map(|(a, b)| (a.exp() - b.exp()).abs());
    let (sum, largest) = differences.fold((0.0, 0.0_f32), |(sum, max), it| (sum + it, max.max(it)));
    let mean = sum / ours.len() as f32;
    assert!(mean < 1e-4 && largest < 0.05, "mean difference {mean}, largest {largest}");
}

#[test]
fn conv_net_agrees_with_rten() {
    for (bytes, sizes) in [
        (DETECTION, [[32, 32], [64, 160], [224, 96]]),
        (RECOGNITION, [[32, 4], [32, 36], [32, 400]]),
    ] {
        let ours = ConvNet::from_onnx(bytes).expect("the network is of the kind that ConvNet runs");
        let theirs = RtenModel::load(Cow::Borrowed(bytes)).unwrap();
        assert_eq!(ours.input_size(), theirs.input_size());
        let pool = ThreadPool::with_num_threads(3);
        for [height, width] in sizes {
            let pixels = noise(height * width);
            for parallelism in [Parallelism::CallingThread, Parallelism::Pool(&pool)] {
                let expected = theirs.run(&pixels, width, parallelism).unwrap();
                let output = ours.run(&pixels, width, parallelism).unwrap();
                assert_eq!(output.shape, expected.shape);
                assert_close(&output.values, &expected.values);
            }
        }
    }
}

#[test]
fn parallelism_does_not_change_the_output() {
    let pool = ThreadPool::with_num_threads(3);
    let pixels = noise(32 * 36);
    let ours = load(Cow::Borrowed(RECOGNITION)).unwrap();
    let theirs: Box<dyn Model> = Box::new(RtenModel::load(Cow::Borrowed(RECOGNITION)).unwrap());
    for network in [ours, theirs] {
        let shared = network.run(&pixels, 36, Parallelism::Pool(&pool)).unwrap();
        // On threads of the pool itself, as in an outer parallel loop.
        let alone = pool.run(|| network.run(&pixels, 36, Parallelism::CallingThread)).unwrap();
        assert_eq!(alone.shape, shared.shape);
        assert_eq!(alone.values, shared.values);
    }
}

#[test]
fn pictures_of_another_height_are_refused() {
    let network = load(Cow::Borrowed(RECOGNITION)).unwrap();
    assert_eq!(network.input_size(), [Some(32), None]);
    let output = network.run(&noise(30 * 36), 36, Parallelism::CallingThread);
    assert_eq!(output.unwrap_err(), RunError::InvalidInput);
}
