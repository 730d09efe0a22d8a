"""The fields of an entry, as Home Assistant writes those of services and scripts."""

from collections.abc import Mapping
import re
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.copying import copied
from ..model.named_action import Field
from .selecting import check_selector, check_value

_KEYS: Final = frozenset(
    {"name", "description", "selector", "required", "default", "example"}
)
_IDLE: Final = frozenset({"advanced", "filter"})
"""What only the frontend heeds."""

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")


def read_fields(value: Any, place: str) -> dict[str, Field]:
    """Return the fields by name; raise ``InvalidActionError`` that names the place.

    A field without a selector takes anything, as in a script.
    """
    if not isinstance(value, Mapping):
        raise InvalidActionError(place, repr(value)[:80], "fields by name")
    return {
        _name(key, place): _field(one, f"{place}/{key}") for key, one in value.items()
    }


def _name(key: Any, place: str) -> str:
    # It becomes the name of a variable, which templates and references have to know.
    if isinstance(key, str) and _NAME.fullmatch(key):
        return key
    expected = "a lower case letter, then up to 63 letters, digits and _"
    raise InvalidActionError(f"{place}/{key}", "it", expected)


def _field(raw: Any, place: str) -> Field:
    if raw is None:
        raw = {}
    if not isinstance(raw, Mapping):
        raise InvalidActionError(place, repr(raw)[:80], "a mapping with a selector")
    for key in raw:
        if key not in _KEYS | _IDLE:
            expected = f"one of {', '.join(sorted(_KEYS))}"
            raise InvalidActionError(f"{place}/{key}", "an unknown key", expected)
    field = Field(
        selector=_selector(raw.get("selector"), f"{place}/selector"),
        required=_required(raw.get("required", False), f"{place}/required"),
        default=copied(raw.get("default")),
        example=copied(raw.get("example")),
        name=_text(raw.get("name"), f"{place}/name"),
        description=_text(raw.get("description"), f"{place}/description"),
    )
    _check_default(field, f"{place}/default")
    return field


def _selector(raw: Any, place: str) -> dict[str, Any]:
    if raw is None:
        return {"object": {}}
    try:
        return {kind: copied(one) for kind, one in check_selector(raw).items()}
    except ValueError as error:
        expected = f"a selector of Home Assistant ({error})"
        raise InvalidActionError(place, repr(raw)[:80], expected) from error


def _required(value: Any, place: str) -> bool:
    if isinstance(value, bool):
        return value
    raise InvalidActionError(place, repr(value), "true or false")


def _text(value: Any, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise InvalidActionError(place, repr(value)[:80], "a text")


def _check_default(field: Field, place: str) -> None:
    if field.default is None:
        return
    try:
        check_value(field.selector, field.default)
    except ValueError as error:
        expected = f"a value that its selector takes ({error})"
        raise InvalidActionError(place, repr(field.default)[:80], expected) from error
