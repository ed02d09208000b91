//! Products with AVX2: two of them are added in sixteen bits, for which the weights are small enough.

use std::arch::x86_64::{
    __m256, __m256i, _mm256_add_epi32, _mm256_cvtepi32_ps, _mm256_cvtps_epi32, _mm256_fmadd_ps,
    _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_max_ps, _mm256_min_ps, _mm256_set1_epi16,
    _mm256_set1_epi32, _mm256_set1_ps, _mm256_setzero_ps, _mm256_setzero_si256,
};

use fearless_simd::prelude::*;
use fearless_simd::{Avx2, f32x8, i8x32, i32x8};

use super::blocks::{Group, WIDTH, place, tiles};
use super::{DEPTH, Seen};

/// Outputs that one register has room for, and so many of them are needed for a block.
const HALF: usize = WIDTH / 2;

fearless_simd::kernel!(
    pub(super) fn levels(
        avx2: Avx2,
        group: &Group,
        seen: Seen<'_>,
        row: &mut [u8],
        outputs: usize,
    ) {
        for block in 0..group.scales.len() {
            if row.len() / outputs < 4 {
                level_tiles::<1>(avx2, group, block, seen, row, outputs);
            } else {
                level_tiles::<4>(avx2, group, block, seen, row, outputs);
            }
        }
    }
);

fearless_simd::kernel!(
    pub(super) fn numbers(
        avx2: Avx2,
        group: &Group,
        seen: Seen<'_>,
        row: &mut [f32],
        outputs: usize,
    ) {
        for block in 0..group.scales.len() {
            if row.len() / outputs < 4 {
                number_tiles::<1>(avx2, group, block, seen, row, outputs);
            } else {
                number_tiles::<4>(avx2, group, block, seen, row, outputs);
            }
        }
    }
);

#[target_feature(enable = "avx2,fma")]
fn level_tiles<const PLACES: usize>(
    avx2: Avx2,
    group: &Group,
    block: usize,
    seen: Seen<'_>,
    row: &mut [u8],
    outputs: usize,
) {
    let most = _mm256_set1_ps(255.0);
    for first in tiles(row.len() / outputs, PLACES) {
        let made = made::<PLACES>(avx2, group, block, seen, first);
        let mut levels = [[[0; HALF]; 2]; PLACES];
        for place in 0..PLACES {
            for half in 0..2 {
                let kept =
                    _mm256_min_ps(_mm256_max_ps(made[place][half], _mm256_setzero_ps()), most);
                let whole: i32x8<Avx2> = _mm256_cvtps_epi32(kept).simd_into(avx2);
                levels[place][half] = whole.into();
            }
        }
        for (index, levels) in levels.iter().enumerate() {
            let levels = levels.as_flattened().iter().map(|&level: &i32| level as u8);
            fill(place(group, row, outputs, first + index), block, levels);
        }
    }
}

#[target_feature(enable = "avx2,fma")]
fn number_tiles<const PLACES: usize>(
    avx2: Avx2,
    group: &Group,
    block: usize,
    seen: Seen<'_>,
    row: &mut [f32],
    outputs: usize,
) {
    for first in tiles(row.len() / outputs, PLACES) {
        let made = made::<PLACES>(avx2, group, block, seen, first);
        let mut numbers = [[[0.0; HALF]; 2]; PLACES];
        for place in 0..PLACES {
            for half in 0..2 {
                let number: f32x8<Avx2> = made[place][half].simd_into(avx2);
                numbers[place][half] = number.into();
            }
        }
        for (index, numbers) in numbers.iter().enumerate() {
            let numbers = numbers.as_flattened().iter().copied();
            fill(place(group, row, outputs, first + index), block, numbers);
        }
    }
}

/// Puts the outputs of a block in their place among those of their group.
#[inline]
fn fill<T>(outputs: &mut [T], block: usize, made: impl Iterator<Item = T>) {
    for (output, made) in outputs[block * WIDTH..].iter_mut().zip(made) {
        *output = made;
    }
}

/// The outputs of a block for some places from the `first` one.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn made<const PLACES: usize>(
    avx2: Avx2,
    group: &Group,
    block: usize,
    seen: Seen<'_>,
    first: usize,
) -> [[__m256; 2]; PLACES] {
    let ones = _mm256_set1_epi16(1);
    let width = group.scales.len();
    let mut sums = [[_mm256_setzero_si256(); 2]; PLACES];
    let mut blocks = &group.blocks[..];
    for &run in seen.runs {
        let (of_run, others) = blocks.split_at(seen.length / DEPTH * width);
        blocks = others;
        let rows: [&[[u8; DEPTH]]; PLACES] =
            std::array::from_fn(|place| seen.run(run, first + place));
        for (index, blocks) in of_run.chunks_exact(width).enumerate() {
            let halves = blocks[block].as_chunks().0;
            let weights: [__m256i; 2] = [
                i8x32::simd_from(avx2, halves[0]).into(),
                i8x32::simd_from(avx2, halves[1]).into(),
            ];
            for place in 0..PLACES {
                let values = _mm256_set1_epi32(i32::from_le_bytes(rows[place][index]));
                for half in 0..2 {
                    let pairs = _mm256_maddubs_epi16(values, weights[half]);
                    let fours = _mm256_madd_epi16(pairs, ones);
                    sums[place][half] = _mm256_add_epi32(sums[place][half], fours);
                }
            }
        }
    }
    let mut made = [[_mm256_setzero_ps(); 2]; PLACES];
    for half in 0..2 {
        let lanes = |of: &[[f32; WIDTH]]| -> __m256 {
            f32x8::simd_from(avx2, of[block].as_chunks().0[half]).into()
        };
        let (scales, biases) = (lanes(&group.scales), lanes(&group.biases));
        for place in 0..PLACES {
            made[place][half] =
                _mm256_fmadd_ps(_mm256_cvtepi32_ps(sums[place][half]), scales, biases);
        }
    }
    made
}
