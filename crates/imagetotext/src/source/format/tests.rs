use super::*;

#[track_caller]
fn check(expected: Option<Format>, files: &[&[u8]]) {
    for file in files {
        assert_eq!(Format::of(file), expected, "{}", file.escape_ascii());
    }
}

#[test]
fn iso_base_media_files_are_detected_by_all_their_brands() {
    check(
        Some(Format::Heic),
        &[
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic",
            b"\0\0\0\x10ftypmsf1\0\0\0\0",
        ],
    );
    check(
        Some(Format::Avif),
        &[b"\0\0\0\x1cftypmif1\0\0\0\0mif1miafavif", b"\0\0\0\x14ftypavif\0\0\0\0mif1"],
    );
    check(Some(Format::Raw), &[b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom"]);
    // A film, a brand beyond the box, a truncated box.
    check(
        None,
        &[b"\0\0\0\x14ftypisom\0\0\0\0mp41", b"\0\0\0\x10ftypisom\0\0\0\0heic", b"\0\0\0\x18ftyp"],
    );
}

#[test]
fn svg_is_detected_after_declarations_and_comments() {
    check(
        Some(Format::Svg),
        &[
            b"<svg>",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- <html> -->\n<svg\n>",
            b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg/>",
            b"<!DOCTYPE svg [ <!ENTITY ns 'x'> <!ENTITY b 'y'> ]><svg/>",
            b"<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        ],
    );
    check(
        None,
        &[
            b"<html><svg/></html>",
            b"<!-- <svg> ",
            b"<?xml version='1.0'?>",
            b"svg",
            b"<svgx>",
            b"<!DOCTYPE svg [",
            b"<",
        ],
    );
}

#[test]
fn every_signature_is_detected() {
    for &(at, signature, format) in SIGNATURES {
        let mut file = vec![1; at];
        file.extend_from_slice(signature);
        check(Some(format), &[&file]);
    }
    check(Some(Format::Pdf), &[b"%PDF-1.7\n", b"\xef\xbb\xbfjunk\n%PDF-1.4"]);
    check(Some(Format::Pnm), &[b"P6 1 1 255\n\0\0\0", b"P1\n"]);
    check(
        Some(Format::Ico),
        &[b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0", b"\0\0\x02\0\x01\0\x10\x10\0\0"],
    );
    check(Some(Format::Bmp), &[b"BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0"]);
}

#[test]
fn other_files_are_no_pictures() {
    check(
        None,
        &[
            b"BMW is a make of car, and this is a text",
            b"BM",
            b"Plain",
            b"PNG",
            b"\0\0\0\0",
            b"\0\0\x01\0",
            b"II",
            b"PK\x03\x04",
            b"RIFF\x10\0\0\0WAVE",
            b"\xff",
        ],
    );
}

#[test]
fn display_names_are_those_of_messages() {
    assert_eq!(Format::Pdf.to_string(), "PDF");
    assert_eq!(Format::Svg.to_string(), "SVG");
    assert_eq!(Format::JpegXl.to_string(), "JPEG XL");
}
