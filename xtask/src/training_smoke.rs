//! `cargo xtask models --smoke`: shows that training, export and loading fit together.

use anyhow::{Context as _, Result, bail};

use crate::process::{self, build_cli, command, python, root, succeeds};

/// Trains both models for a minute each and reads a picture with them. The text does not matter:
/// after a minute of training it is nonsense.
pub(crate) fn run() -> Result<()> {
    if !succeeds(&mut python(&["-c", "import torch"])) {
        bail!(
            "Python with PyTorch is missing; install it with `pip install -r \
             models/training/requirements.txt`, and name another Python with PYTHON"
        );
    }
    let directory = std::env::temp_dir().join(format!("imagetotext-smoke-{}", std::process::id()));
    let out = directory.to_str().context("the path of the temporary directory is not UTF-8")?;
    let result = train_and_read(out);
    // There is nothing to remove when the training failed at once.
    let _ = std::fs::remove_dir_all(&directory);
    result?;
    println!("\nTrained, exported and loaded.");
    Ok(())
}

fn train_and_read(out: &str) -> Result<()> {
    let training = ["-m", "imagetotext_training.smoke", "--out", out];
    process::run(python(&training).current_dir(root().join("models/training")))?;
    let program = build_cli(&[])?;
    let program = program.to_str().context("the path of the program is not UTF-8")?;
    process::run(&mut command(program, &["--models", out, "tests/images/hello.png"]))
}
