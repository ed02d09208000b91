//! Files without a name, which vanish with their process: `O_TMPFILE` of open(2), on Linux.

#[cfg(target_os = "linux")]
pub(super) use linux::{create, name};

#[cfg(target_os = "linux")]
mod linux {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd as _;
    use std::path::Path;

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};

    /// A new file in a directory; none where the file system has no such files, or they could not be named.
    pub(in super::super) fn create(directory: &Path) -> Option<File> {
        let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
        let file = File::from(open(directory, flags, Mode::RUSR | Mode::WUSR).ok()?);
        Path::new(&link(&file)).exists().then_some(file)
    }

    /// Gives it a name that no other file has.
    pub(in super::super) fn name(file: &File, path: &Path) -> io::Result<()> {
        Ok(linkat(CWD, link(file), CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }

    /// Without privileges a file is named through its entry in proc(5).
    fn link(file: &File) -> String {
        format!("/proc/self/fd/{}", file.as_raw_fd())
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn create(_: &std::path::Path) -> Option<std::fs::File> {
    None
}

#[cfg(not(target_os = "linux"))]
pub(super) fn name(_: &std::fs::File, _: &std::path::Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
