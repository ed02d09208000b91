//! Hebrew and Arabic: their letters are in the file from left to right, and are read from right to left.

use crate::{read, text_of};

/// What `tests/images/pdf/make.py` has two programs print.
const LINES: [&str; 5] = [
    "The word שלום means peace.",
    "שלום עולם, זה מבחן (ראשון) של 123 מילים.",
    "הקובץ report.pdf נשלח בשנת 2024 אל Microsoft Office היום.",
    "مرحبا بالعالم، هذا اختبار (أول) من 123 كلمة.",
    "الملف report.pdf أرسل في 2024 إلى المكتب.",
];

fn lines(file: &[u8]) -> Vec<String> {
    let texts: Vec<String> = read(file.to_vec()).into_iter().map(text_of).collect();
    texts.join("\n").lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_order_is_that_of_reading() {
    let chromium = include_bytes!("../../../../tests/images/pdf/right-to-left-chromium.pdf");
    assert_eq!(lines(chromium), LINES);
    // It leaves the first paragraph out.
    let libreoffice = include_bytes!("../../../../tests/images/pdf/right-to-left-libreoffice.pdf");
    assert_eq!(lines(libreoffice), LINES[1..]);
}
