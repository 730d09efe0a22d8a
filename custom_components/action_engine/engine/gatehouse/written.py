"""The data of a call as its author wrote it: what is rendered later stands as text."""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.helpers.template import Template

from ..model.reference import Joined, Reference
from ..run.plain_data import plain

_DATA: Final = ("data_template", "data")


def written(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a call by its fields; a template may stand for all of it."""
    found: dict[str, Any] = {}
    for key in _DATA:
        value = config.get(key)
        if isinstance(value, Mapping):
            found.update(as_text(value))
        elif value is not None:
            found[key] = as_text(value)
    return found


def as_text(value: Any) -> Any:
    """Return plain data, in which templates and references are texts."""
    if isinstance(value, Template):
        return value.template
    if isinstance(value, Reference | Joined):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): as_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(one) for one in value]
    return plain(value)
