"""Words of others inside a text in Markdown: names and errors are never its markup."""

import re
from typing import Final

LONGEST: Final = 200

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()#+!|<>~&$])")
_BREAKS: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_LINK: Final = re.compile(r"(?i)\b(https?|ftp|mailto|www)(?=[:.])")


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return words in one line, escaped, so that they are shown and mean nothing."""
    words = _BREAKS.sub(" ", text).strip()
    if len(words) > longest:
        words = f"{words[: longest - 1]}…"
    # Many readers of Markdown make links of bare addresses.
    return _LINK.sub("\\1\N{ZERO WIDTH SPACE}", _MARKUP.sub(r"\\\1", words))
