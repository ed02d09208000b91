//! `cargo xtask public-api`: compares the public API of the library with the committed list of it, so
//! that no change of the API goes unnoticed.
//!
//! A list instead of a comparison with a released version: it needs neither tags nor history, shows
//! each change of the API in the diff of its commit, and builds the library once.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};

use crate::process::{self, cargo, root};

/// The committed list, from the root of the repository.
const FILE: &str = "crates/imagetotext/public-api.txt";

/// Where the documentation as JSON is built. Its own directory, because `RUSTC_BOOTSTRAP` would make
/// cargo rebuild dependencies in the usual one.
const TARGET: &str = "target/public-api";

/// Fails when the public API differs from the list.
///
/// # Errors
/// Names what was added and removed.
pub(crate) fn check() -> Result<()> {
    let Some(current) = current()? else { return Ok(()) };
    let listed = std::fs::read_to_string(root().join(FILE));
    let listed = listed.with_context(|| {
        format!("{FILE} is missing; write it with `cargo xtask public-api --bless`")
    })?;
    let changes = changes(&listed, &current);
    if changes.is_empty() {
        return Ok(());
    }
    bail!(
        "the public API of imagetotext is not the one in {FILE}:\n{}\nif this is intended, update \
         the list with `cargo xtask public-api --bless` and mention the change in CHANGELOG.md; a \
         line with - breaks programs that use it",
        changes.join("\n")
    )
}

/// Writes the list.
///
/// # Errors
/// When the library does not compile, or this toolchain cannot be used for the list.
pub(crate) fn bless() -> Result<()> {
    let current = current()?.context("use the version of Rust that continuous integration uses")?;
    std::fs::write(root().join(FILE), current).context("the list cannot be written")
}

/// The public API, one item in each line. Nothing when the JSON of this toolchain has another version
/// than the one we read; on continuous integration that is an error.
fn current() -> Result<Option<String>> {
    // JSON is not stable yet, and `RUSTC_BOOTSTRAP` allows it on the stable toolchain.
    let options = ["-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"];
    let fixed = ["rustdoc", "--package", "imagetotext", "--lib", "--quiet", "--target-dir", TARGET];
    let mut rustdoc = cargo(&fixed);
    rustdoc.arg("--").args(options).env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTDOCFLAGS");
    process::run(&mut rustdoc)?;
    let file = root().join(TARGET).join("doc/imagetotext.json");
    let json = std::fs::read_to_string(&file).context("rustdoc wrote no JSON")?;
    let version = serde_json::from_str::<serde_json::Value>(&json)?["format_version"].as_u64();
    let supported = u64::from(rustdoc_types::FORMAT_VERSION);
    if version != Some(supported) {
        let version = version.map_or("unknown".into(), |version| version.to_string());
        let message = format!(
            "rustdoc of this toolchain writes JSON of version {version}, and xtask reads version \
             {supported}"
        );
        if std::env::var_os("CI").is_some() {
            bail!("{message}; update public-api in xtask/Cargo.toml");
        }
        println!("\nLeft out: the check of the public API; {message}.");
        return Ok(None);
    }
    let api = public_api::Builder::from_rustdoc_json(file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .context("the JSON cannot be read")?;
    Ok(Some(api.to_string()))
}

/// The differences between two lists, `+` and `-` in front.
fn changes(listed: &str, current: &str) -> Vec<String> {
    let [listed, current] = [listed, current].map(|text| text.lines().collect::<BTreeSet<_>>());
    let removed = listed.difference(&current).map(|item| format!("- {item}"));
    let added = current.difference(&listed).map(|item| format!("+ {item}"));
    removed.chain(added).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_named() {
        assert!(changes("pub fn a()\npub fn b()\n", "pub fn b()\npub fn a()").is_empty());
        assert_eq!(changes("pub fn a()\n", "pub fn b()\n"), ["- pub fn a()", "+ pub fn b()"]);
    }
}
