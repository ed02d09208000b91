//! Two things at the same time.

/// Does both at once; one after the other where the system gives no thread.
pub(super) fn both<T, U: Send>(one: impl FnOnce() -> T, other: &(impl Fn() -> U + Sync)) -> (T, U) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("codes".into()).spawn_scoped(scope, other);
        let result = one();
        let other = thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(other);
        (result, other)
    })
}
