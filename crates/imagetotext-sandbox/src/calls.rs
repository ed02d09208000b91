//! seccomp: which system calls a process may make.

use std::collections::BTreeMap;

use rustix::process::getpid;
use seccompiler::{
    BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp,
    SeccompCondition, SeccompFilter, SeccompRule, TargetArch, apply_filter_all_threads,
};

use super::State;

/// Rules by the number of the call. No rule: whatever the arguments are.
type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Calls of computing: memory that is given back, threads that wait and end, clocks, chance, and
/// the signals that report a fault of the program itself.
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
    // The filter that answers it stands in `threads_only`.
    libc::SYS_clone3,
];

/// Leaves the calls that computing needs, and standard input and output.
pub(super) fn confine() -> State {
    State::of(try_to_confine())
}

fn try_to_confine() -> Result<(), Error> {
    // First, while installing a filter is still allowed. Of two answers the stricter one counts.
    install(threads_only(), SeccompAction::Allow, SeccompAction::Errno(libc::ENOSYS as u32))?;
    install(allowed()?, SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow)
}

/// Sockets that may be made with [`refuse_network`] in force: between the processes of this
/// computer, and to the kernel, which tells of screens and keyboards that are plugged in.
const LOCAL: [i32; 2] = [libc::AF_UNIX, libc::AF_NETLINK];

/// Refuses sockets that could lead out of the computer.
pub(super) fn refuse_network() -> State {
    let refuse = || {
        let refused = SeccompAction::Errno(libc::EACCES as u32);
        install(outward()?, SeccompAction::Allow, refused)
    };
    State::of(refuse())
}

fn install(rules: Rules, others: SeccompAction, these: SeccompAction) -> Result<(), Error> {
    let machine = TargetArch::try_from(std::env::consts::ARCH)?;
    let program: BpfProgram = SeccompFilter::new(rules, others, these, machine)?.try_into()?;
    apply_filter_all_threads(&program)
}

/// `clone3` hides its flags from filters: it is said not to exist, and the C library turns to
/// `clone`, which shows them.
fn threads_only() -> Rules {
    Rules::from([(libc::SYS_clone3, Vec::new())])
}

fn allowed() -> Result<Rules, BackendError> {
    let mut rules: Rules = COMPUTING.iter().map(|&call| (call, Vec::new())).collect();
    let mut allow = |call, conditions: Vec<SeccompCondition>| {
        rules.entry(call).or_default().push(SeccompRule::new(conditions)?);
        Ok::<(), BackendError>(())
    };
    for read in [libc::SYS_read, libc::SYS_readv] {
        allow(read, vec![is(0, 0)?])?;
    }
    for write in [libc::SYS_write, libc::SYS_writev] {
        allow(write, vec![is(0, 1)?])?;
        allow(write, vec![is(0, 2)?])?;
    }
    // Memory of this process alone that is not a file and holds no code.
    let private = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    allow(libc::SYS_mmap, vec![without(2, libc::PROT_EXEC)?, with(3, private)?])?;
    allow(libc::SYS_mprotect, vec![without(2, libc::PROT_EXEC)?])?;
    // Threads, not processes.
    allow(libc::SYS_clone, vec![with(0, libc::CLONE_THREAD | libc::CLONE_VM)?])?;
    // Signals to itself: how a program aborts.
    let own = u64::from(getpid().as_raw_pid().unsigned_abs());
    allow(libc::SYS_tgkill, vec![is(0, own)?])?;
    // `Lock::more_time`.
    allow(libc::SYS_prlimit64, vec![is(0, 0)?, is(1, libc::RLIMIT_CPU.into())?])?;
    Ok(rules)
}

fn outward() -> Result<Rules, BackendError> {
    // The second number on x86-64 is that of the calls of x32 programs.
    let x32 = if cfg!(target_arch = "x86_64") { 0x4000_0000 } else { 0 };
    let mut rules = Rules::new();
    for number in [libc::SYS_socket, libc::SYS_socket | x32] {
        let mut elsewhere = Vec::new();
        for family in LOCAL {
            elsewhere.push(condition(0, SeccompCmpOp::Ne, u64::from(family.unsigned_abs()))?);
        }
        rules.insert(number, vec![SeccompRule::new(elsewhere)?]);
    }
    // Makes sockets without the call of that name. Programs do without it.
    for number in [libc::SYS_io_uring_setup, libc::SYS_io_uring_setup | x32] {
        rules.insert(number, Vec::new());
    }
    Ok(rules)
}

/// The argument has this value.
fn is(argument: u8, value: u64) -> Result<SeccompCondition, BackendError> {
    condition(argument, SeccompCmpOp::Eq, value)
}

/// The argument has all these bits.
fn with(argument: u8, bits: i32) -> Result<SeccompCondition, BackendError> {
    let bits = u64::from(bits.unsigned_abs());
    condition(argument, SeccompCmpOp::MaskedEq(bits), bits)
}

/// The argument has none of these bits.
fn without(argument: u8, bits: i32) -> Result<SeccompCondition, BackendError> {
    condition(argument, SeccompCmpOp::MaskedEq(u64::from(bits.unsigned_abs())), 0)
}

/// The kernel looks at the lower half of these arguments only, so the filter does as well.
fn condition(
    argument: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, BackendError> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)
}
