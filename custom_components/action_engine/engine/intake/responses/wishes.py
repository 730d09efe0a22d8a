"""One mapping becomes one wish, or says why it does not.

A key that nobody knows might say when, or unless: what has one is not done.
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.helpers import config_validation as cv

from ...errors import InvalidActionError
from ...model.claim import Claim
from ..wording import in_words, quoted
from .findings import Findings
from .ground import Ground, Path
from .options import option_keys

MAX_NAME: Final = 128

NAME_KEYS: Final = ("action_type", "action", "name")
PARAMETER_KEYS: Final = ("parameters", "params", "arguments", "args", "data")
_CLAIM_TEXTS: Final = ("prediction_id", "llm_response_id", "conversation_id")
_CLAIM_KEYS: Final = frozenset({"confidence", "reasoning", *_CLAIM_TEXTS})
_ID_KEYS: Final = ("call_id", "id")
_IDLE_KEYS: Final = frozenset({"comment", "description", "name", "title", "type"})
"""What only describes an action beside its name."""

_KNOWN: Final = frozenset(
    {*NAME_KEYS[:2], *PARAMETER_KEYS, *_CLAIM_KEYS, *_ID_KEYS, *_IDLE_KEYS, "options"}
)
_OUR_OWN: Final = frozenset({"action_type", *PARAMETER_KEYS[:4], "options"})
_STEP_KEYS: Final = cv.ACTIONS_SET | {"try", "graph", "tool", "catalog"}


def is_step(data: Any) -> bool:
    """Tell whether a mapping is an action as Home Assistant or the engine writes it."""
    if not isinstance(data, Mapping) or not _OUR_OWN.isdisjoint(data):
        return False
    steps = _STEP_KEYS.intersection(key for key in data if isinstance(key, str))
    return bool(steps) and all(
        isinstance(data[key], str) for key in ("action", "service") if key in data
    )


def is_native(data: Any) -> bool:
    """Tell whether it is such an action for certain, wherever it is found."""
    if not is_step(data):
        return False
    name = data.get("action", data.get("service"))
    return isinstance(name, str) and "." in name and " " not in name


def is_wish(data: Any) -> bool:
    """Tell whether a mapping names an action, and is one even without a list of them."""
    if not isinstance(data, Mapping):
        return False
    if "action_type" in data or isinstance(data.get("action"), str):
        return True
    return "name" in data and not data.keys().isdisjoint(PARAMETER_KEYS[:3])


def take_wish(found: Findings, ground: Ground, path: Path, data: Any) -> None:
    """Find one wish in what stands where a wish should."""
    try:
        _take(found, ground, path, data)
    except InvalidActionError as error:
        found.lose(ground, path, f"{error.place}: {error.came}", error.expected)


def _take(found: Findings, ground: Ground, path: Path, data: Any) -> None:
    if not isinstance(data, Mapping):
        raise InvalidActionError("action", in_words(data), "a mapping")
    claim, call_id = claim_of(data), id_of(data)
    if is_step(data) and (is_native(data) or not is_wish(data)):
        # Steps have an id of their own, which the engine knows what to do with.
        step = without_claim(data)
        found.wish(ground, path, "actions", actions=[step], claim=claim)
        return
    name_key = named_by(data)
    for key in data:
        if key not in _KNOWN:
            raise InvalidActionError(
                in_words(key), "a key that no action has", "name, parameters, options"
            )
    found.wish(
        ground,
        path,
        "json",
        name=checked_name(data[name_key]),
        parameters=_parameters(data),
        options=options_of(data),
        claim=claim,
        call_id=call_id,
    )


def without_claim(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step says of what is to be done, and not of itself."""
    return {key: data[key] for key in data if key not in _CLAIM_KEYS}


def named_by(data: Mapping[str, Any]) -> str:
    """Return the key that has the name of the action."""
    keys = [key for key in NAME_KEYS if key in data]
    if not keys:
        raise InvalidActionError("action", in_words(data), "action_type, with a name")
    if (
        "action_type" in keys
        and data.get("action", data["action_type"]) != (data["action_type"])
    ):
        raise InvalidActionError("action", in_words(data["action"]), "one name")
    return str(keys[0])


def checked_name(name: Any) -> str:
    """Return a name that is one word; InvalidActionError for any other value."""
    if not isinstance(name, str):
        raise InvalidActionError("name", in_words(name), "a name as text")
    word: str = name.strip()
    is_word = word and word.isprintable() and " " not in word
    if not is_word or len(word) > MAX_NAME:
        raise InvalidActionError(
            "name", quoted(name), f"one word of at most {MAX_NAME} characters"
        )
    return word


def checked_parameters(value: Any, key: str = "parameters") -> Mapping[str, Any]:
    """Return parameters that are a mapping; InvalidActionError for any other value."""
    if not isinstance(value, Mapping):
        raise InvalidActionError(key, in_words(value), "a mapping")
    return value


def _parameters(data: Mapping[str, Any]) -> Mapping[str, Any]:
    keys = [key for key in PARAMETER_KEYS if key in data]
    if not keys:
        return {}
    if len(keys) > 1:
        raise InvalidActionError(keys[1], f"{keys[1]} beside {keys[0]}", "one of them")
    return checked_parameters(data[keys[0]], keys[0])


def options_of(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options, which are checked to mean something."""
    options = checked_parameters(data.get("options") or {}, "options")
    option_keys(options)
    return options


def claim_of(data: Mapping[str, Any]) -> Claim:
    """Return what a wish says of itself; InvalidActionError for what says nothing."""
    texts = {key: _text(data.get(key), key) for key in ("reasoning", *_CLAIM_TEXTS)}
    return Claim(confidence=_confidence(data.get("confidence")), **texts)


def id_of(data: Mapping[str, Any]) -> str | None:
    """Return the id of a call, if it has one."""
    for key in _ID_KEYS:
        if (value := data.get(key)) is not None:
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
            return _text(value, key)
    return None


def _text(value: Any, key: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise InvalidActionError(key, in_words(value), "a text")


def _confidence(value: Any) -> float | None:
    if value is None:
        return None
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= 1:
        raise InvalidActionError("confidence", in_words(value), "a number from 0 to 1")
    return float(value)
