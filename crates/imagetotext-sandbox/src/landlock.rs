//! Landlock: no file may be opened, no port be reached, no other process be signalled.

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, RestrictSelfAttr as _,
    Ruleset, RulesetAttr as _, RulesetError, RulesetStatus, Scope,
};

use crate::Status;

/// The newest version of Landlock when this was written. An older kernel refuses what it knows of it.
const NEWEST_ABI: ABI = ABI::V8;

/// Refuses all that Landlock can: a ruleset that handles every kind of access and has no rule to allow
/// one.
pub(super) fn refuse_all() -> Status {
    match restrict() {
        Ok(RulesetStatus::FullyEnforced) => Status::Enforced,
        Ok(RulesetStatus::PartiallyEnforced) => Status::PartiallyEnforced,
        Ok(RulesetStatus::NotEnforced) => Status::Failed("the kernel has no Landlock".into()),
        Err(error) => Status::Failed(error.to_string()),
    }
}

fn restrict() -> Result<RulesetStatus, RulesetError> {
    let rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST_ABI))?
        .handle_access(AccessNet::from_all(NEWEST_ABI))?
        .scope(Scope::from_all(NEWEST_ABI))?
        .create()?;
    Ok(rules.all_threads(true)?.restrict_self()?.ruleset)
}
