"""Actions come as a list, one action, a script or an automation; all become a Draft."""

from collections.abc import Mapping, Set as AbstractSet
from typing import Any, Final

from homeassistant.helpers import config_validation as cv

from ..errors import InvalidActionError
from ..model.draft import Draft
from .bodies import automation_draft, listed, script_draft
from .wording import in_words, joined, segment

_EXPECTED: Final = (
    "a list of actions, one action, a script with a sequence, or an automation"
)
_ENGINE_BLOCKS: Final = frozenset({"try", "graph", "tool"})
"""Steps that only the engine has; Home Assistant's are in ``cv.ACTIONS_MAP``."""

_BODY_KEYS: Final = frozenset(
    {"alias", "description", "max", "max_exceeded", "mode", "trace", "variables"}
)
_SCRIPT_KEYS: Final = _BODY_KEYS | {"fields", "icon", "sequence"}
_AUTOMATION_KEYS: Final = _BODY_KEYS | {
    "action",
    "actions",
    "condition",
    "conditions",
    "hide_entity",
    "id",
    "initial_state",
    "trigger",
    "trigger_variables",
    "triggers",
}
_AUTOMATION_MARKS: Final = frozenset({"actions", "trigger", "triggers"})
_RENAMED: Final = {
    "action": "actions",
    "condition": "conditions",
    "trigger": "triggers",
}


def to_draft(data: Any) -> Draft:
    """Read plain data of any accepted shape.

    Triggers, conditions and mode of an automation are passed over, as by the action
    ``automation.trigger``. Raises ``InvalidActionError`` for any other shape. The
    draft shares its parts with ``data``.
    """
    match data:
        case list():
            return _list(data)
        case Mapping():
            return _mapping(data)
        case _:
            raise InvalidActionError("actions", in_words(data), _EXPECTED)


def _list(data: list[Any]) -> Draft:
    actions = listed(data, "actions")
    # One automation, as automations.yaml holds it.
    if len(actions) == 1 and (draft := _automation_or_none(actions[0])) is not None:
        return draft
    for index, action in enumerate(actions):
        if _is_automation(action):
            raise InvalidActionError(
                f"actions/{index}", "an automation among others", "actions only"
            )
    return Draft(actions=actions)


def _mapping(data: Mapping[Any, Any]) -> Draft:
    if (draft := _automation_or_none(data)) is not None:
        return draft
    if _is_script(data):
        _refuse_unknown(data, _SCRIPT_KEYS, "a script")
        return script_draft(data)
    if not (_ENGINE_BLOCKS.isdisjoint(data) and cv.ACTIONS_SET.isdisjoint(data)):
        return Draft(actions=[data])
    return _of_scripts_file(data)


def _automation_or_none(data: Mapping[Any, Any]) -> Draft | None:
    if "use_blueprint" in data:
        raise InvalidActionError(
            "use_blueprint",
            in_words(data["use_blueprint"]),
            "the entity id of the automation or script that uses the blueprint",
        )
    if not _is_automation(data):
        return None
    _refuse_unknown(data, _AUTOMATION_KEYS, "an automation")
    for old, new in _RENAMED.items():
        if old in data and new in data:
            raise InvalidActionError(old, f"{old} beside {new}", "one of the two")
    return automation_draft(data)


def _of_scripts_file(data: Mapping[Any, Any]) -> Draft:
    if not all(
        isinstance(body, Mapping) and "sequence" in body for body in data.values()
    ):
        raise InvalidActionError("actions", in_words(data), _EXPECTED)
    match list(data.items()):
        case [(key, body)]:
            _refuse_unknown(body, _SCRIPT_KEYS, "a script", key)
            return script_draft(body, key)
        case []:
            raise InvalidActionError("actions", in_words(data), _EXPECTED)
        case scripts:
            raise InvalidActionError("actions", f"{len(scripts)} scripts", "one script")


def _is_automation(data: Mapping[Any, Any]) -> bool:
    if not _AUTOMATION_MARKS.isdisjoint(data):
        return True
    # ``action: light.turn_on`` is a call; a list or a mapping is what an automation has.
    return isinstance(data.get("action"), (list, Mapping))


def _is_script(data: Mapping[Any, Any]) -> bool:
    """Tell a script from the action ``sequence``, which has an alias too."""
    keys = data.keys() - {"alias", "sequence"}
    return "sequence" in data and (not keys or not keys.isdisjoint(_SCRIPT_KEYS))


def _refuse_unknown(
    data: Mapping[Any, Any], known: AbstractSet[str], what: str, *at: object
) -> None:
    for key in data:
        if key not in known:
            raise InvalidActionError(
                joined(*at, key),
                segment(key),
                f"a key of {what}: {', '.join(sorted(known))}",
            )
