//! Which files of a directory are pictures, by their names.

use std::path::Path;

/// Extensions of pictures, in lower case. They only choose among the files of a directory, which nobody chose one
/// by one, and what a file dialog shows first; everywhere else the bytes decide.
pub const PICTURE_EXTENSIONS: &[&str] = &[
    "png", "apng", "jpg", "jpeg", "jpe", "jfif", "jfi", "jif", "pjpeg", "pjp", "mpo", "webp",
    "bmp", "dib", "gif", "tif", "tiff", "btf", "tf8", "pdf", "heic", "heif", "hif", "heics",
    "heifs", "avif", "avifs", "jxl", "jp2", "j2k", "j2c", "jpc", "jpf", "jpx", "ico", "cur", "ppm",
    "pgm", "pbm", "pam", "pnm", "tga", "qoi", "psd",
];

/// Extensions of pictures and scanned documents that are not read.
const UNREAD: &[&str] = &[
    "svg", "svgz", "djvu", "djv", "eps", "ps", "ai", "xps", "oxps", "emf", "wmf", "xcf", "kra",
    "psb", "icns", "exr", "hdr", "dds", "pcx", "dcx", "sgi", "xpm", "xbm", "pct", "pict", "jpm",
    "mng", "cbz", "cbr", "cb7", "jxr", "wdp", "hdp", "bpg", "3fr", "arw", "cr2", "cr3", "crw",
    "dcr", "dng", "erf", "iiq", "kdc", "mef", "mos", "mrw", "nef", "nrw", "orf", "pef", "raf",
    "raw", "rw2", "rwl", "sr2", "srf", "srw", "x3f",
];

/// Whether a file is called like a picture that is not read.
///
/// ```
/// use imagetotext_files::has_unread_extension;
///
/// assert!(has_unread_extension("Drawing.svg".as_ref()));
/// assert!(!has_unread_extension("Scan.png".as_ref()));
/// ```
pub fn has_unread_extension(path: &Path) -> bool {
    has_one_of(path, UNREAD)
}

/// Whether a file is called like a picture.
///
/// ```
/// use imagetotext_files::has_picture_extension;
///
/// assert!(has_picture_extension("Scan.JPG".as_ref()));
/// assert!(!has_picture_extension("Scan.txt".as_ref()));
/// ```
pub fn has_picture_extension(path: &Path) -> bool {
    has_one_of(path, PICTURE_EXTENSIONS)
}

fn has_one_of(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| extensions.contains(&extension.as_str()))
}
