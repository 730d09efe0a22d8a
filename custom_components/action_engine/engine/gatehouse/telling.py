"""What people are told of that about which they are asked, without what is secret in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..journal.journal import Journal
from ..model.caller import Caller
from ..model.impact import Touch
from ..model.verdict import Verdict
from .bounding import bounded
from .written import as_text

_TARGETS: Final = frozenset(
    {"entity_id", "device_id", "area_id", "floor_id", "label_id"}
)
"""Told by the entities that they come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A question as people see it."""

    name: str
    verdict: Mapping[str, Any]
    """With ``caller``, and the parameters of each step as ``data``."""

    claim: Mapping[str, Any]


def told(
    journal: Journal,
    name: str,
    caller: Caller,
    verdict: Verdict,
    *,
    claim: Mapping[str, Any],
    beside: Any = None,
) -> Told:
    """Return what may be seen of a question.

    ``beside`` is what was asked for: what is secret in it is not told here either.
    """
    impact = verdict.impact
    touches = () if impact is None else impact.touches
    whole = {
        "name": name,
        "claim": dict(claim),
        "data": [_data(one) for one in touches],
    }
    seen = journal.shown(whole, as_text(beside))
    if seen is None:
        seen = {"name": "", "claim": {}, "data": [{}] * len(touches)}
    plain = verdict.as_dict() | {"caller": _who(caller)}
    if impact is not None:
        steps = zip(plain["impact"]["steps"], touches, seen["data"], strict=True)
        plain["impact"]["steps"] = [
            step | {"data": bounded(data), "templated": touch.asked.templated}
            for step, touch, data in steps
        ]
    return Told(name=seen["name"], verdict=plain, claim=seen["claim"])


def _data(touch: Touch) -> Any:
    asked = touch.asked
    is_open = asked.templated and asked.written is not None
    data = as_text(asked.written if is_open else asked.data)
    return {key: value for key, value in data.items() if key not in _TARGETS}


def _who(caller: Caller) -> dict[str, Any]:
    agent = caller.agent
    return {
        "kind": caller.kind.value,
        "user_id": caller.user_id,
        "entity_id": caller.entity_id,
        "agent": None
        if agent is None
        else {"assistant": agent.assistant, "platform": agent.platform},
    }
