//! Which files of a directory are pictures, by their names.

use std::path::Path;

/// Extensions of pictures, in lower case. They only choose among the files of a directory, which nobody chose one
/// by one; everywhere else the bytes decide.
const EXTENSIONS: [&str; 29] = [
    "png", "jpg", "jpeg", "jpe", "jfif", "webp", "bmp", "dib", "gif", "tif", "tiff", "pdf", "heic",
    "heif", "avif", "jxl", "jp2", "j2k", "jpf", "jpx", "ico", "ppm", "pgm", "pbm", "pam", "pnm",
    "tga", "qoi", "psd",
];

/// Whether a file is called like a picture.
///
/// ```
/// use imagetotext_files::has_picture_extension;
///
/// assert!(has_picture_extension("Scan.JPG".as_ref()));
/// assert!(!has_picture_extension("Scan.txt".as_ref()));
/// ```
pub fn has_picture_extension(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}
