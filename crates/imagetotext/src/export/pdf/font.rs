//! A font without outlines: text that is found and copied, and not seen.

use std::collections::HashMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Name, Rect, Ref, Str};

use super::file::PdfFile;
use super::{ROOM_FOR_KEYS, deflated};

/// Width of every character, in thousandths of the size of the font.
pub(super) const WIDTH: u16 = 500;
/// How far characters reach above and below the line on which they stand, in the same unit. Together they are
/// the size, so that boxes of words are those of the document.
const ASCENT: i16 = 800;
pub(super) const DESCENT: i16 = -200;

/// The characters of a file, each with a code of two bytes in the order of their first use. 0 is that of none.
#[derive(Default)]
pub(super) struct Glyphs {
    codes: HashMap<char, u16>,
    characters: Vec<char>,
}

const NAME: Name<'_> = Name(b"Invisible");
const SYSTEM: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// Whatever has no code of its own.
const REPLACEMENT: char = '\u{fffd}';

impl Glyphs {
    /// The codes of a text.
    pub(super) fn encode(&mut self, text: impl Iterator<Item = char>) -> Vec<u8> {
        text.flat_map(|character| self.code(character).to_be_bytes()).collect()
    }

    fn code(&mut self, character: char) -> u16 {
        if let Some(code) = self.codes.get(&character) {
            return *code;
        }
        // The last code is that of all further characters.
        let character = match self.characters.len() {
            0xfffe.. => return u16::MAX,
            0xfffd => REPLACEMENT,
            // PDF/A allows no text to stand for these: ISO 19005-2, 6.2.11.7.2.
            _ if matches!(character, '\0' | '\u{feff}' | '\u{fffe}') => REPLACEMENT,
            _ => character,
        };
        self.characters.push(character);
        let code = self.characters.len() as u16;
        self.codes.insert(character, code);
        code
    }

    /// Writes the font, of which `id` is the dictionary.
    pub(super) fn write(&self, file: &mut PdfFile, id: Ref, next: &mut Ref) {
        let [descendant, descriptor, outlines, text, glyphs] = [(); 5].map(|()| next.bump());
        file.object(ROOM_FOR_KEYS, |chunk| {
            chunk
                .type0_font(id)
                .base_font(NAME)
                .encoding_predefined(Name(b"Identity-H"))
                .descendant_font(descendant)
                .to_unicode(text);
        });
        file.object(ROOM_FOR_KEYS, |chunk| {
            chunk
                .cid_font(descendant)
                .subtype(CidFontType::Type2)
                .base_font(NAME)
                .system_info(SYSTEM)
                .font_descriptor(descriptor)
                .default_width(f32::from(WIDTH))
                .cid_to_gid_map_stream(glyphs);
        });
        file.object(ROOM_FOR_KEYS, |chunk| {
            chunk
                .font_descriptor(descriptor)
                .name(NAME)
                .flags(FontFlags::FIXED_PITCH | FontFlags::SYMBOLIC)
                .bbox(Rect::new(0.0, f32::from(DESCENT), f32::from(WIDTH), f32::from(ASCENT)))
                .italic_angle(0.0)
                .ascent(f32::from(ASCENT))
                .descent(f32::from(DESCENT))
                .cap_height(f32::from(ASCENT))
                .stem_v(0.0)
                .font_file2(outlines);
        });
        let font = true_type();
        let compressed = deflated(&font);
        file.object(compressed.len() + ROOM_FOR_KEYS, |chunk| {
            let mut stream = chunk.stream(outlines, &compressed);
            stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), font.len() as i32);
        });
        let mut cmap = UnicodeCmap::new(Name(b"Text"), SYSTEM);
        for (code, character) in (1_u16..).zip(&self.characters) {
            cmap.pair(code, *character);
        }
        let compressed = deflated(&cmap.finish());
        file.object(compressed.len() + ROOM_FOR_KEYS, |chunk| {
            chunk.cmap(text, &compressed).filter(Filter::FlateDecode);
        });
        // Every code but 0 has the glyph 1.
        let map: Vec<u8> =
            (0..=self.characters.len()).flat_map(|code| [0, u8::from(code > 0)]).collect();
        let compressed = deflated(&map);
        file.object(compressed.len() + ROOM_FOR_KEYS, |chunk| {
            chunk.stream(glyphs, &compressed).filter(Filter::FlateDecode);
        });
    }
}

/// A TrueType font with two empty glyphs: <https://learn.microsoft.com/typography/opentype/spec/otff>.
fn true_type() -> Vec<u8> {
    let words =
        |words: &[u16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    let (ascent, descent) = (ASCENT as u16, DESCENT as u16);
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"glyf", vec![0; 4]),
        (
            b"head",
            // Version, revision, checksum (filled in below), magic number, flags, units, two times, box, style,
            // smallest size, direction, short offsets, format of glyphs.
            words(&[
                1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, descent,
                WIDTH, ascent, 0, 8, 2, 0, 0,
            ]),
        ),
        (
            b"hhea",
            words(&[1, 0, ascent, descent, 0, WIDTH, 0, 0, WIDTH, 1, 0, 0, 0, 0, 0, 0, 0, 1]),
        ),
        (b"hmtx", words(&[WIDTH, 0, 0])),
        (b"loca", words(&[0, 0, 0])),
        (b"maxp", words(&[1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
        // Version 3: without names of glyphs.
        (b"post", words(&[3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
    ];
    let count = tables.len();
    let mut directory = words(&[1, 0, count as u16, 64, 2, (count * 16 - 64) as u16]);
    let mut data: Vec<u8> = Vec::new();
    let begin = 12 + 16 * count;
    let mut head = 0;
    for (name, mut table) in tables {
        let length = table.len() as u32;
        table.resize(table.len().next_multiple_of(4), 0);
        if name == b"head" {
            head = begin + data.len();
        }
        directory.extend(name);
        directory.extend(checksum(&table).to_be_bytes());
        directory.extend(((begin + data.len()) as u32).to_be_bytes());
        directory.extend(length.to_be_bytes());
        data.extend(table);
    }
    directory.extend(data);
    let adjustment = 0xb1b0_afba_u32.wrapping_sub(checksum(&directory));
    directory[head + 8..head + 12].copy_from_slice(&adjustment.to_be_bytes());
    directory
}

fn checksum(bytes: &[u8]) -> u32 {
    let word = |word: &[u8]| word.iter().fold(0, |all, byte| all << 8 | u32::from(*byte));
    bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
}
