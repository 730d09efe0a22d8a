"""Data of any shape that an answer may have becomes wishes."""

from collections.abc import Mapping
import re
from typing import Any, Final

from ...errors import InvalidActionError
from .findings import Findings
from .ground import Ground, Path
from .tool_calls import is_call, is_tool_answer, take_tool_calls
from .wishes import claim_of, is_native, is_step, is_wish, take_wish, without_claim

JSON: Final = "json"
TOOL_CALLS: Final = "tool_calls"
ACTIONS: Final = "actions"
ALL_SHAPES: Final = frozenset({JSON, TOOL_CALLS, ACTIONS})

ATTEMPT: Final = re.compile(
    r"""
    ["'“]? action_type ["'”]? \s*+ :
    | ["'“] (?: tool_calls | tool_use | function_?call | actions ) ["'”]? \s*+ [:,}]
    | ["'“] (?: parameters | arguments ) ["'”] \s*+ :
    | ["'“] action ["'”] \s*+ : \s*+ ["'“{\[]
    | \[ /? ACTION :
    | < (?: action | invoke | function_calls | tool_call ) \b
    | \b (?: action | service ) : [\ \t]++ ["']?+ [a-z_]++ \. [a-z]
    | ^ [\ \t]*+ actions : [\ \t]*+ $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
"""What looks as if somebody wanted something done."""

_TRIGGERS: Final = frozenset({"trigger", "triggers"})
_BODIES: Final = frozenset({"action", "actions"})
_PART: Final = "part of a sequence that is not whole"
_WHOLE: Final = "a sequence of which every action can be read"


def take_answer(found: Findings, ground: Ground) -> bool:
    """Find the wishes in an answer; False if it is nothing of the kind.

    What is broken beside the wishes is a loss, in whatever order it stands.
    """
    if () in ground.problems and not isinstance(ground.data, (Mapping, list)):
        if not _looks_like_one(ground):
            return False
        found.lose_broken(ground, (), ground.problems[()])
        return True
    before = found.count
    is_answer = _take(found, ground)
    if is_answer or _looks_like_one(ground):
        for path, problem in ground.problems.items():
            if len(path) < _DEPTH_OF_ELEMENTS[isinstance(ground.data, list)]:
                found.lose_broken(ground, path, problem)
    return is_answer or found.count > before


_DEPTH_OF_ELEMENTS: Final = {True: 1, False: 2}
"""Elements of the list that counts are reported by whoever reads that list."""


def _looks_like_one(ground: Ground) -> bool:
    if ground.page is None or ground.node is None:
        return True
    node = ground.node
    return ATTEMPT.search(ground.page.text, node.start, node.end) is not None


def _take(found: Findings, ground: Ground) -> bool:
    data = ground.data
    if isinstance(data, list):
        return _take_list(found, ground)
    if not isinstance(data, Mapping):
        return False
    if _is_automation(data):
        found.lose(ground, (), "an automation", "actions to be run now")
        return True
    return _take_mapping(found, ground, data)


def _is_automation(data: Mapping[str, Any]) -> bool:
    return not (_TRIGGERS.isdisjoint(data) or _BODIES.isdisjoint(data))


def _take_mapping(found: Findings, ground: Ground, data: Mapping[str, Any]) -> bool:
    for key in ("actions", "action"):
        if isinstance(data.get(key), (list, Mapping)):
            return _take_envelope(found, ground, data, key)
    if is_native(data) and ACTIONS in found.shapes:
        _take_steps(found, ground, (), [data])
        return True
    if is_wish(data) and JSON in found.shapes:
        take_wish(found, ground, (), data)
        return True
    return _take_tool_answer(found, ground)


def _take_list(found: Findings, ground: Ground) -> bool:
    data: list[Any] = ground.data
    if TOOL_CALLS in found.shapes and all(map(is_call, data)):
        return _take_tool_answer(found, ground)
    if any(is_native(item) or is_wish(item) for item in data) and not (
        found.shapes <= {TOOL_CALLS}
    ):
        _take_elements(found, ground, (), data)
        return True
    return _take_tool_answer(found, ground)


def _take_tool_answer(found: Findings, ground: Ground) -> bool:
    if TOOL_CALLS not in found.shapes or not is_tool_answer(ground.data):
        return False
    take_tool_calls(found, ground)
    return True


def _take_envelope(
    found: Findings, ground: Ground, data: Mapping[str, Any], key: str
) -> bool:
    if found.shapes <= {TOOL_CALLS}:
        return False
    if isinstance(analysis := data.get("analysis"), str):
        found.analysis.append(analysis)
    elif analysis is not None:
        found.lose(ground, ("analysis",), "no text", "a text")
    if "tool_calls" in data:
        found.lose(ground, ("tool_calls",), f"tool_calls beside {key}", "one of them")
    if isinstance(data[key], list):
        _take_elements(found, ground, (key,), data[key])
    else:
        _take_element(found, ground, (key,), data[key])
    return True


def _take_elements(
    found: Findings, ground: Ground, path: Path, items: list[Any]
) -> None:
    """Take native actions on whole, and everything else one by one."""
    broken = {at for at in ground.problems if at[: len(path)] == path or not at}
    is_sequence = ACTIONS in found.shapes and any(map(is_native, items))
    if is_sequence and not broken and all(map(is_step, items)):
        _take_steps(found, ground, path, items)
        return
    for index, item in enumerate(items):
        at = (*path, index)
        if (problem := ground.problems.get(at)) is not None:
            found.lose_broken(ground, at, problem)
        elif broken and is_step(item) and not (is_wish(item) and not is_native(item)):
            found.lose(ground, at, _PART, _WHOLE)
        else:
            _take_element(found, ground, at, item)


def _take_element(found: Findings, ground: Ground, path: Path, item: Any) -> None:
    shape = ACTIONS if is_step(item) and not is_wish(item) else JSON
    if shape not in found.shapes and not is_native(item):
        found.lose(
            ground, path, f"an action of the format {shape}", "the one asked for"
        )
        return
    take_wish(found, ground, path, item)


def _take_steps(found: Findings, ground: Ground, path: Path, items: list[Any]) -> None:
    """Take a sequence as one wish; of what its steps claim, the least counts."""
    try:
        claims = [claim_of(item) for item in items]
    except InvalidActionError as error:
        found.lose(ground, path, f"{error.place}: {error.came}", error.expected)
        return
    stated = [claim for claim in claims if claim.confidence is not None]
    found.wish(
        ground,
        path,
        ACTIONS,
        actions=[without_claim(item) for item in items],
        claim=min(stated or claims, key=lambda claim: claim.confidence or 0.0),
    )
