//! Whether two paths lead to the same file.

use std::path::Path;

/// Whether two paths lead to the same file that exists, through symbolic and hard links as well.
#[cfg(unix)]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |path: &Path| std::fs::metadata(path).map(|it| (it.dev(), it.ino()));
    matches!((identity(one), identity(other)), (Ok(one), Ok(other)) if one == other)
}

/// Whether two paths lead to the same file that exists, through symbolic links as well.
#[cfg(not(unix))]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| std::fs::canonicalize(path);
    matches!((canonical(one), canonical(other)), (Ok(one), Ok(other)) if one == other)
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
