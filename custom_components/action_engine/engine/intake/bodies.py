"""What a script or an automation says beside its actions, and how natives use it."""

from collections.abc import Mapping
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.draft import Draft
from .wording import in_words, joined

_NO_TRIGGER: Final = {"trigger": {"platform": None}}
"""What ``automation.trigger`` hands to an automation that no trigger has started."""


def script_draft(body: Mapping[str, Any], *at: object) -> Draft:
    """Read a script; ``at`` is where it stands, if not at the top."""
    variables = _named(body, "variables", *at)
    fields = _named(body, "fields", *at)
    return Draft(
        actions=listed(body.get("sequence"), *at, "sequence"),
        variables=variables,
        defaults={
            name: default
            for name, default in _field_defaults(fields, *at).items()
            # A variable of the same name is rendered, as natively, not overruled.
            if name not in variables
        },
        name=_alias(body, *at) or (str(at[-1]) if at else None),
    )


def automation_draft(body: Mapping[str, Any]) -> Draft:
    """Read an automation as if ``automation.trigger`` ran it: its conditions skipped."""
    key = "action" if "action" in body else "actions"
    return Draft(
        actions=listed(body.get(key), key),
        variables=_named(body, "variables"),
        defaults=_NO_TRIGGER,
        name=_alias(body),
    )


def listed(value: Any, *at: object) -> list[Any]:
    """Return a list of at least one action, and a single action as a list of it."""
    actions = [value] if isinstance(value, Mapping) else value
    if not isinstance(actions, list) or not actions:
        raise InvalidActionError(
            joined(*at), in_words(value), "a list of at least one action"
        )
    for index, action in enumerate(actions):
        if not isinstance(action, Mapping):
            raise InvalidActionError(
                joined(*at, index), in_words(action), "an action, which is a mapping"
            )
    return actions


def _named(body: Mapping[str, Any], key: str, *at: object) -> Mapping[str, Any]:
    if (value := body.get(key)) is None:
        return {}
    if not isinstance(value, Mapping):
        raise InvalidActionError(joined(*at, key), in_words(value), "a mapping")
    for name in value:
        if not isinstance(name, str):
            raise InvalidActionError(joined(*at, key), in_words(name), "names as text")
    return value


def _field_defaults(fields: Mapping[str, Any], *at: object) -> dict[str, Any]:
    for name, field in fields.items():
        if not isinstance(field, Mapping):
            raise InvalidActionError(
                joined(*at, "fields", name), in_words(field), "a mapping"
            )
    return {
        name: field["default"] for name, field in fields.items() if "default" in field
    }


def _alias(body: Mapping[str, Any], *at: object) -> str | None:
    match body.get("alias"):
        case None | "":
            return None
        case str() | int() | float() as alias:
            return str(alias)
        case other:
            raise InvalidActionError(joined(*at, "alias"), in_words(other), "a text")
