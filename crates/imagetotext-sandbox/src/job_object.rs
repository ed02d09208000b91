//! A job object of Windows around this process: the only unsafe code of the project.
//!
//! <https://learn.microsoft.com/windows/win32/procthread/job-objects>

use std::ffi::c_void;
use std::io;
use std::ptr::{from_ref, null};

use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_ACTIVE_PROCESS,
    JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOBOBJECT_EXTENDED_LIMIT_INFORMATION,
    JobObjectExtendedLimitInformation, SetInformationJobObject,
};
use windows_sys::Win32::System::Threading::GetCurrentProcess;

/// Keeps this process from starting another one, and from committing more than `memory_bytes`.
///
/// # Errors
/// The error of the system; then nothing is limited.
pub(super) fn limit_process(memory_bytes: u64) -> io::Result<()> {
    let mut limits = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_PROCESS_MEMORY;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = usize::try_from(memory_bytes).unwrap_or(usize::MAX);
    let size = u32::try_from(size_of_val(&limits)).map_err(io::Error::other)?;
    // SAFETY: null pointers are allowed, and mean default attributes and no name.
    let job = unsafe { CreateJobObjectW(null(), null()) };
    if job.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the job is open; the pointer is to a structure of the class and the size that are named,
    // and it is read during the call only.
    let set = unsafe {
        let limits = from_ref(&limits).cast::<c_void>();
        SetInformationJobObject(job, JobObjectExtendedLimitInformation, limits, size)
    };
    // SAFETY: the job is open, and the handle of the current process is always valid.
    let assigned = set != 0 && unsafe { AssignProcessToJobObject(job, GetCurrentProcess()) } != 0;
    let result = if assigned { Ok(()) } else { Err(io::Error::last_os_error()) };
    // SAFETY: the job is open, and its handle is not used after this. The job lives as long as the
    // process in it.
    unsafe { CloseHandle(job) };
    result
}
