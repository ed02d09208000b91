//! The promise in plain words: only what is true of the command line as it is today. The window's
//! policy has more to say, since a window keeps more.

/// What `--privacy` prints.
pub(crate) const PROMISE: &str = "\
What happens to your pictures

Your pictures stay on this computer. This program holds no code that talks to a network: nothing
is uploaded, looked up, counted, reported or updated, and it works without a connection.

Nothing is kept. A picture is in memory while it is being read and at no other time. The program
writes no file except the one that you ask for with --output, and that one can be read by you
alone. There is no history, no cache, no settings file, no log and no temporary copy of a picture.

Memory is wiped. Every block of memory that held a picture or its text is overwritten with zeros
when the program gives it back.

Reading is locked in. A picture made by a stranger is looked at only by a process that has given up
opening files, reaching a network and starting programs, as far as the system offers to give that
up: --about-privacy tries it on this computer.

Messages are discreet. What is said about a file that could not be read names the file and the
reason, and nothing that stands in the picture.

What is not promised

The text goes where you send it: to the terminal, which keeps it in its scrollback, to a file, or
to another program. From there on it is in your hands.

The system may write memory to disk when it swaps or hibernates, and may keep a dump of a program
that crashed. What the program holds at the moment when it ends, or is ended by force, is left to
the system, which hands out no memory to others before clearing it.

Other programs that run under your name, and the administrator of the computer, can look at what
you can look at.

There is no account, and nothing of yours lies anywhere else: there is nothing to revoke and
nothing that anybody would have to erase.
";
