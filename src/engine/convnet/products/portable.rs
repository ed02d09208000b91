//! Products on any processor, and what the others are held to.

use super::{DEPTH, Group, Seen, WIDTH, place};

pub(super) fn levels(group: &Group, seen: Seen<'_>, row: &mut [u8], outputs: usize) {
    for index in 0..row.len() / outputs {
        for (value, number) in
            place(group, row, outputs, index).iter_mut().zip(made(group, seen, index))
        {
            // The cast keeps to 0 and 255.
            *value = number.round_ties_even() as u8;
        }
    }
}

pub(super) fn numbers(group: &Group, seen: Seen<'_>, row: &mut [f32], outputs: usize) {
    for index in 0..row.len() / outputs {
        for (value, number) in
            place(group, row, outputs, index).iter_mut().zip(made(group, seen, index))
        {
            *value = number;
        }
    }
}

/// The outputs of the `place`-th place.
fn made(group: &Group, seen: Seen<'_>, place: usize) -> impl Iterator<Item = f32> {
    let width = group.scales.len();
    let mut sums = vec![[0_i32; WIDTH]; width];
    let mut blocks = group.blocks.chunks_exact(width);
    for &run in seen.runs {
        for (values, blocks) in seen.run(run, place).iter().zip(&mut blocks) {
            for (sums, block) in sums.iter_mut().zip(blocks) {
                for (sum, weights) in sums.iter_mut().zip(block.as_chunks::<DEPTH>().0) {
                    for (&value, &weight) in values.iter().zip(weights) {
                        *sum += i32::from(value) * i32::from(weight);
                    }
                }
            }
        }
    }
    let sums = sums.into_iter().flatten();
    let finish = group.scales.as_flattened().iter().zip(group.biases.as_flattened());
    sums.zip(finish).map(|(sum, (scale, bias))| (sum as f32).mul_add(*scale, *bias))
}
