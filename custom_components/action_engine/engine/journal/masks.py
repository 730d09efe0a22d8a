"""What is masked inside any text, whatever name it stands under."""

from functools import lru_cache
import re
from typing import Final

from .secret_names import is_secret

REDACTED: Final = "**REDACTED**"
MAIL: Final = "**MAIL**"
PHONE: Final = "**PHONE**"
MARKS: Final = (REDACTED, MAIL, PHONE)
"""One of them stands in everything that was changed here."""

# Every pattern takes time in proportion to the text, however it was made up: what stands
# in the journal comes from devices, models and people.
_SECRET_PATTERNS: Final = (
    re.compile(
        r"(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)[\s\S]{1,10000}?"
        r"(-----END [A-Z ]{0,20}PRIVATE KEY-----)"
    ),
    # The password in the address of a server.
    re.compile(r"(://[^/\s:@]*:)[^/\s@]+(@)"),
    re.compile(r"(\bbearer\s+)(?=\S*\d)[\w.~+/=-]{8,}()", re.IGNORECASE),
    re.compile(r"(authorization\W{1,5}basic\s+)[\w+/=-]+()", re.IGNORECASE),
    re.compile(r"()(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*()"),
    re.compile(
        r"""(\b(?:password|passwd|passphrase|passcode|pwd|secret|token|api[_-]?key
        |access[_-]?token|auth(?:orization)?|client[_-]?secret|webhook[_-]?id)
        ["']?\s*[:=]\s*["']?)(?!bearer\b|basic\b|\{\{|\*\*)[^\s"',;&<>]+()""",
        re.IGNORECASE | re.VERBOSE,
    ),
)

_FIELD: Final = re.compile(
    r"""(?P<lead>(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)
    (?P<quote>["']?)(?P<name>[A-Za-z_][\w-]{0,60})(?P=quote)[ \t]*:[ \t]*)
    (?P<value>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'{\[|>!&*,}][^,}\n]*)""",
    re.MULTILINE | re.VERBOSE,
)
"""A field of YAML or JSON inside a text."""

_MAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b"
)

_PHONE: Final = re.compile(
    r"""(?<![\w.+:/-])(?:
        (?:\+|00)[1-9](?:[ ()/.-]{0,2}\d){7,13}   # international
      | 0[1-9]\d{8,10}                            # national, in one piece
      | 0[1-9]\d{1,4}[ /-]{1,3}\d{3,}(?:[ -]\d{2,}){0,3}
      | \(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}      # North American
    )(?![\w:]|[.-]\d)""",
    re.VERBOSE,
)

_SHORT: Final = 64
"""Longest text whose answer is remembered: entity ids, states and names come again."""


def mask(text: str) -> str:
    """Return the text with everything masked that looks secret or personal."""
    return _remembered(text) if len(text) <= _SHORT else _masked(text)


def _masked(text: str) -> str:
    # Each pattern costs more than this question, and most texts are single words.
    if not text.isidentifier():
        text = _FIELD.sub(_field, text)
        for pattern in _SECRET_PATTERNS:
            text = pattern.sub(rf"\1{REDACTED}\2", text)
        if "@" in text:
            text = _MAIL.sub(MAIL, text)
    return _PHONE.sub(PHONE, text)


def _field(found: re.Match[str]) -> str:
    return f"{found['lead']}{REDACTED}" if is_secret(found["name"]) else found[0]


_remembered = lru_cache(maxsize=4096)(_masked)
