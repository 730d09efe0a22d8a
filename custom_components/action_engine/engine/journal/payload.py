"""What stands in the database for a value: a copy to look at, and one that is exact."""

import base64
from collections.abc import Collection
from typing import Any, Final, NamedTuple

from .decoding import NotReadableError, decode
from .json_text import from_text, to_text
from .masks import MARKS, REDACTED
from .readable import readable
from .redaction import NOTHING_FOUND, Redacted, Redactor
from .vault import NotOpenedError, Vault

_ENCRYPTED: Final = "aes:"
"""How an encrypted text begins; no JSON does."""


_SHORT: Final = 400
_REMEMBERED: Final = 2000


class Payload(NamedTuple):
    """Two columns of a row."""

    text: str
    """Redacted JSON, encrypted if all payloads are."""

    sealed: bytes | None
    """The exact JSON, encrypted; None if redaction had nothing to do."""


class Payloads:
    """Turns encoded values into columns, and columns into values; knows no database."""

    def __init__(self, vault: Vault, redactor: Redactor, *, encrypt: bool) -> None:
        """Seal with this vault; ``encrypt`` also what was redacted."""
        self.vault = vault
        self._redactor = redactor
        self._encrypt = encrypt
        self._harmless: set[str] = set()
        """Short texts in which nothing was found: most of what happens comes again."""

    def pack(
        self, plain: Any, identity: str, known: Collection[str] = ()
    ) -> tuple[Payload, Redacted]:
        """Return the columns; ``identity`` names the row, ``known`` further secrets."""
        exact = to_text(plain)
        if exact in self._harmless and not known:
            return Payload(self.cover(exact, identity), None), NOTHING_FOUND
        redacted = self._redactor.redact(plain, known)
        if not redacted.changed:
            self._remember(exact)
            return Payload(self.cover(exact, identity), None), redacted
        text = to_text(redacted.value)
        if not _is_masked(text):
            # In text that is broken, JSON would hide the mask as well.
            text = to_text(REDACTED)
        sealed = self.vault.seal(exact.encode(), identity)
        return Payload(self.cover(text, identity), sealed), redacted

    def named(self, name: str, plain: Any) -> Any:
        """Return a value without what the name says is secret or personal in it."""
        redacted = self._redactor.redact({name: plain})
        return next(iter(redacted.value.values())) if redacted.changed else plain

    def text(self, text: str, identity: str, known: Collection[str] = ()) -> str:
        """Return the column for a text of which no exact copy is needed."""
        return self.cover(self._redactor.text(text, known), identity)

    def shown(self, plain: Any, known: Collection[str] = ()) -> Any:
        """Return encoded data without what is secret in it."""
        return self._redactor.redact(plain, known).value

    def clean(self, text: str, known: Collection[str] = ()) -> str:
        """Return a text redacted, for columns that lists are searched by."""
        return self._redactor.text(text, known)

    def secrets_in(self, plain: Any) -> frozenset[str]:
        """Return what stands under telling names."""
        return self._redactor.redact(plain).found

    def cover(self, text: str, identity: str) -> str:
        """Encrypt a text if all payloads are encrypted."""
        if not self._encrypt:
            return f" {text}" if text.startswith(_ENCRYPTED) else text
        sealed = self.vault.seal(text.encode(), f"{identity}/text")
        return f"{_ENCRYPTED}{base64.b64encode(sealed).decode()}"

    def uncover(self, text: str | None, identity: str) -> str | None:
        """Return the text behind ``cover``, None if it cannot be opened any more."""
        if text is None or not text.startswith(_ENCRYPTED):
            return text
        try:
            sealed = base64.b64decode(text.removeprefix(_ENCRYPTED))
            return self.vault.unseal(sealed, f"{identity}/text").decode()
        except NotOpenedError, ValueError:
            return None

    def look(self, text: str | None, identity: str) -> Any:
        """Return the redacted value for people, None if it cannot be read."""
        try:
            return readable(self._plain(text, identity))
        except NotReadableError:
            return None

    def exact(
        self, text: str | None, sealed: bytes | None, identity: str
    ) -> tuple[Any, bool]:
        """Return the value as it was handed in and True, or None and False."""
        try:
            if sealed is not None:
                return decode(self.unsealed(sealed, identity)), True
            plain = self._plain(text, identity, whole=True)
            return decode(plain), True
        except NotOpenedError, NotReadableError:
            return None, False

    def unsealed(self, sealed: bytes, identity: str) -> Any:
        """Return what was encoded; raises ``NotOpenedError``."""
        return from_text(self.vault.unseal(sealed, identity).decode())

    def _remember(self, text: str) -> None:
        if len(text) <= _SHORT:
            if len(self._harmless) >= _REMEMBERED:
                self._harmless.clear()
            self._harmless.add(text)

    def _plain(self, text: str | None, identity: str, *, whole: bool = False) -> Any:
        uncovered = self.uncover(text, identity)
        if uncovered is None or (whole and _is_masked(uncovered)):
            raise NotReadableError(identity)
        try:
            return from_text(uncovered)
        except ValueError as error:
            raise NotReadableError(identity) from error


def _is_masked(text: str) -> bool:
    """Something was taken out, and with the sealed copy gone nobody knows what."""
    return any(mark in text for mark in MARKS)
