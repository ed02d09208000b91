//! Products with the instructions for networks of AVX-512 (VNNI).

use std::arch::x86_64::{
    __m512, __m512i, _mm512_cvtepi32_ps, _mm512_cvtps_epi32, _mm512_cvtusepi32_epi8,
    _mm512_dpbusd_epi32, _mm512_fmadd_ps, _mm512_max_ps, _mm512_set1_epi32, _mm512_setzero_ps,
    _mm512_setzero_si512,
};

use fearless_simd::prelude::*;
use fearless_simd::{Avx512, f32x16, i8x64, u8x16};

use super::blocks::{Group, WIDTH, place, tiles};
use super::{DEPTH, Seen};

// The numbers of places and blocks in a tile are those whose sums, weights and one value have room in
// the thirty-two registers.

fearless_simd::kernel!(
    pub(super) fn levels(
        avx512: Avx512,
        group: &Group,
        seen: Seen<'_>,
        row: &mut [u8],
        outputs: usize,
    ) {
        match (group.scales.len(), row.len() / outputs) {
            (1, 8..) => level_tiles::<8, 1>(avx512, group, seen, row, outputs),
            (2, 8..) => level_tiles::<8, 2>(avx512, group, seen, row, outputs),
            (3, 8..) => level_tiles::<8, 3>(avx512, group, seen, row, outputs),
            (4, 6..) => level_tiles::<6, 4>(avx512, group, seen, row, outputs),
            (1, _) => level_tiles::<1, 1>(avx512, group, seen, row, outputs),
            (2, _) => level_tiles::<1, 2>(avx512, group, seen, row, outputs),
            (3, _) => level_tiles::<1, 3>(avx512, group, seen, row, outputs),
            _ => level_tiles::<1, 4>(avx512, group, seen, row, outputs),
        }
    }
);

fearless_simd::kernel!(
    pub(super) fn numbers(
        avx512: Avx512,
        group: &Group,
        seen: Seen<'_>,
        row: &mut [f32],
        outputs: usize,
    ) {
        match (group.scales.len(), row.len() / outputs) {
            (1, 8..) => number_tiles::<8, 1>(avx512, group, seen, row, outputs),
            (4, 6..) => number_tiles::<6, 4>(avx512, group, seen, row, outputs),
            (1, _) => number_tiles::<1, 1>(avx512, group, seen, row, outputs),
            (2, _) => number_tiles::<1, 2>(avx512, group, seen, row, outputs),
            (3, _) => number_tiles::<1, 3>(avx512, group, seen, row, outputs),
            _ => number_tiles::<1, 4>(avx512, group, seen, row, outputs),
        }
    }
);

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn level_tiles<const PLACES: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &Group,
    seen: Seen<'_>,
    row: &mut [u8],
    outputs: usize,
) {
    for first in tiles(row.len() / outputs, PLACES) {
        let made = made::<PLACES, BLOCKS>(avx512, group, seen, first);
        // All of a tile is done before any of it is copied: a loop this short is unrolled, and then
        // the sums have never been anywhere but in registers.
        let mut levels = [[[0; WIDTH]; BLOCKS]; PLACES];
        for place in 0..PLACES {
            for block in 0..BLOCKS {
                let whole =
                    _mm512_cvtps_epi32(_mm512_max_ps(made[place][block], _mm512_setzero_ps()));
                let whole: u8x16<Avx512> = _mm512_cvtusepi32_epi8(whole).simd_into(avx512);
                levels[place][block] = whole.into();
            }
        }
        for (index, levels) in levels.iter().enumerate() {
            let levels = &levels.as_flattened()[..group.outputs.len()];
            place(group, row, outputs, first + index).copy_from_slice(levels);
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn number_tiles<const PLACES: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &Group,
    seen: Seen<'_>,
    row: &mut [f32],
    outputs: usize,
) {
    for first in tiles(row.len() / outputs, PLACES) {
        let made = made::<PLACES, BLOCKS>(avx512, group, seen, first);
        let mut numbers = [[[0.0; WIDTH]; BLOCKS]; PLACES];
        for place in 0..PLACES {
            for block in 0..BLOCKS {
                let number: f32x16<Avx512> = made[place][block].simd_into(avx512);
                numbers[place][block] = number.into();
            }
        }
        for (index, numbers) in numbers.iter().enumerate() {
            let numbers = &numbers.as_flattened()[..group.outputs.len()];
            place(group, row, outputs, first + index).copy_from_slice(numbers);
        }
    }
}

/// The outputs of some places from the `first` one.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn made<const PLACES: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &Group,
    seen: Seen<'_>,
    first: usize,
) -> [[__m512; BLOCKS]; PLACES] {
    let mut sums = [[_mm512_setzero_si512(); BLOCKS]; PLACES];
    let mut blocks = group.blocks.as_chunks::<BLOCKS>().0;
    for &run in seen.runs {
        let (of_run, others) = blocks.split_at(seen.length / DEPTH);
        blocks = others;
        let rows: [&[[u8; DEPTH]]; PLACES] =
            std::array::from_fn(|place| seen.run(run, first + place));
        for (index, blocks) in of_run.iter().enumerate() {
            let mut weights = [_mm512_setzero_si512(); BLOCKS];
            for block in 0..BLOCKS {
                weights[block] = i8x64::simd_from(avx512, blocks[block]).into();
            }
            for place in 0..PLACES {
                let values = _mm512_set1_epi32(i32::from_le_bytes(rows[place][index]));
                for block in 0..BLOCKS {
                    sums[place][block] =
                        _mm512_dpbusd_epi32(sums[place][block], values, weights[block]);
                }
            }
        }
    }
    let mut made = [[_mm512_setzero_ps(); BLOCKS]; PLACES];
    for block in 0..BLOCKS {
        let scales: __m512 = f32x16::simd_from(avx512, group.scales[block]).into();
        let biases: __m512 = f32x16::simd_from(avx512, group.biases[block]).into();
        for place in 0..PLACES {
            let sums: __m512i = sums[place][block];
            made[place][block] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(sums), scales, biases);
        }
    }
    made
}
