//! The text of `--privacy`: only what is true of the command line. The policy of the window says more,
//! because a window stores more.

/// What `--privacy` prints.
pub(crate) const PROMISE: &str = "\
What happens to your pictures

Your pictures stay on this computer. This program has no code that uses a network: nothing is
uploaded, looked up, counted, reported or updated, and it works without a connection.

Nothing is stored. A picture is in memory while it is being read and at no other time. The program
writes no file except those that you name with --output, and with --report, which has names of
files and no text. Only you can read them; on Windows they have the permissions of their folder.
There is no history, no cache, no settings file, no log and no temporary copy of a picture.

Memory is wiped. Every block of memory that contained a picture or its text is overwritten with
zeros when the program frees it.

Pictures are read in a sandbox. The process that looks into a picture has given up opening files,
using a network and starting programs, as far as the system offers that: --about-privacy tries it
on this computer.

Messages reveal nothing. A message about a file that could not be read names the file and the
reason, and nothing that is in the picture.

What is not promised

The text goes where you send it: to the terminal, which keeps it in its scrollback, to a file, or
to another program. From there on it is in your hands.

The system may write memory to disk when it swaps or hibernates, and may keep a dump of a program
that crashed. What the program has in memory when it ends or is killed is left to the system, which
clears memory before another program gets it.

Other programs that run under your account, and the administrator of the computer, see what you
see.

You have no account, and nothing of yours is anywhere else: nobody has anything to erase.
";
