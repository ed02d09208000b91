//! Writes small PDF files for tests: objects as text, and a table of where they are (ISO 32000-1, 7.5).

use std::fmt::Write as _;

/// A file in the making. Objects 1 and 2 are the catalogue and the list of pages, 3 is Helvetica.
pub(crate) struct PdfBuilder {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
    /// More entries of the catalogue.
    pub(crate) catalogue: String,
}

impl PdfBuilder {
    pub(crate) fn new() -> Self {
        let font =
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
        Self {
            objects: vec![Vec::new(), Vec::new(), font.into()],
            pages: Vec::new(),
            catalogue: String::new(),
        }
    }

    /// Adds an object and returns its number.
    pub(crate) fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    /// Adds a stream; `entries` are those of its dictionary without the length.
    pub(crate) fn add_stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut object = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
        object.extend_from_slice(data);
        object.extend_from_slice(b"\nendstream");
        self.add(object)
    }

    /// Adds a page of this size in points. `entries` are further ones of its dictionary. Images are named
    /// by their number: `/X5 Do`.
    pub(crate) fn page(&mut self, size: [u32; 2], content: &str, entries: &str) -> &mut Self {
        let content = self.add_stream("", content.as_bytes());
        let mut images = String::new();
        for image in 4..content {
            let _ = write!(images, "/X{image} {image} 0 R ");
        }
        let [width, height] = size;
        let page = self.add(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {content} 0 R \
             /Resources << /Font << /F1 3 0 R >> /XObject << {images} >> >> {entries} >>"
        ));
        self.pages.push(page);
        self
    }

    /// The last page once more, so many times.
    pub(crate) fn repeat(&mut self, times: usize) -> &mut Self {
        let page = self.objects[self.pages[self.pages.len() - 1] - 1].clone();
        for _ in 0..times {
            let number = self.add(page.clone());
            self.pages.push(number);
        }
        self
    }

    /// The file.
    pub(crate) fn finish(&mut self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let count = self.pages.len();
        self.objects[0] = format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalogue).into();
        self.objects[1] =
            format!("<< /Type /Pages /Count {count} /Kids [{}] >>", kids.join(" ")).into();
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (index, object) in self.objects.iter().enumerate() {
            let _ = writeln!(table, "{:010} 00000 n ", file.len());
            file.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        let size = self.objects.len() + 1;
        file.extend_from_slice(table.as_bytes());
        let trailer =
            format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        file.extend_from_slice(trailer.as_bytes());
        file
    }
}

/// Instructions that write a line of text in Helvetica of this size, from this point on.
pub(crate) fn line(size: u32, [x, y]: [u32; 2], text: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}
