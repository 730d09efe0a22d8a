"""Tool calls, as the programming interfaces of language models give them.

OpenAI (chat and responses), Anthropic, Gemini, Ollama, Mistral. Arguments come as data or
as JSON in a text. Of several answers to choose from, the first one counts.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ...errors import InvalidActionError
from ..wording import in_words
from .findings import Findings
from .ground import Ground, Path, parameters_of, part_of
from .page import Page
from .tokens import is_end
from .tree import tree
from .wishes import checked_name, checked_parameters, id_of

_LEFT_OUT: Final = ("choices", "candidates")
_WAYS: Final[tuple[Path, ...]] = (
    (),
    ("message",),
    ("choices", 0, "message"),
    ("choices", 0, "delta"),
    ("candidates", 0, "content"),
    ("content",),
    ("response",),
)
"""Where a message with calls may be found in an answer, as a whole or in a part."""

_LISTS: Final = ("tool_calls", "output", "content", "parts")
_TEXTS: Final = ("content", "text", "output_text")


def is_call(data: Any) -> bool:
    """Tell whether data is one call of a tool, as an interface gives it."""
    return _call_of(data) is not None


def is_tool_answer(data: Any) -> bool:
    """Tell whether data has the shape of an answer, or of a call, in it or not."""
    if isinstance(data, list):
        return any(_call_of(item) is not None for item in data)
    return isinstance(data, Mapping) and (
        _call_of(data) is not None
        or any(True for _ in _messages(data))
        or any(isinstance(data.get(key), list) for key in _LEFT_OUT)
    )


def take_tool_calls(found: Findings, ground: Ground, path: Path = ()) -> None:
    """Find every call of an answer, and what it says beside them."""
    data = part_of(ground.data, path)
    if isinstance(data, list) or _call_of(data) is not None:
        _take_all(found, ground, path, data if isinstance(data, list) else None)
        return
    _lose_others(found, ground, path, data)
    for way, message in _messages(data):
        at = (*path, *way)
        _take_one(found, ground, at, message)
        for key in _LISTS:
            if isinstance(items := message.get(key), list):
                _take_all(found, ground, (*at, key), items)


def _lose_others(
    found: Findings, ground: Ground, path: Path, data: Mapping[str, Any]
) -> None:
    for key in _LEFT_OUT:
        if isinstance(choices := data.get(key), list):
            for index in range(1, len(choices)):
                found.lose(ground, (*path, key, index), "another answer", "one answer")


def texts_of(data: Any) -> list[str]:
    """Return what an answer says in words."""
    if isinstance(data, list):
        return [text for item in data for text in _words(item)]
    texts = []
    for _, message in _messages(data):
        texts += _words(message)
        for key in _LISTS:
            if isinstance(items := message.get(key), list):
                texts += [text for item in items for text in _words(item)]
    return texts


def _words(item: Any) -> list[str]:
    if not isinstance(item, Mapping):
        return []
    found = [item[key] for key in _TEXTS if isinstance(item.get(key), str)]
    if isinstance(inner := item.get("content"), list) and item.get("type") == "message":
        found += [text for part in inner for text in _words(part)]
    return found


def _messages(data: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for way in _WAYS:
        try:
            message = part_of(data, way)
        except KeyError, IndexError, TypeError:
            continue
        if isinstance(message, Mapping) and _is_message(message):
            yield way, message


def _is_message(data: Mapping[str, Any]) -> bool:
    if "role" in data and "content" in data:
        return True
    if any(data.get(key) is not None for key in ("function_call", "functionCall")):
        return True
    return any(
        isinstance(items := data.get(key), list)
        and (key == "tool_calls" or any(_is_block(item) for item in items))
        for key in _LISTS
    )


def _is_block(item: Any) -> bool:
    return _call_of(item) is not None or bool(_words(item))


def _take_all(
    found: Findings, ground: Ground, path: Path, items: list[Any] | None
) -> None:
    if items is None:
        _take_one(found, ground, path, part_of(ground.data, path))
        return
    is_calls = bool(path) and path[-1] == "tool_calls"
    for index, item in enumerate(items):
        at = (*path, index)
        if (problem := ground.problems.get(at)) is not None:
            found.lose_broken(ground, at, problem)
        elif _call_of(item) is not None:
            _take_one(found, ground, at, item)
        elif is_calls or not path:
            found.lose(ground, at, in_words(item), "a call with a name and arguments")


def _take_one(found: Findings, ground: Ground, path: Path, item: Any) -> None:
    call = _call_of(item)
    if call is None:
        return
    key, name, arguments = call
    try:
        wanted = checked_name(name)
        given = _arguments(found, ground, path, arguments, key)
        call_id = id_of(item) or id_of(_inner(item))
    except InvalidActionError as error:
        found.lose(ground, path, f"{error.place}: {error.came}", error.expected)
        return
    if given is not None:
        inner, parameters = given
        found.wish(
            inner,
            path if inner is ground else (),
            "tool_calls",
            name=wanted,
            parameters=parameters,
            call_id=call_id,
        )


def _arguments(
    found: Findings, ground: Ground, path: Path, value: Any, key: str
) -> tuple[Ground, Mapping[str, Any]] | None:
    """Return the arguments with their ground; None if they are lost already."""
    if not isinstance(value, str):
        return ground, checked_parameters(value, key)
    page = Page(value, found.allowance)
    start = len(value) - len(value.lstrip())
    if not value.startswith("{", start):
        raise InvalidActionError(key, in_words(value), "an object in JSON")
    node = tree(page, start)
    inner = parameters_of(page, node, (*ground.prefix, *path, key))
    if inner.problems:
        found.lose_broken(inner, (), inner.problems[()])
        return None
    if not is_end(page, node.end):
        raise InvalidActionError(key, "more than an object", "an object in JSON")
    return inner, inner.data


def _inner(item: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = item.get("functionCall")
    return inner if isinstance(inner, Mapping) else {}


type _Call = tuple[str, Any, Any]
"""The key of the arguments, the name, and the arguments."""


def _call_of(item: Any) -> _Call | None:
    """Tell a call from anything else."""
    if not isinstance(item, Mapping):
        return None
    for is_one, read in _CALLS:
        if is_one(item):
            return read(item)
    return None


def _in(key: str, arguments: str) -> Callable[[Mapping[str, Any]], _Call]:
    def read(item: Mapping[str, Any]) -> _Call:
        inner = item[key]
        return arguments, inner.get("name"), inner.get(arguments)

    return read


def _with(arguments: str) -> Callable[[Mapping[str, Any]], _Call]:
    def read(item: Mapping[str, Any]) -> _Call:
        return arguments, item.get("name"), item.get(arguments)

    return read


def _has(key: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda item: isinstance(item.get(key), Mapping)


def _is(*kinds: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda item: item.get("type") in kinds


_CALLS: Final = (
    (_is("function_call"), _with("arguments")),
    (_is("tool_use"), _with("input")),
    (_has("functionCall"), _in("functionCall", "args")),
    (_has("function_call"), _in("function_call", "arguments")),
    (_has("function"), _in("function", "arguments")),
    (
        lambda item: (
            {"name", "arguments"} <= item.keys() <= {"name", "arguments", "id"}
        ),
        _with("arguments"),
    ),
)
"""Which call it is, and how it is read; the first that fits."""
