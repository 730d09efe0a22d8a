"""What may be seen of encoded data: secrets out, personal data masked.

A secret is what stands under a telling name (``secret_names``), what looks like one
(``masks``), what Home Assistant itself calls one, and, within one execution, what was
found under a telling name before: a wrong code comes back in the text of the error.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
import re
from typing import Any, Final

from .codec import BODY, TAG
from .masks import MAIL, PHONE, REDACTED, mask
from .secret_names import is_personal, is_secret

MIN_LENGTH: Final = 4
"""Shorter secrets are too likely to be a part of something else."""

_ANYWHERE: Final = 8
"""From this length on a secret is also found within a longer word."""

_HARMLESS: Final = frozenset({"true", "false", "none", "null", REDACTED, MAIL, PHONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """The copy that may be seen."""

    value: Any
    changed: bool
    found: frozenset[str]
    """Secrets that stood under a telling name."""


NOTHING_FOUND: Final = Redacted(value=None, changed=False, found=frozenset())


class Redactor:
    """Knows the secrets of one home."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """Take what Home Assistant calls a secret."""
        self._secrets = frozenset(filter(is_worth_hiding, secrets))

    def redact(self, plain: Any, known: Collection[str] = ()) -> Redacted:
        """Return what may be seen of encoded data; ``known`` are further secrets."""
        walk = _Walk()
        value = walk.visit(plain)
        secrets = [*self._secrets, *known, *walk.found]
        if secrets:
            value = _Hiding(secrets, walk).visit(value)
        return Redacted(value=value, changed=walk.changed, found=frozenset(walk.found))

    def text(self, text: str, known: Collection[str] = ()) -> str:
        """Return what may be seen of a text."""
        return str(self.redact(text, known).value)


def is_worth_hiding(text: str) -> bool:
    """Tell whether hiding this text would not hide half of everything."""
    return len(text) >= MIN_LENGTH and text.lower() not in _HARMLESS


class _Walk:
    """Copies encoded data, and hides by name and by looks."""

    def __init__(self) -> None:
        self.changed = False
        self.found: set[str] = set()

    def visit(self, plain: Any) -> Any:
        """Return the copy of any value."""
        kind = type(plain)
        if kind is str:
            return self._differs(plain, mask(plain))
        if kind is dict:
            return self._tagged(plain) if TAG in plain else self._mapping(plain)
        return [self.visit(one) for one in plain] if kind is list else plain

    def _mapping(self, plain: dict[str, Any]) -> dict[str, Any]:
        result = {}
        for key, value in plain.items():
            shown = mask(key)
            self._differs(key, shown)
            result[shown] = self._named(key, value)
        return result

    def _tagged(self, plain: dict[str, Any]) -> dict[str, Any]:
        body = plain[BODY]
        if plain[TAG] != "dict":
            return {TAG: plain[TAG], BODY: self.visit(body)}
        pairs = [[self.visit(key), self._named(key, value)] for key, value in body]
        return {TAG: "dict", BODY: pairs}

    def _named(self, key: Any, value: Any) -> Any:
        if isinstance(key, str):
            if is_secret(key):
                return self._hidden(value, REDACTED)
            if is_personal(key) and type(value) is int:
                return self._hidden(value, PHONE)
        return self.visit(value)

    def _hidden(self, value: Any, shown: str) -> Any:
        """Hide all that is in a value, and remember it."""
        if value is None or isinstance(value, bool) or value in ("", REDACTED):
            return value
        if isinstance(value, list):
            return [self._hidden(one, shown) for one in value]
        if isinstance(value, dict):
            return {
                key: one if key == TAG else self._hidden(one, shown)
                for key, one in value.items()
            }
        if shown is REDACTED and is_worth_hiding(text := str(value)):
            self.found.add(text)
        self.changed = True
        return shown

    def _differs(self, plain: str, shown: str) -> str:
        if shown is not plain and shown != plain:
            self.changed = True
        return shown


class _Hiding:
    """Copies data that a walk has left, and hides known secrets wherever they stand."""

    def __init__(self, secrets: Iterable[str], walk: _Walk) -> None:
        self._secrets = tuple(sorted(set(secrets), key=len, reverse=True))
        self._walk = walk

    def visit(self, plain: Any) -> Any:
        kind = type(plain)
        if kind is str:
            return self._hide(plain)
        if kind is dict:
            tag = plain.get(TAG)
            return {
                self._hide(key): tag if key == TAG else self.visit(one)
                for key, one in plain.items()
            }
        if kind is list:
            return [self.visit(one) for one in plain]
        if kind in (int, float) and str(plain) in self._secrets:
            self._walk.changed = True
            return REDACTED
        return plain

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            if secret not in text or text == REDACTED:
                continue
            hidden = _pattern(secret).sub(lambda _: REDACTED, text)
            if hidden != text:
                self._walk.changed = True
                text = hidden
        return text


@lru_cache(maxsize=512)
def _pattern(secret: str) -> re.Pattern[str]:
    literal = re.escape(secret)
    # A PIN of four digits is part of many a number; as a word of its own it is a PIN.
    whole = literal if len(secret) >= _ANYWHERE else rf"(?<!\w){literal}(?!\w)"
    return re.compile(whole)
