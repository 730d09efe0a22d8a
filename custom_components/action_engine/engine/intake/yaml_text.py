"""Text from anybody becomes plain data, or an error that says where it stopped."""

import re
from typing import Any, Final

import yaml

from ..errors import ActionParseError
from .wording import quoted
from .yaml_events import EventSource, build, position

MAX_BYTES: Final = 64 * 1024
"""UTF-8 bytes of one text; far more than anybody writes by hand."""

# What YAML forbids: control characters and surrogates. Looking for them first gives
# their place, which the C parser does not tell.
_UNREADABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_PARSER: Final[type[yaml.CSafeLoader | yaml.SafeLoader]] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)


def load_yaml(text: str) -> Any:
    """Return the one document in ``text``: dicts, lists and YAML 1.1 scalars.

    Refused with ``ActionParseError``: tags, anchors, aliases, merge keys, duplicate
    keys, lists and mappings as keys, directives, more than one document, an empty
    text, and what exceeds ``MAX_BYTES``, ``MAX_DEPTH`` or ``MAX_NODES``.
    """
    parser: EventSource = _PARSER(_encoded(text))
    try:
        value = build(parser)
    except yaml.MarkedYAMLError as err:
        raise ActionParseError(
            place=position(err.problem_mark),
            came=_line_from(text, err.problem_mark),
            expected=f"valid YAML ({err.problem})",
        ) from err
    if value is None:
        raise ActionParseError(
            place="line 1, column 1", came="an empty text", expected="actions"
        )
    return value


def _encoded(text: str) -> bytes:
    # A character takes at least a byte: a huge text is refused without a copy of it.
    if len(text) > MAX_BYTES:
        raise _too_long(text)
    if (found := _UNREADABLE.search(text)) is not None:
        raise ActionParseError(
            place=_place_of(text, found.start()),
            came=quoted(found.group()),
            expected="text without control characters",
        )
    data = text.encode()
    if len(data) > MAX_BYTES:
        raise _too_long(text)
    return data


def _too_long(text: str) -> ActionParseError:
    head = text[:MAX_BYTES].encode(errors="replace")[:MAX_BYTES]
    return ActionParseError(
        place=_place_of(text, len(head.decode(errors="ignore"))),
        came=f"a text of {len(text)} characters",
        expected=f"at most {MAX_BYTES // 1024} KiB",
    )


def _place_of(text: str, index: int) -> str:
    lines = f"{text[:index]}.".splitlines()
    return f"line {len(lines)}, column {len(lines[-1])}"


def _line_from(text: str, mark: Any) -> str:
    lines = text[mark.index :][:200].splitlines()
    return quoted(lines[0]) if lines and lines[0].strip() else "the end of the line"
