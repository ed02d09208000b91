//! `cargo xtask models --smoke`: training, export and loading fit together.

use anyhow::{Context as _, Result, bail};

use crate::process::{self, build, command, python, root, works};

/// Trains both models for a minute each and reads a picture with them. What they read does not
/// matter: after a minute it is nonsense.
pub(crate) fn run() -> Result<()> {
    if !works(&mut python(&["-c", "import torch"])) {
        bail!(
            "Python with PyTorch is missing; install it with `pip install -r \
             models/training/requirements.txt`, and name another Python with PYTHON"
        );
    }
    let directory = std::env::temp_dir().join(format!("imagetotext-smoke-{}", std::process::id()));
    let out = directory.to_str().context("the temporary directory has no plain name")?;
    let trained = train_and_read(out);
    // Nothing was made when the training failed at once.
    let _ = std::fs::remove_dir_all(&directory);
    trained?;
    println!("\nTrained, exported and loaded.");
    Ok(())
}

fn train_and_read(out: &str) -> Result<()> {
    let training = ["-m", "imagetotext_training.smoke", "--out", out];
    process::run(python(&training).current_dir(root().join("models/training")))?;
    let program = build(&[])?;
    let program = program.to_str().context("the program has no plain name")?;
    process::run(&mut command(program, &["--models", out, "tests/images/hello.png"]))
}
