"""Action YAML, as Home Assistant's own editor shows it, and wishes written in YAML."""

import re
from typing import Final

from ...errors import ActionParseError
from ..yaml_text import load_yaml
from .answers import ACTIONS, ATTEMPT, JSON, take_answer
from .findings import Findings
from .formats import Format
from .ground import Ground
from .objects import read_whole, seek_whole
from .page import Page

_LEAD: Final = r"(?:[ \t]*+(?:\#[^\n]*+|---[ \t]*+)?\r?+\n)*+"
_YAML: Final = re.compile(
    _LEAD
    + r"""
    [ \t]*+
    (?:
        (?: analysis | alias | description ) : [ \t]++ \S
      | actions? : [ \t]*+ $
      | (?: action | service ) : [ \t]++ ["']?+ [a-z0-9_]++ \.
      | -[ ]++ [a-z_]++ :
      | action_type :
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_FENCE: Final = re.compile(r"^[ \t]*+(?:```|~~~)", re.MULTILINE)
_PLACE: Final = re.compile(r"line (\d+), column (\d+)")


def looks_like_yaml(page: Page) -> bool:
    """Tell whether a text begins as actions in YAML do, and asks for something."""
    return _YAML.match(page.text) is not None and (
        ATTEMPT.search(page.text) is not None or _STEP.search(page.text) is not None
    )


_STEP: Final = re.compile(r"-[ ]++(?:delay|if|choose|repeat|parallel|stop|event):")


def read_yaml(page: Page, found: Findings) -> bool:
    """Read a whole page as YAML; False if it is YAML and asks for nothing."""
    try:
        data = load_yaml(page.text)
    except ActionParseError as error:
        said = error.translation_placeholders or {}
        reason = f"{said['came']} at {_place(page, said['place'])}"
        found.lose_text(page, (0, len(page.text)), "yaml", reason, said["expected"])
        return True
    return take_answer(found, Ground(data=data, page=page))


def _place(page: Page, place: str) -> str:
    """Name a place of this page as the whole text counts it."""
    if (match := _PLACE.fullmatch(place)) is None:
        return place
    line, column = map(int, match.groups())
    return f"line {line + page.position(0)[0] - 1}, column {column}"


def _seek(page: Page, start: int) -> int | None:
    if start > 0 or _FENCE.search(page.text) is not None:
        return None
    if (beginning := seek_whole(page, start)) is not None:
        return beginning
    return 0 if looks_like_yaml(page) else None


def _read(page: Page, start: int, found: Findings) -> int | None:
    if page.text.startswith(("{", "["), start):
        return read_whole(page, start, found)
    return len(page.text) if read_yaml(page, found) else None


ACTIONS_FORMAT: Final = Format(
    seek=_seek, read=_read, shapes=frozenset({ACTIONS, JSON})
)
