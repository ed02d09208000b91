//! seccomp filters: which system calls a process may make.

use std::collections::BTreeMap;

use rustix::process::getpid;
use seccompiler::{
    BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp,
    SeccompCondition, SeccompFilter, SeccompRule, TargetArch, apply_filter_all_threads,
};

use crate::Status;

/// Rules by the number of the system call. An empty list matches any arguments.
type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// System calls of computing: freeing memory, waiting and ending threads, clocks, random numbers, and
/// signals that report a fault of the program itself.
const COMPUTING: &[i64] = &[
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_membarrier,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_nanosleep,
    libc::SYS_clock_nanosleep,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_close,
    libc::SYS_exit,
    libc::SYS_exit_group,
    // Answered by the filter of `hidden_clone3`.
    libc::SYS_clone3,
];

/// Allows only what computing and standard input and output need.
pub(super) fn allow_computing_only() -> Status {
    Status::of(install_allow_list())
}

fn install_allow_list() -> Result<(), Error> {
    // First, while a filter may still be installed. Where two filters match, the stricter action counts.
    install(hidden_clone3(), SeccompAction::Allow, SeccompAction::Errno(libc::ENOSYS as u32))?;
    install(allowed()?, SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow)
}

/// Address families that remain after [`refuse_network`]: between the processes of this computer, and
/// to the kernel, which reports screens and keyboards that are plugged in.
const LOCAL_FAMILIES: [i32; 2] = [libc::AF_UNIX, libc::AF_NETLINK];

/// Refuses sockets that could lead out of the computer.
pub(super) fn refuse_network() -> Status {
    let install_deny_list = || {
        let refuse = SeccompAction::Errno(libc::EACCES as u32);
        install(outward_sockets()?, SeccompAction::Allow, refuse)
    };
    Status::of(install_deny_list())
}

fn install(rules: Rules, mismatch: SeccompAction, on_match: SeccompAction) -> Result<(), Error> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let program: BpfProgram = SeccompFilter::new(rules, mismatch, on_match, arch)?.try_into()?;
    apply_filter_all_threads(&program)
}

/// `clone3` takes its flags in memory, which filters cannot read. It is answered with "no such system
/// call", and the C library falls back to `clone`, whose flags are an argument.
fn hidden_clone3() -> Rules {
    Rules::from([(libc::SYS_clone3, Vec::new())])
}

fn allowed() -> Result<Rules, BackendError> {
    let mut rules: Rules = COMPUTING.iter().map(|&call| (call, Vec::new())).collect();
    let mut allow = |call, conditions: Vec<SeccompCondition>| {
        rules.entry(call).or_default().push(SeccompRule::new(conditions)?);
        Ok::<(), BackendError>(())
    };
    for read in [libc::SYS_read, libc::SYS_readv] {
        allow(read, vec![equals(0, 0)?])?;
    }
    for write in [libc::SYS_write, libc::SYS_writev] {
        allow(write, vec![equals(0, 1)?])?;
        allow(write, vec![equals(0, 2)?])?;
    }
    // Private memory that is not a file and not executable.
    let private = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    allow(libc::SYS_mmap, vec![lacks_bits(2, libc::PROT_EXEC)?, has_bits(3, private)?])?;
    allow(libc::SYS_mprotect, vec![lacks_bits(2, libc::PROT_EXEC)?])?;
    // Threads, not processes.
    allow(libc::SYS_clone, vec![has_bits(0, libc::CLONE_THREAD | libc::CLONE_VM)?])?;
    // Signals to itself, as `abort` sends.
    let own_pid = u64::from(getpid().as_raw_pid().unsigned_abs());
    allow(libc::SYS_tgkill, vec![equals(0, own_pid)?])?;
    // `Sandbox::renew_cpu_time`.
    allow(libc::SYS_prlimit64, vec![equals(0, 0)?, equals(1, libc::RLIMIT_CPU.into())?])?;
    Ok(rules)
}

fn outward_sockets() -> Result<Rules, BackendError> {
    // On x86-64, programs of the x32 ABI set this bit in the number of a system call
    // (`__X32_SYSCALL_BIT`).
    let x32 = if cfg!(target_arch = "x86_64") { 0x4000_0000 } else { 0 };
    let mut rules = Rules::new();
    for number in [libc::SYS_socket, libc::SYS_socket | x32] {
        let mut not_local = Vec::new();
        for family in LOCAL_FAMILIES {
            not_local.push(condition(0, SeccompCmpOp::Ne, u64::from(family.unsigned_abs()))?);
        }
        rules.insert(number, vec![SeccompRule::new(not_local)?]);
    }
    // Opens sockets without the system call `socket`. Programs fall back to other calls.
    for number in [libc::SYS_io_uring_setup, libc::SYS_io_uring_setup | x32] {
        rules.insert(number, Vec::new());
    }
    Ok(rules)
}

/// The argument is this value.
fn equals(argument: u8, value: u64) -> Result<SeccompCondition, BackendError> {
    condition(argument, SeccompCmpOp::Eq, value)
}

/// The argument has all these bits.
fn has_bits(argument: u8, bits: i32) -> Result<SeccompCondition, BackendError> {
    let bits = u64::from(bits.unsigned_abs());
    condition(argument, SeccompCmpOp::MaskedEq(bits), bits)
}

/// The argument has none of these bits.
fn lacks_bits(argument: u8, bits: i32) -> Result<SeccompCondition, BackendError> {
    condition(argument, SeccompCmpOp::MaskedEq(u64::from(bits.unsigned_abs())), 0)
}

/// The kernel uses only the lower 32 bits of these arguments, so the filter compares no more.
fn condition(
    argument: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, BackendError> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)
}
