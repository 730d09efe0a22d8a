"""The engine's own keys of a step: which there are, where they fit, what they hold.

| step                                                | the engine's keys            |
|-----------------------------------------------------|------------------------------|
| call (``action``, ``service``), ``scene``, ``tool`` | all seven                    |
| device action                                       | all but ``id``               |
| ``if``, ``choose``, ``repeat``, ``parallel``,       | ``id``, ``rollback``         |
| ``sequence``, ``try``, ``graph``, ``catalog``       |                              |
| ``delay``, ``wait_template``, ``wait_for_trigger``, | ``id``                       |
| ``event``, ``variables``, ``stop``,                 |                              |
| ``set_conversation_response``                       |                              |
| condition                                           | none                         |
| an action type that nobody knows yet                | none, everything is its own  |

A key that fits nowhere in its row is refused, since it would do nothing. The ``id`` of
a condition (``condition: trigger``) and of a device action, whose integration may take
any key, belongs to Home Assistant and stays where it is.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import voluptuous as vol

from ..errors import InvalidActionError
from ..model.step_keys import NO_KEYS, StepKeys
from .expect_key import parse_expect
from .key_fields import checked, switch
from .problems import shorten
from .retry_key import parse_retry
from .schema import action_type

__all__ = ["parse_retry", "take_keys"]

_LONGEST_ID: Final = 64

_EFFORT: Final = frozenset({"retry", "expect", "idempotent", "remedy", "fallback"})
_BLOCK: Final = frozenset({"id", "rollback"})
_PLAIN: Final = frozenset({"id"})

ENGINE_KEYS: Final = _EFFORT | _BLOCK

FITTING: Final[Mapping[str, frozenset[str]]] = {
    "call_service": ENGINE_KEYS,
    "scene": ENGINE_KEYS,
    "device": ENGINE_KEYS - _PLAIN,
    "choose": _BLOCK,
    "if": _BLOCK,
    "parallel": _BLOCK,
    "repeat": _BLOCK,
    "sequence": _BLOCK,
    "try": _BLOCK,
    "graph": _BLOCK,
    "catalog": _BLOCK,
    "tool": ENGINE_KEYS,
    "delay": _PLAIN,
    "event": _PLAIN,
    "set_conversation_response": _PLAIN,
    "stop": _PLAIN,
    "variables": _PLAIN,
    "wait_for_trigger": _PLAIN,
    "wait_template": _PLAIN,
    "condition": frozenset(),
}
"""Which keys are the engine's, by action type; other types keep all their keys."""

_NATIVE: Final[Mapping[str, frozenset[str]]] = {
    "condition": _PLAIN,
    "device": _PLAIN,
}
"""Engine keys that mean something else to Home Assistant in these steps."""


def take_keys(step: dict[str, Any], path: str) -> tuple[dict[str, Any], StepKeys]:
    """Return a shallow copy of the step without the engine's keys, and the keys.

    ``path`` names the step in errors (``2/choose/0/sequence/1: retry.jitter``). Raises
    ``InvalidActionError`` for a key that is not valid or does not fit the step.
    """
    rest = dict(step)
    if ENGINE_KEYS.isdisjoint(rest):
        return rest, NO_KEYS
    kind = action_type(step, path)
    if kind not in FITTING:
        return rest, NO_KEYS
    fitting, native = FITTING[kind], _NATIVE.get(kind, frozenset())
    taken: dict[str, Any] = {}
    for key, value in step.items():
        if key not in ENGINE_KEYS or key in native:
            continue
        place = f"{path}: {key}"
        if key not in fitting:
            raise InvalidActionError(place, shorten(value), _misfit(key))
        taken[key] = _PARSERS[key](value, place)
        del rest[key]
    if not taken:
        return rest, NO_KEYS
    keys = StepKeys(**taken)
    _check_remedy(keys, path)
    return rest, keys


def _misfit(key: str) -> str:
    others = ", device actions and blocks" if key in _BLOCK else " and device actions"
    return f"no {key} here, it belongs to actions, scenes{others}"


def _check_remedy(keys: StepKeys, path: str) -> None:
    if keys.remedy is None or keys.retry is None:
        return
    if keys.retry.get("max_retries") == 0:
        expected = "a retry, since a remedy runs between two attempts"
        raise InvalidActionError(f"{path}: remedy", "retry: no retries", expected)


def _id(value: Any) -> str:
    whole = isinstance(value, int) and not isinstance(value, bool)
    text = str(value).strip() if whole or isinstance(value, str) else ""
    if text and len(text) <= _LONGEST_ID:
        return text
    raise vol.Invalid(f"a text of 1 to {_LONGEST_ID} characters")


def _actions(value: Any) -> list[Any]:
    actions = value if isinstance(value, list) else [value]
    if actions and all(isinstance(action, Mapping) for action in actions):
        return actions
    raise vol.Invalid("an action or a list of actions")


def _by[T](validator: Callable[[Any], T]) -> Callable[[Any, str], T]:
    return lambda value, place: checked(validator, value, place)


_PARSERS: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    "id": _by(_id),
    "retry": parse_retry,
    "expect": parse_expect,
    "idempotent": _by(switch),
    "remedy": _by(_actions),
    "fallback": _by(_actions),
    "rollback": _by(_actions),
}
