//! Kernels for AVX-512 with VNNI: `vpdpbusd` adds four products of 8 bits to a sum of 32.

use std::arch::x86_64::{
    __m512, __m512i, _mm512_cvtepi32_ps, _mm512_cvtps_epi32, _mm512_cvtusepi32_epi8,
    _mm512_dpbusd_epi32, _mm512_fmadd_ps, _mm512_max_ps, _mm512_set1_epi32, _mm512_setzero_ps,
    _mm512_setzero_si512,
};

use fearless_simd::prelude::*;
use fearless_simd::{Avx512, f32x16, i8x64, u8x16};

use super::input_window::{DOT_LEN, InputWindow};
use super::packed_weights::{ChannelGroup, LANES, group_outputs, tile_starts};

// A tile has as many pixels and blocks as the 32 registers hold sums for, beside one register of weights
// for each block and one of inputs.

fearless_simd::kernel!(
    pub(super) fn forward_u8(
        avx512: Avx512,
        group: &ChannelGroup,
        window: InputWindow<'_>,
        row: &mut [u8],
        output_channels: usize,
    ) {
        match (group.scales.len(), row.len() / output_channels) {
            (1, 8..) => forward_tiles_u8::<8, 1>(avx512, group, window, row, output_channels),
            (2, 8..) => forward_tiles_u8::<8, 2>(avx512, group, window, row, output_channels),
            (3, 8..) => forward_tiles_u8::<8, 3>(avx512, group, window, row, output_channels),
            (4, 6..) => forward_tiles_u8::<6, 4>(avx512, group, window, row, output_channels),
            (1, _) => forward_tiles_u8::<1, 1>(avx512, group, window, row, output_channels),
            (2, _) => forward_tiles_u8::<1, 2>(avx512, group, window, row, output_channels),
            (3, _) => forward_tiles_u8::<1, 3>(avx512, group, window, row, output_channels),
            _ => forward_tiles_u8::<1, 4>(avx512, group, window, row, output_channels),
        }
    }
);

fearless_simd::kernel!(
    pub(super) fn forward_f32(
        avx512: Avx512,
        group: &ChannelGroup,
        window: InputWindow<'_>,
        row: &mut [f32],
        output_channels: usize,
    ) {
        match (group.scales.len(), row.len() / output_channels) {
            (1, 8..) => forward_tiles_f32::<8, 1>(avx512, group, window, row, output_channels),
            (4, 6..) => forward_tiles_f32::<6, 4>(avx512, group, window, row, output_channels),
            (1, _) => forward_tiles_f32::<1, 1>(avx512, group, window, row, output_channels),
            (2, _) => forward_tiles_f32::<1, 2>(avx512, group, window, row, output_channels),
            (3, _) => forward_tiles_f32::<1, 3>(avx512, group, window, row, output_channels),
            _ => forward_tiles_f32::<1, 4>(avx512, group, window, row, output_channels),
        }
    }
);

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn forward_tiles_u8<const PIXELS: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &ChannelGroup,
    window: InputWindow<'_>,
    row: &mut [u8],
    output_channels: usize,
) {
    for first in tile_starts(row.len() / output_channels, PIXELS) {
        let tile = compute_tile::<PIXELS, BLOCKS>(avx512, group, window, first);
        // The whole tile is rounded before any of it is copied: a loop this short is unrolled, so the
        // sums stay in registers.
        let mut outputs = [[[0; LANES]; BLOCKS]; PIXELS];
        for pixel in 0..PIXELS {
            for block in 0..BLOCKS {
                let rounded =
                    _mm512_cvtps_epi32(_mm512_max_ps(tile[pixel][block], _mm512_setzero_ps()));
                let rounded: u8x16<Avx512> = _mm512_cvtusepi32_epi8(rounded).simd_into(avx512);
                outputs[pixel][block] = rounded.into();
            }
        }
        for (index, outputs) in outputs.iter().enumerate() {
            let outputs = &outputs.as_flattened()[..group.channels.len()];
            group_outputs(group, row, output_channels, first + index).copy_from_slice(outputs);
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn forward_tiles_f32<const PIXELS: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &ChannelGroup,
    window: InputWindow<'_>,
    row: &mut [f32],
    output_channels: usize,
) {
    for first in tile_starts(row.len() / output_channels, PIXELS) {
        let tile = compute_tile::<PIXELS, BLOCKS>(avx512, group, window, first);
        let mut outputs = [[[0.0; LANES]; BLOCKS]; PIXELS];
        for pixel in 0..PIXELS {
            for block in 0..BLOCKS {
                let output: f32x16<Avx512> = tile[pixel][block].simd_into(avx512);
                outputs[pixel][block] = output.into();
            }
        }
        for (index, outputs) in outputs.iter().enumerate() {
            let outputs = &outputs.as_flattened()[..group.channels.len()];
            group_outputs(group, row, output_channels, first + index).copy_from_slice(outputs);
        }
    }
}

/// The outputs of `PIXELS` pixels from the `first` one on.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
fn compute_tile<const PIXELS: usize, const BLOCKS: usize>(
    avx512: Avx512,
    group: &ChannelGroup,
    window: InputWindow<'_>,
    first: usize,
) -> [[__m512; BLOCKS]; PIXELS] {
    let mut sums = [[_mm512_setzero_si512(); BLOCKS]; PIXELS];
    let mut blocks = group.blocks.as_chunks::<BLOCKS>().0;
    for &start in window.spans {
        let (of_span, rest) = blocks.split_at(window.span_len / DOT_LEN);
        blocks = rest;
        let spans: [&[[u8; DOT_LEN]]; PIXELS] =
            std::array::from_fn(|pixel| window.span(start, first + pixel));
        for (index, blocks) in of_span.iter().enumerate() {
            let mut weights = [_mm512_setzero_si512(); BLOCKS];
            for block in 0..BLOCKS {
                weights[block] = i8x64::simd_from(avx512, blocks[block]).into();
            }
            for pixel in 0..PIXELS {
                let inputs = _mm512_set1_epi32(i32::from_le_bytes(spans[pixel][index]));
                for block in 0..BLOCKS {
                    sums[pixel][block] =
                        _mm512_dpbusd_epi32(sums[pixel][block], inputs, weights[block]);
                }
            }
        }
    }
    let mut tile = [[_mm512_setzero_ps(); BLOCKS]; PIXELS];
    for block in 0..BLOCKS {
        let scales: __m512 = f32x16::simd_from(avx512, group.scales[block]).into();
        let biases: __m512 = f32x16::simd_from(avx512, group.biases[block]).into();
        for pixel in 0..PIXELS {
            let sums: __m512i = sums[pixel][block];
            tile[pixel][block] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(sums), scales, biases);
        }
    }
    tile
}
