//! What PDF/A-2u asks for besides: metadata and a colour profile (ISO 19005-2, 6.6 and 6.2.2).

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Finish as _, Name, Ref, TextStr};

use super::file::PdfFile;
use super::{CATALOG, PAGES, ROOM_FOR_KEYS, colour_profile, deflated};

/// XMP that says which standard the file follows, and nothing else.
const METADATA: &str = concat!(
    "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n",
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n",
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
);

pub(super) fn write(file: &mut PdfFile, next: &mut Ref) {
    let (metadata, profile) = (next.bump(), next.bump());
    file.object(METADATA.len() + ROOM_FOR_KEYS, |chunk| {
        chunk.metadata(metadata, METADATA.as_bytes());
    });
    let icc = deflated(&colour_profile::srgb());
    file.object(icc.len() + ROOM_FOR_KEYS, |chunk| {
        chunk.icc_profile(profile, &icc).n(3).filter(Filter::FlateDecode);
    });
    file.object(ROOM_FOR_KEYS, |chunk| {
        let mut catalog: Catalog<'_> = chunk.indirect(CATALOG).start();
        catalog.pages(PAGES).metadata(metadata);
        let mut intents = catalog.output_intents();
        let mut intent = intents.push();
        intent.subtype(OutputIntentSubtype::PDFA);
        intent.output_condition_identifier(TextStr("sRGB"));
        intent.info(TextStr("sRGB IEC61966-2.1"));
        intent.dest_output_profile(profile);
        intent.finish();
        intents.finish();
        catalog.pair(Name(b"Version"), Name(b"1.7"));
    });
}
