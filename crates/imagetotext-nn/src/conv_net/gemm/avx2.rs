//! Kernels for AVX2: `vpmaddubsw` adds two products of 8 bits in 16, which do not overflow because of
//! [`MAX_WEIGHT`](super::MAX_WEIGHT).

use std::arch::x86_64::{
    __m256, __m256i, _mm256_add_epi32, _mm256_cvtepi32_ps, _mm256_cvtps_epi32, _mm256_fmadd_ps,
    _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_max_ps, _mm256_min_ps, _mm256_set1_epi16,
    _mm256_set1_epi32, _mm256_set1_ps, _mm256_setzero_ps, _mm256_setzero_si256,
};

use fearless_simd::prelude::*;
use fearless_simd::{Avx2, f32x8, i8x32, i32x8};

use super::input_window::{DOT_LEN, InputWindow};
use super::packed_weights::{ChannelGroup, LANES, group_outputs, tile_starts};

/// Outputs in a 256-bit register: a block takes two of them.
const HALF: usize = LANES / 2;

/// Pixels of a tile: their sums take 8 of the 16 registers, weights, inputs and products the others.
const TILE_PIXELS: usize = 4;

fearless_simd::kernel!(
    pub(super) fn forward_u8(
        avx2: Avx2,
        group: &ChannelGroup,
        window: InputWindow<'_>,
        row: &mut [u8],
        output_channels: usize,
    ) {
        for block in 0..group.scales.len() {
            if row.len() / output_channels < TILE_PIXELS {
                forward_tiles_u8::<1>(avx2, group, block, window, row, output_channels);
            } else {
                forward_tiles_u8::<TILE_PIXELS>(avx2, group, block, window, row, output_channels);
            }
        }
    }
);

fearless_simd::kernel!(
    pub(super) fn forward_f32(
        avx2: Avx2,
        group: &ChannelGroup,
        window: InputWindow<'_>,
        row: &mut [f32],
        output_channels: usize,
    ) {
        for block in 0..group.scales.len() {
            if row.len() / output_channels < TILE_PIXELS {
                forward_tiles_f32::<1>(avx2, group, block, window, row, output_channels);
            } else {
                forward_tiles_f32::<TILE_PIXELS>(avx2, group, block, window, row, output_channels);
            }
        }
    }
);

#[target_feature(enable = "avx2,fma")]
fn forward_tiles_u8<const PIXELS: usize>(
    avx2: Avx2,
    group: &ChannelGroup,
    block: usize,
    window: InputWindow<'_>,
    row: &mut [u8],
    output_channels: usize,
) {
    let max = _mm256_set1_ps(255.0);
    for first in tile_starts(row.len() / output_channels, PIXELS) {
        let tile = compute_tile::<PIXELS>(avx2, group, block, window, first);
        let mut outputs = [[[0; HALF]; 2]; PIXELS];
        for pixel in 0..PIXELS {
            for half in 0..2 {
                let clamped =
                    _mm256_min_ps(_mm256_max_ps(tile[pixel][half], _mm256_setzero_ps()), max);
                let rounded: i32x8<Avx2> = _mm256_cvtps_epi32(clamped).simd_into(avx2);
                outputs[pixel][half] = rounded.into();
            }
        }
        for (index, outputs) in outputs.iter().enumerate() {
            let outputs = outputs.as_flattened().iter().map(|&output: &i32| output as u8);
            copy_block(group_outputs(group, row, output_channels, first + index), block, outputs);
        }
    }
}

#[target_feature(enable = "avx2,fma")]
fn forward_tiles_f32<const PIXELS: usize>(
    avx2: Avx2,
    group: &ChannelGroup,
    block: usize,
    window: InputWindow<'_>,
    row: &mut [f32],
    output_channels: usize,
) {
    for first in tile_starts(row.len() / output_channels, PIXELS) {
        let tile = compute_tile::<PIXELS>(avx2, group, block, window, first);
        let mut outputs = [[[0.0; HALF]; 2]; PIXELS];
        for pixel in 0..PIXELS {
            for half in 0..2 {
                let output: f32x8<Avx2> = tile[pixel][half].simd_into(avx2);
                outputs[pixel][half] = output.into();
            }
        }
        for (index, outputs) in outputs.iter().enumerate() {
            let outputs = outputs.as_flattened().iter().copied();
            copy_block(group_outputs(group, row, output_channels, first + index), block, outputs);
        }
    }
}

/// Copies the outputs of a block to their place among those of the group.
#[inline]
fn copy_block<T>(group_outputs: &mut [T], block: usize, outputs: impl Iterator<Item = T>) {
    for (target, output) in group_outputs[block * LANES..].iter_mut().zip(outputs) {
        *target = output;
    }
}

/// The outputs of a block for `PIXELS` pixels from the `first` one on.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn compute_tile<const PIXELS: usize>(
    avx2: Avx2,
    group: &ChannelGroup,
    block: usize,
    window: InputWindow<'_>,
    first: usize,
) -> [[__m256; 2]; PIXELS] {
    let ones = _mm256_set1_epi16(1);
    let width = group.scales.len();
    let mut sums = [[_mm256_setzero_si256(); 2]; PIXELS];
    let mut blocks = &group.blocks[..];
    for &start in window.spans {
        let (of_span, rest) = blocks.split_at(window.span_len / DOT_LEN * width);
        blocks = rest;
        let spans: [&[[u8; DOT_LEN]]; PIXELS] =
            std::array::from_fn(|pixel| window.span(start, first + pixel));
        for (index, blocks) in of_span.chunks_exact(width).enumerate() {
            let halves = blocks[block].as_chunks().0;
            let weights: [__m256i; 2] = [
                i8x32::simd_from(avx2, halves[0]).into(),
                i8x32::simd_from(avx2, halves[1]).into(),
            ];
            for pixel in 0..PIXELS {
                let inputs = _mm256_set1_epi32(i32::from_le_bytes(spans[pixel][index]));
                for half in 0..2 {
                    let pairs = _mm256_maddubs_epi16(inputs, weights[half]);
                    let fours = _mm256_madd_epi16(pairs, ones);
                    sums[pixel][half] = _mm256_add_epi32(sums[pixel][half], fours);
                }
            }
        }
    }
    let mut tile = [[_mm256_setzero_ps(); 2]; PIXELS];
    for half in 0..2 {
        let lanes = |of: &[[f32; LANES]]| -> __m256 {
            f32x8::simd_from(avx2, of[block].as_chunks().0[half]).into()
        };
        let (scales, biases) = (lanes(&group.scales), lanes(&group.biases));
        for pixel in 0..PIXELS {
            tile[pixel][half] =
                _mm256_fmadd_ps(_mm256_cvtepi32_ps(sums[pixel][half]), scales, biases);
        }
    }
    tile
}
