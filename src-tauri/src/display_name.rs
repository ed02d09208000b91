//! The names of files as people see them.

use std::path::Path;

use imagetotext_files::printable;

/// The last part of a path, with U+FFFD in place of characters that could deceive.
pub(crate) fn display_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    printable(&name.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_part_of_a_path_is_shown() {
        assert_eq!(display_name(Path::new("/a/b/c d.png")), "c d.png");
        assert_eq!(display_name(Path::new("/")), "/");
    }

    #[test]
    fn a_deceptive_name_is_made_printable() {
        assert_eq!(display_name(Path::new("x\u{202e}gnp.exe\n")), "x\u{fffd}gnp.exe\u{fffd}");
    }
}
