"""The file of a template: an optional head between two lines of dashes, and a body.

---
subject: {{ door }} is open
states: true
---
Somebody has opened {{ door }}.
"""

from dataclasses import dataclass
import re
from typing import Final

MARK: Final = "---"
SUBJECT: Final = "subject"
STATES: Final = "states"

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """A template before it is filled in."""

    body: str
    subject: str | None = None
    states: bool = False
    """It may look at the home. Else only its variables are there."""


def is_template_name(text: str) -> bool:
    """Tell whether it is the plain name of a template: no path, no way upwards."""
    return _NAME.fullmatch(text) is not None


def read_template(text: str) -> TemplateFile:
    """Return what a file says; raise ``ValueError`` for a head that nobody can read."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
    first, _, rest = text.partition("\n")
    if first.strip() != MARK:
        return TemplateFile(body=text)
    lines = rest.split("\n")
    ends = [number for number, line in enumerate(lines) if line.strip() == MARK]
    if not ends:
        raise ValueError("its head has no end, which is a line of three dashes")
    head = _head(lines[: ends[0]])
    states = head.get(STATES, "false").lower()
    if states not in ("true", "false"):
        raise ValueError("states is neither true nor false")
    return TemplateFile(
        body="\n".join(lines[ends[0] + 1 :]),
        subject=head.get(SUBJECT) or None,
        states=states == "true",
    )


def _head(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in (SUBJECT, STATES) or key in found:
            raise ValueError(
                f"its head has a line that is neither {SUBJECT} nor {STATES}"
            )
        found[key] = value
    return found
