//! Detection of file formats by content: names of files are not reliable.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The format of a picture file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Format {
    // ---- decoded ----
    /// Portable Network Graphics.
    Png,
    /// JPEG, baseline and progressive.
    Jpeg,
    /// WebP, lossy and lossless.
    WebP,
    /// Windows bitmap.
    Bmp,
    /// Graphics Interchange Format.
    Gif,
    /// Tagged Image File Format, also `BigTIFF`.
    Tiff,
    // ---- decoded with the cargo feature of the same name ----
    /// Portable Document Format.
    Pdf,
    /// High Efficiency Image File Format: the photographs of phones.
    Heic,
    /// AV1 Image File Format.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000.
    Jpeg2000,
    /// Photoshop document.
    Psd,
    /// Windows icon or cursor.
    Ico,
    /// Quite OK Image.
    Qoi,
    /// Portable any-map: PBM, PGM, PPM, PAM.
    Pnm,
    /// Truevision TGA.
    Tga,
    // ---- detected, so that messages can name it, and not decoded ----
    /// JPEG XR.
    JpegXr,
    /// Scalable Vector Graphics.
    Svg,
    /// `PostScript`, also encapsulated.
    PostScript,
    /// `DjVu`.
    DjVu,
    /// GIMP document.
    Xcf,
    /// Apple icon.
    Icns,
    /// `OpenEXR`.
    Exr,
    /// `DirectDraw` surface.
    Dds,
    /// Windows metafile, also enhanced.
    Metafile,
    /// Camera raw files: DNG, CR2, CR3, ORF, RW2, RAF.
    Raw,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::WebP => "WebP",
            Self::Bmp => "BMP",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::JpegXr => "JPEG XR",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::PostScript => "PostScript",
            Self::DjVu => "DjVu",
            Self::Psd => "PSD",
            Self::Xcf => "XCF",
            Self::Ico => "ICO",
            Self::Icns => "ICNS",
            Self::Qoi => "QOI",
            Self::Pnm => "PNM",
            Self::Tga => "TGA",
            Self::Exr => "OpenEXR",
            Self::Dds => "DDS",
            Self::Metafile => "Windows metafile",
            Self::Raw => "Camera raw",
        })
    }
}

/// Formats with a cargo feature, and whether this library is built with it.
const BY_FEATURE: [(Format, bool); 10] = [
    (Format::Pdf, cfg!(feature = "pdf")),
    (Format::Heic, cfg!(feature = "heic")),
    (Format::Avif, cfg!(feature = "avif")),
    (Format::JpegXl, cfg!(feature = "jpeg-xl")),
    (Format::Jpeg2000, cfg!(feature = "jpeg2000")),
    (Format::Psd, cfg!(feature = "psd")),
    (Format::Ico, cfg!(feature = "ico")),
    (Format::Qoi, cfg!(feature = "qoi")),
    (Format::Pnm, cfg!(feature = "pnm")),
    (Format::Tga, cfg!(feature = "tga")),
];

impl Format {
    /// Whether files of the format are read, with the features that this library is built with.
    pub fn is_decoded(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::WebP | Self::Bmp | Self::Gif | Self::Tiff)
            || BY_FEATURE.contains(&(self, true))
    }

    /// The format of a file that begins with, or is, `bytes`; `None` if they are no known picture.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        by_signature(bytes)
            .or_else(|| by_brand(bytes))
            .or_else(|| is_bmp(bytes).then_some(Self::Bmp))
            .or_else(|| is_pnm(bytes).then_some(Self::Pnm))
            .or_else(|| is_icon(bytes).then_some(Self::Ico))
            .or_else(|| is_svg(bytes).then_some(Self::Svg))
            .or_else(|| is_pdf(bytes).then_some(Self::Pdf))
            .or_else(|| is_tga(bytes).then_some(Self::Tga))
    }
}

/// Offset, bytes that only this format has there, format. Longer signatures come before their prefixes.
const SIGNATURES: &[(usize, &[u8], Format)] = &[
    (0, b"\x89PNG", Format::Png),
    (0, b"\xff\xd8\xff", Format::Jpeg),
    (8, b"WEBP", Format::WebP),
    (0, b"GIF87a", Format::Gif),
    (0, b"GIF89a", Format::Gif),
    // Canon's raw files are TIFF up to these letters.
    (0, b"II*\0\x10\0\0\0CR", Format::Raw),
    (0, b"II*\0", Format::Tiff),
    (0, b"MM\0*", Format::Tiff),
    (0, b"II+\0\x08\0\0\0", Format::Tiff),
    (0, b"MM\0+\0\x08\0\0", Format::Tiff),
    (0, b"IIRO", Format::Raw),
    (0, b"IIRS", Format::Raw),
    (0, b"IIU\0", Format::Raw),
    (0, b"FUJIFILMCCD-RAW", Format::Raw),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", Format::JpegXl),
    (0, b"\xff\x0a", Format::JpegXl),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", Format::Jpeg2000),
    (0, b"\xff\x4f\xff\x51", Format::Jpeg2000),
    (0, b"II\xbc\x01", Format::JpegXr),
    (0, b"%!PS", Format::PostScript),
    (0, b"\xc5\xd0\xd3\xc6", Format::PostScript),
    (0, b"AT&TFORM", Format::DjVu),
    (0, b"8BPS", Format::Psd),
    (0, b"gimp xcf", Format::Xcf),
    (0, b"icns", Format::Icns),
    (0, b"qoif", Format::Qoi),
    (0, b"\x76\x2f\x31\x01", Format::Exr),
    (0, b"DDS ", Format::Dds),
    (0, b"\xd7\xcd\xc6\x9a", Format::Metafile),
    (40, b" EMF", Format::Metafile),
];

fn by_signature(bytes: &[u8]) -> Option<Format> {
    let fits = |&&(at, signature, _): &&(usize, &[u8], Format)| {
        bytes.get(at..).is_some_and(|rest| rest.starts_with(signature))
    };
    SIGNATURES.iter().find(fits).map(|&(_, _, format)| format)
}

/// Files of the ISO base media format (ISO/IEC 14496-12) list their brands in the first box.
fn by_brand(bytes: &[u8]) -> Option<Format> {
    let size = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    let brands = bytes.get(8..size.min(bytes.len()))?;
    let has = |names: &[&[u8]]| brands.chunks_exact(4).any(|brand| names.contains(&brand));
    // `mif1` alone says only that it is a still picture, so the more specific brands come first.
    if has(&[b"avif", b"avis"]) {
        Some(Format::Avif)
    } else if has(&[b"crx "]) {
        Some(Format::Raw)
    } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Some(Format::Heic)
    } else {
        None
    }
}

/// Two letters are too weak a signature: the size of the second header must be one that exists.
fn is_bmp(bytes: &[u8]) -> bool {
    let header = bytes.get(14..).and_then(|rest| rest.first_chunk()).copied();
    bytes.starts_with(b"BM")
        && header.is_some_and(|size| {
            matches!(u32::from_le_bytes(size), 12 | 16 | 40 | 52 | 56 | 64 | 108 | 124)
        })
}

fn is_pnm(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'1'..=b'7', b'\n' | b'\r' | b' ' | b'\t', ..])
}

/// Reserved 0, type 1 (icon) or 2 (cursor), a few entries, and each entry's reserved byte is 0.
fn is_icon(bytes: &[u8]) -> bool {
    matches!(bytes, [0, 0, 1 | 2, 0, 1..=64, 0, _, _, _, 0, ..])
}

/// Most bytes before the element `svg`: comments may hold a whole licence.
const SVG_PREAMBLE: usize = 64 << 10;

fn is_svg(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rest = &bytes[..bytes.len().min(SVG_PREAMBLE)];
    loop {
        rest = rest.trim_ascii_start();
        let end: &[u8] = if rest.starts_with(b"<?") {
            b"?>"
        } else if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<!") {
            // A document type may have declarations of its own, in brackets.
            let bracket = rest.iter().position(|&byte| byte == b'[');
            let angle = rest.iter().position(|&byte| byte == b'>');
            if bracket.is_some_and(|at| angle.is_some_and(|end| at < end)) { b"]>" } else { b">" }
        } else {
            let Some(element) = rest.strip_prefix(b"<") else { return false };
            let end = element.iter().position(|byte| b" \t\r\n>/".contains(byte));
            let name = &element[..end.unwrap_or(element.len())];
            return name == b"svg" || name.ends_with(b":svg");
        };
        let Some(at) = rest.windows(end.len()).position(|window| window == end) else {
            return false;
        };
        rest = &rest[at + end.len()..];
    }
}

/// Readers accept the header anywhere in the first kibibyte (ISO 32000-1, annex H.3.4.1).
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-")
}

/// Without a signature, but with one at the end since version 2. Before that a header that fits together:
/// kind of the palette, kind of the picture, its size and the bits of a pixel ("Truevision TGA File Format
/// Specification Version 2.0").
fn is_tga(bytes: &[u8]) -> bool {
    if bytes.ends_with(b"TRUEVISION-XFILE.\0") {
        return true;
    }
    let Some(
        &[
            _,
            palette,
            kind,
            _,
            _,
            colours,
            colours_2,
            entry,
            _,
            _,
            _,
            _,
            w,
            w_2,
            h,
            h_2,
            bits,
            flags,
        ],
    ) = bytes.first_chunk()
    else {
        return false;
    };
    let fits = match (palette, kind) {
        (1, 1 | 9) => bits == 8 && matches!(entry, 15 | 16 | 24 | 32) && (colours | colours_2) != 0,
        (0, 2 | 10) => matches!(bits, 15 | 16 | 24 | 32),
        (0, 3 | 11) => matches!(bits, 8 | 16),
        _ => false,
    };
    fits && (w | w_2) != 0 && (h | h_2) != 0 && flags & 0xc0 == 0 && (palette == 1 || entry == 0)
}

#[cfg(test)]
mod tests;
