//! Which files of a directory are pictures, by their names.

use std::path::Path;

/// Extensions of pictures, in lower case. They only choose among the files of a directory, which nobody chose one
/// by one; everywhere else the bytes decide.
const EXTENSIONS: [&str; 29] = [
    "png", "jpg", "jpeg", "jpe", "jfif", "webp", "bmp", "dib", "gif", "tif", "tiff", "pdf", "heic",
    "heif", "avif", "jxl", "jp2", "j2k", "jpf", "jpx", "ico", "ppm", "pgm", "pbm", "pam", "pnm",
    "tga", "qoi", "psd",
];

/// Extensions of pictures and scanned documents that are not read.
const UNREAD: [&str; 32] = [
    "svg", "svgz", "djvu", "djv", "eps", "ps", "ai", "xps", "oxps", "emf", "wmf", "xcf", "kra",
    "exr", "hdr", "dds", "pcx", "sgi", "xpm", "xbm", "cr2", "cr3", "nef", "arw", "dng", "orf",
    "rw2", "raf", "cbz", "cbr", "jxr", "bpg",
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
    has_one_of(path, &UNREAD)
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
    has_one_of(path, &EXTENSIONS)
}

fn has_one_of(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| extensions.contains(&extension.as_str()))
}
