//! Standard input and output without the buffers of the standard library, which nobody can wipe: they
//! would keep a piece of the last picture and of its text for as long as the process lives.

use std::io::{self, Read, Write};

/// Standard input.
#[derive(Debug)]
pub struct Input(());

/// Standard output.
#[derive(Debug)]
pub struct Output(());

/// Standard input without a buffer. What is read through the standard library does not meet it.
pub fn input() -> Input {
    Input(())
}

/// Standard output without a buffer.
pub fn output() -> Output {
    Output(())
}

#[cfg(unix)]
impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        Ok(rustix::io::read(rustix::stdio::stdin(), into)?)
    }
}

#[cfg(unix)]
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

// No safe way around the buffers there.
#[cfg(not(unix))]
impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        io::stdin().read(into)
    }
}

#[cfg(not(unix))]
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
