"""Reads templates from their folder, each anew only when its file has changed."""

from pathlib import Path
import stat
from typing import Final

from ...errors import MessageTemplateError
from .template_file import TemplateFile, is_template_name, read_template

LARGEST: Final = 64 * 1024
"""Bytes of one file."""

_SUFFIX: Final = ".jinja"
_LISTED: Final = 10

type _Mark = tuple[int, int, int]
"""What tells one version of a file from another."""


class Shelf:
    """Knows the templates of one folder. Its methods block, and run in a thread."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet; the folder need not be there."""
        self._folder = folder
        self._known: dict[str, tuple[_Mark, TemplateFile]] = {}

    def get(self, name: str) -> TemplateFile:
        """Return a template; raise ``MessageTemplateError`` if there is none to be had."""
        if not is_template_name(name):
            reason = "a name has small letters, digits, _ and - only"
            raise MessageTemplateError(template=name[:64], reason=reason)
        path = self._folder / f"{name}{_SUFFIX}"
        try:
            found = path.stat()
            mark = (found.st_mtime_ns, found.st_size, found.st_ino)
            known = self._known.get(name)
            if known is None or known[0] != mark:
                known = self._known[name] = (mark, _read(path, found.st_mode))
        except (OSError, ValueError) as error:
            self._known.pop(name, None)
            reason = self._why(error)
            raise MessageTemplateError(template=name, reason=reason) from None
        return known[1]

    def names(self) -> list[str]:
        """Return the names that there are, be their files readable or not."""
        stems = (path.stem for path in self._folder.glob(f"*{_SUFFIX}"))
        return sorted(filter(is_template_name, stems))

    def _why(self, error: OSError | ValueError) -> str:
        if isinstance(error, UnicodeDecodeError):
            return "its file is not in UTF-8"
        if isinstance(error, ValueError):
            return str(error)
        if not isinstance(error, FileNotFoundError):
            return error.strerror or "its file cannot be read"
        names = sorted(path.stem for path in self._folder.glob(f"*{_SUFFIX}"))
        return (
            f"there is no such file; there are {', '.join(names[:_LISTED]) or 'none'}"
        )


def _read(path: Path, mode: int) -> TemplateFile:
    if not stat.S_ISREG(mode):
        raise ValueError("it is no file")
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(f"its file has more than {LARGEST} bytes")
    return read_template(content.decode())
