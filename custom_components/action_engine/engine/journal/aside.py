"""Damaged files: how they are noticed before they are used, and put aside."""

from contextlib import suppress
from datetime import UTC, datetime
import logging
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from .faults import CorruptFileError
from .place import Place

_LOGGER = logging.getLogger(__name__)

_HEADER: Final = 100
_ALWAYS_CHECKED: Final = 32 * 1024 * 1024
"""Bytes up to which a file is read through at every start; that takes a moment only."""


def check_before_opening(place: Place) -> bool:
    """Return whether the contents should be read through once the file is open.

    Raises ``CorruptFileError`` if the file is shorter than it says of itself.
    """
    if place.file is None or not place.file.exists():
        return False
    size = place.file.stat().st_size
    log = place.files[1]
    # The log goes when the file is closed; if it is there, somebody was interrupted.
    interrupted = log.exists() and log.stat().st_size > 0
    if size >= _HEADER and not interrupted and _announced_size(place.file) > size:
        raise CorruptFileError("the file is shorter than it says of itself")
    return interrupted or 0 < size <= _ALWAYS_CHECKED


def check_contents(connection: Connection) -> None:
    """Read the whole file through; raises ``CorruptFileError`` if it is damaged."""
    with connection.begin():
        answer = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if answer != "ok":
        raise CorruptFileError(str(answer))


def move_aside(place: Place) -> str | None:
    """Move the file and its companions away; return where the file is now.

    Raises ``OSError`` if that is not possible.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target: Path | None = None
    for path in reversed(place.files):
        moved = path.with_name(f"{path.name}.corrupt-{stamp}")
        with suppress(FileNotFoundError):
            path.replace(moved)
            target = moved
    _LOGGER.error("The journal %s is damaged; it is now %s", place.file, target)
    return None if target is None else str(target)


def _announced_size(path: Path) -> int:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if header[24:28] != header[92:96]:
        return 0  # written by something so old that it does not say
    page = int.from_bytes(header[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
