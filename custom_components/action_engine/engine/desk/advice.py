"""What a language model is told to make of an answer, in plain words.

It says what happens next, since a model that does not know tries again.
"""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from .records import Outcome

_LARGEST: Final = 6_000
"""Characters of one answer of a tool, as JSON."""

_STEPS: Final = 20
"""Steps in one answer."""

_STEP_KEYS: Final = ("path", "action", "targets", "status", "error")

ADVICE: Final[Mapping[str, str]] = {
    Outcome.EXECUTED: "Done.",
    Outcome.ACCEPTED: (
        "It runs and takes longer than you can wait. Do not ask for it again; "
        "look with get_execution and this execution_id."
    ),
    Outcome.HELD: (
        "Not done: a person is being asked. Tell the user, and do not ask for it again. "
        "Look later with get_execution and this execution_id."
    ),
    Outcome.DENIED: (
        "Not done, and it will not be. Do not try again, nor in another way. "
        "Tell the user why."
    ),
    Outcome.FAILED: (
        "It was tried and failed; the engine has made all attempts that make sense."
    ),
    Outcome.UNDONE: "It was done, and has been set back since.",
    Outcome.REJECTED: "Not done: it was not understood. Mend what is named here.",
}
"""By outcome."""

UNKNOWN: Final = (
    "Nobody knows whether it was done: Home Assistant was broken off in the middle of "
    "it. A person has to decide; do not ask for it again."
)


def advised(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer with what to make of it."""
    if answer.get("state") == "unknown":
        return {**answer, "advice": UNKNOWN}
    advice = ADVICE.get(answer.get("outcome", ""))
    return dict(answer) if advice is None else {**answer, "advice": advice}


def bounded(value: Any) -> Any:
    """Return the answer of a tool, or its beginning as a text if it is too long."""
    text = orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS, default=str).decode()
    if len(text) <= _LARGEST:
        return value
    return {"shortened": text[:_LARGEST], "characters": len(text)}


def steps_of(account: Mapping[str, Any]) -> dict[str, Any]:
    """Return the last steps of an account, and how many stand before them."""
    steps = account.get("steps") or []
    told: dict[str, Any] = {
        "steps": [
            {key: one[key] for key in _STEP_KEYS if one.get(key)}
            for one in steps[-_STEPS:]
        ]
    }
    if before := len(steps) - _STEPS + account.get("steps_omitted", 0):
        told |= {"steps_left_off": before} if before > 0 else {}
    return told
