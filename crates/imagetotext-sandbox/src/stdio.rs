//! Standard input and output without the buffers of the standard library. Those cannot be wiped, and
//! would keep a piece of the last input and output for as long as the process lives.

use std::io::{self, Read, Write};

/// Unbuffered standard input, from [`stdin`].
#[derive(Debug)]
pub struct Stdin(());

/// Unbuffered standard output, from [`stdout`].
#[derive(Debug)]
pub struct Stdout(());

/// Standard input without a buffer (on Windows with that of the standard library). Do not mix it with
/// [`std::io::stdin`], whose buffer may have taken bytes already.
pub fn stdin() -> Stdin {
    Stdin(())
}

/// Standard output without a buffer (on Windows with that of the standard library).
pub fn stdout() -> Stdout {
    Stdout(())
}

#[cfg(unix)]
impl Read for Stdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(rustix::io::read(rustix::stdio::stdin(), buffer)?)
    }
}

#[cfg(unix)]
impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

// Windows has no safe way around the buffers.
#[cfg(not(unix))]
impl Read for Stdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        io::stdin().read(buffer)
    }
}

#[cfg(not(unix))]
impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
