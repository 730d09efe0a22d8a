"""XML: ``<action>``, ``<invoke>`` within ``<function_calls>``, ``<tool_call>``."""

import json
import re
from typing import Any, Final

from ...errors import ActionParseError, InvalidActionError
from ..wording import in_words
from .answers import take_answer
from .elements import Element, element_at
from .findings import Findings
from .formats import Format
from .ground import Ground, Path, ground_of
from .page import Page
from .scalars import check_word, word_of
from .tree import tree
from .wishes import take_wish

_OPENING: Final = re.compile(
    r"<(?:[a-z]{1,20}+:)?+(action|function_calls|invoke|tool_call)(?=[\s>/])"
)
_CLOSINGS: Final = {
    name: re.compile(rf"</(?:[a-z]{{1,20}}+:)?+{name}\s*+>[ \t\r]*+$", re.MULTILINE)
    for name in ("action", "function_calls", "invoke", "tool_call")
}
_TOOL_CALL: Final = re.compile(r"<tool_call\s*+>\s*+(?=\{)")
_TOOL_CALL_END: Final = re.compile(r"\s*+</tool_call\s*+>")

_NAMES: Final = ("name", "type", "action_type")
_SINGLE: Final = frozenset({"param", "parameter", "arg"})
_ALL: Final = frozenset({"parameters", "params", "arguments"})
_ASIDE: Final = frozenset(
    {*_NAMES, "confidence", "reasoning", "description", "options", "id"}
)


def _seek(page: Page, start: int) -> int | None:
    match = page.search(_OPENING, start)
    return None if match is None else match.start()


def _read(page: Page, start: int, found: Findings) -> int | None:
    opening = _OPENING.match(page.text, start)
    if opening is None:
        return None
    with found.within("xml"):
        if (json_call := _TOOL_CALL.match(page.text, start)) is not None:
            return _take_tool_call(page, json_call, found)
        try:
            element, end = element_at(page, start)
        except ActionParseError as error:
            said = error.translation_placeholders or {}
            reason = f"{said['came']} at {said['place']}"
            end = _safe_end(page, start, opening.group(1))
            found.lose_text(page, (start, end), "xml", reason, said["expected"])
            return end
        _take_element(found, page, start, element)
    return end


def _take_tool_call(page: Page, opening: re.Match[str], found: Findings) -> int:
    node = tree(page, opening.end())
    ground = ground_of(page, node, ("tool_call",))
    closing = _TOOL_CALL_END.match(page.text, node.end)
    if node.problem is None and closing is None:
        found.lose(ground, (), "a call with no end", "</tool_call>")
        return node.end
    if not take_answer(found, ground):
        if problem := ground.problems.get(()):
            found.lose_broken(ground, (), problem)
        else:
            found.lose(ground, (), "no call", "a name and arguments")
    if node.problem is not None or closing is None:
        return _safe_end(page, opening.start(), "tool_call")
    return closing.end()


def _safe_end(page: Page, start: int, name: str) -> int:
    """Pass over all that may belong to a broken element."""
    last = page.search(_CLOSINGS[name], start)
    return page.paragraph_end(start) if last is None else last.end()


def _take_element(found: Findings, page: Page, start: int, element: Element) -> None:
    calls = element.children if element.name == "function_calls" else [element]
    is_list = element.name == "function_calls"
    for index, call in enumerate(calls):
        prefix: Path = (element.name, index) if is_list else (element.name,)
        try:
            data = _as_data(call)
        except InvalidActionError as error:
            ground = Ground(data={}, prefix=prefix, page=page, start=start)
            found.lose(ground, (), f"{error.place}: {error.came}", error.expected)
            continue
        take_wish(
            found, Ground(data=data, prefix=prefix, page=page, start=start), (), data
        )
    if is_list and element.text:
        ground = Ground(data={}, prefix=(element.name,), page=page, start=start)
        found.lose(ground, (), "words between calls", "<invoke> elements only")


def _as_data(call: Element) -> dict[str, Any]:
    """Write an element as the mapping that means the same."""
    if call.name not in {"action", "invoke", "tool_call"}:
        raise InvalidActionError(call.name, "an element", "<invoke>")
    data: dict[str, Any] = {}
    for key, value in call.attributes.items():
        _add(data, _name_of(key), value if key in _NAMES else _typed(value))
    parameters: dict[str, Any] = {}
    for child in call.children:
        if child.name in _ASIDE and not child.attributes:
            _add(data, _name_of(child.name), _aside(child))
        elif child.name in _ALL:
            _merge(parameters, _object_of(child))
        else:
            _add(parameters, *_parameter(child))
    if call.text:
        _merge(parameters, _object_in(call.text))
    return {**data, "parameters": parameters}


def _name_of(key: str) -> str:
    return "action_type" if key in _NAMES else key


def _aside(child: Element) -> Any:
    if child.name == "options":
        return _object_of(child)
    if child.children:
        raise InvalidActionError(child.name, "elements inside", "text")
    return _typed(child.text) if child.name == "confidence" else child.text


def _object_of(element: Element) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for child in element.children:
        _add(data, *_parameter(child))
    if element.text:
        _merge(data, _object_in(element.text))
    return data


def _parameter(element: Element) -> tuple[str, Any]:
    if element.name in _SINGLE:
        name = element.attributes.get("name")
        if name is None or len(element.attributes) > 1:
            raise InvalidActionError(element.name, "no name", 'name="…", nothing else')
    elif element.attributes:
        raise InvalidActionError(element.name, "attributes", "text only")
    else:
        name = element.name
    if element.children:
        raise InvalidActionError(name, "elements inside", "text only")
    return name, _typed(element.text)


def _object_in(text: str) -> dict[str, Any]:
    value = _typed(text)
    if not isinstance(value, dict):
        raise InvalidActionError("parameters", in_words(text), "elements or JSON")
    return value


def _typed(text: str) -> Any:
    """Read JSON that stands in an element; everything else is the text that it is."""
    if text[:1] in ("{", "["):
        page = Page(text)
        node = tree(page, 0)
        if node.problem is None and node.end == len(text):
            try:
                return json.loads(text)
            except ValueError:
                return text
    return word_of(text) if check_word(text) is None else text


def _add(data: dict[str, Any], key: str, value: Any) -> None:
    if key in data:
        raise InvalidActionError(key, "the same again", "every name once")
    data[key] = value


def _merge(data: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        _add(data, key, value)


XML_FORMAT: Final = Format(seek=_seek, read=_read)
