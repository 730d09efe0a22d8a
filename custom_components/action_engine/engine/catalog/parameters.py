"""What a caller gives a named action, checked against its fields."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

from homeassistant.helpers.template import is_template_string

from ..errors import InvalidActionError
from ..model.copying import copied
from ..model.named_action import Field, NamedAction
from .selecting import check_value

_LONGEST: Final = 80


def validate(
    action: NamedAction, params: object, place: str = "data"
) -> dict[str, Any]:
    """Return the parameters under their own names, with defaults filled in.

    A value that holds a template, or a reference to a variable, is handed on as it is:
    only the run knows what it comes to. Raises ``InvalidActionError`` that names the
    place (``data/title``) for one that is unknown, missing, or not what its field takes.
    """
    if not isinstance(params, Mapping):
        raise InvalidActionError(place, _shown(params), "parameters by name")
    given = _named(action, params, place)
    known = {name: action.default_of(name) for name in action.fields}
    values = {name: one for name, one in known.items() if one is not None} | {
        name: _checked(action.fields[name], value, f"{place}/{name}")
        for name, value in given.items()
    }
    _refuse_missing(action, values, place)
    _refuse_contradictions(action, values, place)
    return {name: copied(values[name]) for name in action.fields if name in values}


def is_open(value: Any) -> bool:
    """Tell whether a value holds something that only the run can fill in."""
    if isinstance(value, str):
        return is_template_string(value)
    if isinstance(value, Mapping):
        return any(is_open(one) for pair in value.items() for one in pair)
    if isinstance(value, (list, tuple)):
        return any(map(is_open, value))
    return False


def _named(
    action: NamedAction, params: Mapping[Any, Any], place: str
) -> dict[str, Any]:
    """Return what is given by the names of the fields; None counts as not given."""
    names = {name: name for name in action.fields}
    for name, field in action.fields.items():
        for alias in field.aliases:
            names.setdefault(alias, name)
    given: dict[str, Any] = {}
    for key, value in params.items():
        if (meant := names.get(_lower(key))) is None:
            where = f"{place}/{_shown(key)}"
            raise InvalidActionError(where, "an unknown parameter", _hint(key, action))
        if value is None:
            continue
        if meant in given:
            where = f"{place}/{meant}"
            raise InvalidActionError(where, "it twice", "it under one name only")
        given[meant] = value
    return given


def _lower(key: object) -> str:
    return key.lower() if isinstance(key, str) else ""


def _hint(key: object, action: NamedAction) -> str:
    if not action.fields:
        return "no parameters at all"
    known = tuple(action.fields)
    if close := get_close_matches(str(key)[:_LONGEST].lower(), known, n=1):
        return f"perhaps {close[0]}"
    return f"one of {', '.join(known)}"


def _checked(field: Field, value: Any, place: str) -> Any:
    if is_open(value):
        return value
    if isinstance(value, str):
        value = field.words.get(value.strip().lower(), value)
    try:
        return check_value(field.selector, value)
    except ValueError as error:
        expected = f"{' '.join(field.selector)}: {error}"
        raise InvalidActionError(place, _shown(value), expected) from error


def _refuse_missing(action: NamedAction, values: Mapping[str, Any], place: str) -> None:
    for name, field in action.fields.items():
        if field.required and name not in values:
            what = field.description or f"{' '.join(field.selector)}, it is required"
            raise InvalidActionError(f"{place}/{name}", "nothing", what)


def _refuse_contradictions(
    action: NamedAction, values: Mapping[str, Any], place: str
) -> None:
    for group in action.either:
        if len(found := [name for name in group if name in values]) != 1:
            came = " and ".join(found) or "nothing"
            expected = f"exactly one of {', '.join(group)}"
            raise InvalidActionError(f"{place}/{group[0]}", came, expected)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
