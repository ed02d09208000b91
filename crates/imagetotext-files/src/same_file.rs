//! Whether two paths lead to the same file.

use std::path::Path;

/// What a file is known by, whatever path leads to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileId(Id);

#[cfg(unix)]
type Id = (u64, u64);
#[cfg(not(unix))]
type Id = std::path::PathBuf;

impl FileId {
    /// Of a file or directory that exists; symbolic links are followed.
    #[cfg(unix)]
    pub fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let metadata = std::fs::metadata(path).ok()?;
        Some(Self((metadata.dev(), metadata.ino())))
    }

    /// Of a file or directory that exists; symbolic links are followed, hard links are files of their own.
    #[cfg(not(unix))]
    pub fn of(path: &Path) -> Option<Self> {
        std::fs::canonicalize(path).ok().map(Self)
    }
}

/// Whether two paths lead to the same file that exists, through symbolic links and, on Unix, through hard links
/// as well.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((FileId::of(one), FileId::of(other)), (Some(one), Some(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn links_lead_to_the_same_file() {
        let directory = tempfile::tempdir().unwrap();
        let [one, other, missing] = ["one", "other", "missing"].map(|it| directory.path().join(it));
        fs::write(&one, b"same").unwrap();
        fs::write(&other, b"same").unwrap();
        assert!(is_same_file(&one, &directory.path().join(".").join("one")));
        assert!(!is_same_file(&one, &other));
        assert!(!is_same_file(&missing, &missing));
        #[cfg(unix)]
        {
            let [symbolic, hard] = ["symbolic", "hard"].map(|it| directory.path().join(it));
            std::os::unix::fs::symlink(&one, &symbolic).unwrap();
            fs::hard_link(&one, &hard).unwrap();
            assert!(is_same_file(&one, &symbolic) && is_same_file(&one, &hard));
        }
    }
}
