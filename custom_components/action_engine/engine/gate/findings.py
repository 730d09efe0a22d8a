"""How a rule says what it has to object."""

from collections.abc import Iterable
from typing import Final

from ..model.verdict import Decision, Finding

_MOST: Final = 5
"""So many things are named in one sentence; the impact lists them all."""

_LONGEST: Final = 100


def deny(code: str, text: str) -> Finding:
    """Object for good."""
    return Finding(Decision.DENY, code, text)


def hold(code: str, text: str) -> Finding:
    """Want a person to be asked."""
    return Finding(Decision.HOLD, code, text)


def named(names: Iterable[str]) -> str:
    """Return names for a sentence: each once, the first few, none that is prose.

    Whoever asks may have chosen some of them, and reasons are read by people and by
    language models: a name is repeated only if nothing could be said with it.
    """
    every = list(dict.fromkeys(names))
    shown = [name if _is_name(name) else "something unnamed" for name in every[:_MOST]]
    if len(every) > _MOST:
        shown.append(f"{len(every) - _MOST} more")
    return ", ".join(shown)


def _is_name(text: str) -> bool:
    letters = text.translate(_MARKS)
    return len(text) <= _LONGEST and text.isascii() and (letters + "a").isalnum()


_MARKS: Final = str.maketrans("", "", "._-/:*?#")
