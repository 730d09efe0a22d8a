"""The answer of a language model in, wishes and losses out."""

from collections.abc import Mapping
from typing import Any, Final

from ...errors import InvalidActionError
from ...model.response import Reading
from ..wording import in_words, quoted
from .answers import ALL_SHAPES, ATTEMPT, take_answer
from .fences import FENCED_FORMAT
from .findings import Findings
from .formats import FORMATS, Format, register_format
from .ground import Ground
from .objects import EMBEDDED_FORMAT, JSON_FORMAT, TOOL_CALLS_FORMAT
from .page import Page
from .plain_answer import MAX_BYTES, as_plain
from .scanning import scan
from .tags import TAG_FORMAT
from .tool_calls import texts_of
from .xml_elements import XML_FORMAT
from .yaml_actions import ACTIONS_FORMAT

AUTO: Final = "auto"
_EXPECTED: Final = "an answer as text, or as the data that an interface gives"

for _name, _format in {
    "embedded": EMBEDDED_FORMAT,
    "xml": XML_FORMAT,
    "tag": TAG_FORMAT,
    "fenced": FENCED_FORMAT,
    "actions": ACTIONS_FORMAT,
    "tool_calls": TOOL_CALLS_FORMAT,
    "json": JSON_FORMAT,
}.items():
    register_format(_name, _format)


def read_response(
    text: str | Mapping[str, Any] | list[Any],
    *,
    format: str = AUTO,  # noqa: A002 - what callers call it
) -> Reading:
    """Read all wishes of an answer, in one format or in whichever it has.

    Whatever the answer is, nothing is raised: what looks like a wish and cannot be read
    whole is among the losses. Raises ``InvalidActionError`` for a format that is not
    there. Time grows with the size of the text and with nothing else.
    """
    if format != AUTO and format not in FORMATS:
        raise InvalidActionError(
            "format", quoted(str(format)), ", ".join([AUTO, *FORMATS])
        )
    shapes = None if format == AUTO else FORMATS[format].shapes
    found = Findings(shapes or ALL_SHAPES)
    try:
        value = as_plain(text)
    except InvalidActionError as error:
        found.lose_all(in_words(text), f"{error.place}: {error.came}", error.expected)
        return found.reading()
    if isinstance(value, str):
        _read_text(value, found, format)
    elif isinstance(value, (dict, list)):
        _read_data(value, found)
    else:
        found.lose_all(in_words(value), in_words(value), _EXPECTED)
    return found.reading()


def _read_text(text: str, found: Findings, name: str) -> None:
    page = Page(text, found.allowance)
    chosen: dict[str, Format] = (
        {key: one for key, one in FORMATS.items() if not one.is_asked}
        if name == AUTO
        else {name: FORMATS[name]}
    )
    around = scan(page, found, chosen)
    if not found.analysis and around:
        found.analysis.append(around)
    is_all = name != AUTO and FORMATS[name].shapes is not None
    if is_all and text.strip() and not found.count:
        found.lose_all(text, "nothing of this format", f"the format {name}")


def _read_data(data: dict[str, Any] | list[Any], found: Findings) -> None:
    ground = Ground(data=data)
    taken = take_answer(found, ground)
    texts = texts_of(data)
    if not taken and not texts:
        found.lose_all(in_words(data), in_words(data), _EXPECTED)
    for text in texts:
        # Calls win over words: models like to tell what they have just called.
        if not found.wishes:
            _read_text(text, found, AUTO)
            continue
        found.analysis.append(text)
        if ATTEMPT.search(text) is not None:
            expected = "calls only: words beside them are not read"
            found.lose_all(text, "something like an action beside calls", expected)


__all__ = ["AUTO", "MAX_BYTES", "Format", "read_response", "register_format"]
