//! Landlock: no file may be opened, no port reached, no process outside signalled.

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, RestrictSelfAttr as _,
    Ruleset, RulesetAttr as _, RulesetError, RulesetStatus, Scope,
};

use super::State;

/// What Landlock could refuse when this was written; a kernel refuses what it knows of it.
const NEWEST: ABI = ABI::V8;

/// Refuses all files and connections: a set of rules without a single exception.
pub(super) fn close() -> State {
    match try_to_close() {
        Ok(RulesetStatus::FullyEnforced) => State::InForce,
        Ok(RulesetStatus::PartiallyEnforced) => State::InPart,
        Ok(RulesetStatus::NotEnforced) => State::Failed("the kernel has no Landlock".into()),
        Err(error) => State::Failed(error.to_string()),
    }
}

fn try_to_close() -> Result<RulesetStatus, RulesetError> {
    let rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?;
    Ok(rules.all_threads(true)?.restrict_self()?.ruleset)
}
