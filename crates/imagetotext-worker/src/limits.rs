//! Limits of reading: time, memory, input, messages and pages. Those of a picture alone are in the library
//! (`imagetotext::source`).

use std::time::Duration;

/// The limits of a worker.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Largest input in bytes. The largest picture that is decoded, 120 million pixels in plain colours,
    /// fits in; a disk image given by mistake does not fill the memory.
    pub input_bytes: u64,
    /// Largest message of a worker in bytes: a page of two million characters.
    pub message_bytes: u64,
    /// Most pixels of a preview: all of a screen of 1920 × 1080, and half the side of one of 4K.
    pub preview_pixels: u32,
    /// Most pixels of a thumbnail: 96 × 96.
    pub thumbnail_pixels: u32,
    /// Largest compressed picture of a page in bytes: 120 million pixels of noise do not fit, all that people
    /// scan does.
    pub page_image_bytes: u64,
    /// Most pages of a file.
    pub pages: u32,
    /// Longest time for one page, and for loading the models. A page of 120 million pixels takes a minute
    /// on one slow core.
    pub page_timeout: Duration,
    /// Longest time until a page of a PDF is drawn. A page of a book takes 0.1 seconds, the worst map that
    /// was tried 5.
    pub pdf_page_timeout: Duration,
    /// Bytes of memory beyond what the process has when it enters the sandbox: 120 million pixels take
    /// 1.5 GiB.
    pub memory: u64,
    /// Seconds of processor time for one page, over all cores.
    pub cpu_seconds: u64,
}

/// The limits of the command line and of the window.
pub const LIMITS: Limits = Limits {
    input_bytes: 512 << 20,
    message_bytes: 128 << 20,
    preview_pixels: 1 << 21,
    thumbnail_pixels: 96 * 96,
    page_image_bytes: 256 << 20,
    pages: imagetotext::source::MAX_PAGES as u32,
    page_timeout: Duration::from_mins(5),
    pdf_page_timeout: Duration::from_secs(25),
    memory: 3 << 30,
    cpu_seconds: 900,
};

impl Limits {
    pub(crate) fn sandbox(&self) -> imagetotext_sandbox::Limits {
        imagetotext_sandbox::Limits { memory_bytes: self.memory, cpu_seconds: self.cpu_seconds }
    }

    /// Largest compressed image in bytes: LZ4 adds 0.4 % to what it cannot compress.
    pub(crate) fn image_bytes(&self) -> u64 {
        lz4_flex::block::get_maximum_output_size(self.preview_pixels as usize * 3) as u64
    }
}
