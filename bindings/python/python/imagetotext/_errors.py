"""Why something was not read, sorted by who has to act. The message says what to do."""

__all__ = [
    "Error",
    "FileError",
    "InternalError",
    "LimitError",
    "PasswordError",
    "PictureError",
    "UnreadPageWarning",
    "WorkerError",
]


class Error(Exception):
    """Something was not read. Its message names the file and never quotes what is in it."""


class FileError(Error, OSError):
    """The file cannot be opened: it is missing, a directory, or you may not read it."""


class PictureError(Error, ValueError):
    """This is no picture, it is damaged, or of a kind that cannot be read: take another one."""


class PasswordError(PictureError):
    """The PDF needs a password, or another one."""


class LimitError(Error):
    """It is too large, took too long or needed too much memory: make it smaller."""


class WorkerError(Error):
    """The process that reads could not be started, crashed or was killed: try again."""


class InternalError(Error, RuntimeError):
    """A fault of this package: please report it, without the picture."""


class UnreadPageWarning(UserWarning):
    """A page of several was not read; its `error` says why."""
