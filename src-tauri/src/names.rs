//! Names of files, fit to be shown.

use std::path::Path;

/// The last part of a path without what could deceive: control characters, line separators, and
/// those that turn the direction of writing to show another name.
pub(crate) fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    clean(&name.to_string_lossy())
}

/// A name that came from elsewhere, cleaned likewise.
pub(crate) fn clean(name: &str) -> String {
    let deceives = |character: char| {
        let turns = ['\u{200e}'..='\u{200f}', '\u{2028}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
        character.is_control() || turns.iter().any(|range| range.contains(&character))
    };
    name.replace(deceives, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_deceive() {
        assert_eq!(shown(Path::new("/a/b/c d.png")), "c d.png");
        assert_eq!(shown(Path::new("x\u{202e}gnp.exe\n")), "x\u{fffd}gnp.exe\u{fffd}");
        assert_eq!(shown(Path::new("/")), "/");
    }
}
