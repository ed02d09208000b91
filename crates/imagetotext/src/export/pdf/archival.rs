//! What PDF/A-2u asks for besides: metadata, a colour profile, an identifier (ISO 19005-2, 6.2.2, 6.6 and 6.1.3).

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::{Filter, Finish as _, Name, Pdf, Ref, TextStr};

use super::{CATALOG, PAGES, colour_profile, deflated};

/// XMP that says which standard the file follows, and nothing else.
const METADATA: &str = concat!(
    "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n",
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n",
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
);

pub(super) fn write(pdf: &mut Pdf, next: &mut Ref) {
    let (metadata, profile) = (next.bump(), next.bump());
    pdf.metadata(metadata, METADATA.as_bytes());
    let icc = deflated(&colour_profile::srgb());
    pdf.icc_profile(profile, &icc).n(3).filter(Filter::FlateDecode);
    let identifier = identifier(pdf.as_bytes());
    pdf.set_file_id((identifier.clone(), identifier));
    let mut catalog = pdf.catalog(CATALOG);
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
}

/// Sixteen bytes that depend on everything in the file: two hashes of 64 bits (FNV-1a, with two offsets).
fn identifier(bytes: &[u8]) -> Vec<u8> {
    let hash = |offset: u64| {
        bytes
            .iter()
            .fold(offset, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
    };
    let hashes = [hash(0xcbf2_9ce4_8422_2325), hash(0x8422_2325_cbf2_9ce4)];
    hashes.iter().flat_map(|hash| hash.to_be_bytes()).collect()
}
