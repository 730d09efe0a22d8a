"""Values of columns: how they are made to fit, and read back."""

from datetime import UTC, datetime
import hashlib
from typing import Final

MAX_NAME: Final = 255
"""What a column for a name takes."""


def micros(moment: datetime) -> int:
    """Return a time as whole microseconds since 1970."""
    whole = int(moment.replace(microsecond=0).timestamp())
    return whole * 1_000_000 + moment.microsecond


def moment(stored: int) -> datetime:
    """Return the time, in UTC."""
    seconds, rest = divmod(stored, 1_000_000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest)


def clean(text: str) -> str:
    """Return the text without what no database takes: NUL, and halves of characters."""
    if "\0" in text:
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if text.isascii():
        return text
    return text.encode(errors="replace").decode()


def fit(text: str, longest: int = MAX_NAME) -> str:
    """Return the text short enough for a name; different texts stay different."""
    text = clean(text)
    if len(text) <= longest:
        return text
    digest = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    return f"{text[: longest - len(digest) - 1]}…{digest}"
