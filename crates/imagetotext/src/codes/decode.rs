//! Reads codes with `rxing`. No other file names it.

use std::collections::HashSet;

use rxing::aztec::AztecReader;
use rxing::common::{BitArray, GlobalHistogramBinarizer, HybridBinarizer};
use rxing::datamatrix::DataMatrixReader;
use rxing::oned::{MultiFormatOneDReader, OneDReader as _};
use rxing::pdf417::PDF417Reader;
use rxing::qrcode::QRCodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{
    BarcodeFormat, Binarizer, BinaryBitmap, DecodeHints, Luma8LuminanceSource, RXingResult, Reader,
};

use super::bars::Bars;
use super::patches::Shape;
use crate::document::CodeKind;

/// Mean width of a run of bars as they are given to the reader, in its pixels: widths are rounded to
/// hundredths of a module.
const RUN: f32 = 16.0;

/// Light before and after bars, in those runs. Margins of barcodes have ten modules, a run almost two.
const MARGIN_RUNS: usize = 12;

/// How much of the bars a barcode must take: the rest would be something else that looks like bars. The
/// reader counts some kinds from the middle of their first character to the middle of the last.
const LEAST_SHARE: f32 = 0.72;

/// A square part of a picture, with the code dark on light.
pub(super) struct Crop {
    pub(super) pixels: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The text of a QR code in the middle of a crop.
pub(super) fn qr(crop: Crop) -> Option<String> {
    let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let source = Luma8LuminanceSource::new(crop.pixels, crop.width, crop.height).ok()?;
    // The first is better with small modules, the second with codes on curved paper.
    let global = BinaryBitmap::new(GlobalHistogramBinarizer::new(source.clone()));
    let local = BinaryBitmap::new(HybridBinarizer::new(source));
    read_qr(local, &hints).or_else(|| read_qr(global, &hints))
}

fn read_qr<B: Binarizer>(mut bitmap: BinaryBitmap<B>, hints: &DecodeHints) -> Option<String> {
    let result = QrReader.decode_with_hints(&mut bitmap, hints);
    let result = result.or_else(|_| QRCodeReader.decode_with_hints(&mut bitmap, hints)).ok()?;
    Some(result.getText().to_owned())
}

/// The text of another two-dimensional code in a crop.
pub(super) fn patch(crop: Crop, shape: Shape) -> Option<(CodeKind, String)> {
    let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let source = Luma8LuminanceSource::new(crop.pixels, crop.width, crop.height).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let bitmap = &mut bitmap;
    let (kind, result) = match shape {
        Shape::Corner => (CodeKind::DataMatrix, DataMatrixReader.decode_with_hints(bitmap, &hints)),
        Shape::Bars => (CodeKind::Pdf417, PDF417Reader::new().decode_with_hints(bitmap, &hints)),
        Shape::Rings => (CodeKind::Aztec, AztecReader.decode_with_hints(bitmap, &hints)),
    };
    Some((kind, result.ok()?.getText().to_owned()))
}

/// What bars say.
pub(super) fn bars(bars: &Bars) -> Option<(CodeKind, String)> {
    let scale = RUN * (bars.edges.len() - 1) as f32 / bars.length();
    let margin = MARGIN_RUNS * RUN as usize;
    let at = |edge: f32| (edge * scale).round() as usize + margin;
    let end = at(*bars.edges.last()?);
    let mut row = BitArray::with_size(end + margin);
    for bar in bars.edges.chunks_exact(2) {
        (at(bar[0])..at(bar[1])).for_each(|at| row.set(at));
    }
    let formats = [
        BarcodeFormat::EAN_13,
        BarcodeFormat::EAN_8,
        BarcodeFormat::UPC_A,
        BarcodeFormat::UPC_E,
        BarcodeFormat::CODE_128,
        BarcodeFormat::CODE_39,
        BarcodeFormat::CODE_93,
        BarcodeFormat::CODABAR,
        BarcodeFormat::ITF,
        BarcodeFormat::RSS_14,
        BarcodeFormat::RSS_EXPANDED,
    ];
    let hints =
        DecodeHints { PossibleFormats: Some(HashSet::from(formats)), ..DecodeHints::default() };
    let mut reader = MultiFormatOneDReader::new(&hints);
    let mut read = |row: &BitArray| reader.decode_row(0, row, &hints).ok();
    let result = read(&row).or_else(|| {
        row.reverse();
        read(&row)
    })?;
    let (kind, least) = kind_of(*result.getBarcodeFormat())?;
    let text = result.getText();
    let count = text.chars().count();
    let share = match kind {
        // `rxing` 0.9.3 says half of where a Code 39 ends. A character has five bars, and one is before and
        // behind the others.
        CodeKind::Code39 => 10.0 * (count + 2) as f32 / bars.edges.len() as f32,
        _ => length_of(&result) / (end - margin) as f32,
    };
    (share >= LEAST_SHARE && count >= least).then(|| (kind, text.to_owned()))
}

/// How long a barcode is, in the pixels of the reader.
fn length_of(result: &RXingResult) -> f32 {
    let xs = result.getPoints().iter().map(|point| point.x);
    let (first, last) =
        xs.fold((f32::MAX, f32::MIN), |(first, last), x| (first.min(x), last.max(x)));
    last - first
}

/// The kind, and the fewest characters that are not chance: some kinds have no check digit.
fn kind_of(format: BarcodeFormat) -> Option<(CodeKind, usize)> {
    Some(match format {
        BarcodeFormat::EAN_13 => (CodeKind::Ean13, 13),
        BarcodeFormat::EAN_8 => (CodeKind::Ean8, 8),
        BarcodeFormat::UPC_A => (CodeKind::UpcA, 12),
        BarcodeFormat::UPC_E => (CodeKind::UpcE, 8),
        BarcodeFormat::CODE_128 => (CodeKind::Code128, 1),
        BarcodeFormat::CODE_93 => (CodeKind::Code93, 1),
        BarcodeFormat::CODE_39 => (CodeKind::Code39, 3),
        BarcodeFormat::CODABAR => (CodeKind::Codabar, 4),
        BarcodeFormat::ITF => (CodeKind::Itf, 6),
        BarcodeFormat::RSS_14 | BarcodeFormat::RSS_EXPANDED => (CodeKind::DataBar, 1),
        _ => return None,
    })
}
