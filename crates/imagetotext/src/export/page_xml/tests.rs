use super::*;
use crate::document::{Cell, CodeKind};
use crate::layout::fixtures::{document, line, typed};

#[test]
fn regions_are_in_order_with_lines_and_words() {
    let page = document(&[
        vec![line("A heading", 0.0, 0.0, 200.0, 40.0)],
        vec![typed("a <b>", 10.0, 60.0)],
    ]);
    let xml = page_xml(&page, Some("a&b.png"));
    for part in [
        "<Page imageFilename=\"a&amp;b.png\" imageWidth=\"1000\" imageHeight=\"800\">",
        "<RegionRefIndexed index=\"1\" regionRef=\"region_2\"/>",
        "<TextRegion id=\"region_1\" type=\"heading\" custom=\"structure {level:3;}\">\n\
         <Coords points=\"0,0 200,0 200,40 0,40\"/>\n<TextLine id=\"region_1_line_1\">",
        "<Word id=\"region_2_line_1_word_2\"><Coords points=\"30,60 60,60 60,80 30,80\"/>\n\
         <TextEquiv conf=\"0.900\"><Unicode>&lt;b&gt;</Unicode></TextEquiv></Word>",
        "<TextEquiv><Unicode>a &lt;b&gt;</Unicode></TextEquiv>\n</TextRegion>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
}

#[test]
fn cells_have_their_place_and_no_line_is_lost() {
    let mut cells = vec![Cell::new(0, 0, vec![0]), Cell::new(1, 1, vec![1, 9])];
    cells[0].column_span = 2;
    let mut table = Table::new(2, 2, cells);
    table.header_rows = 1;
    let lines = [("over", 0.0), ("cell", 40.0), ("lost", 80.0)];
    let lines = lines.map(|(text, top)| typed(text, 0.0, top)).to_vec();
    let block = Block::new(BlockKind::Table(table), lines);
    let xml = page_xml(&Document::new(vec![Page::new(99, 99, vec![block])]), None);
    for part in [
        "<TableRegion id=\"region_1\" rows=\"2\" columns=\"2\">",
        "<TableCellRole rowIndex=\"0\" columnIndex=\"0\" rowSpan=\"1\" colSpan=\"2\" header=\"true\"/>",
        "<TableCellRole rowIndex=\"1\" columnIndex=\"1\" rowSpan=\"1\" colSpan=\"1\" header=\"false\"/>",
        "<TextRegion id=\"region_1_rest\">",
        "<Unicode>lost</Unicode>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
}

#[test]
fn positions_are_on_the_page_and_codes_are_regions() {
    let mut page = document(&[vec![typed("word", -10.0, 790.0)]]);
    let quad = Quad::upright(5.0, 5.0, 50.0, 50.0);
    page.pages[0].codes.push(Code::new(CodeKind::Qr, "https://a.example/?b&c", quad));
    let xml = page_xml(&page, None);
    assert!(xml.contains("<Coords points=\"0,790 30,790 30,800 0,800\"/>"), "{xml}");
    assert!(xml.contains("type=\"barcode\" comments=\"QR code\">"), "{xml}");
    assert!(xml.contains("https://a.example/?b&amp;c</Unicode>"), "{xml}");
    assert!(xml.contains("imageFilename=\"\""));
}

#[test]
fn a_text_does_not_divide_documents() {
    let tricky = document(&[vec![typed(DECLARATION.trim(), 0.0, 0.0)]]);
    let mut two = tricky.clone();
    two.pages.extend(tricky.pages);
    let xml = page_xml(&two, Some(DECLARATION));
    assert_eq!(page_xml_documents(xml.as_bytes()).count(), 2);
    assert_eq!(page_xml_documents(b"").count(), 0);
}
