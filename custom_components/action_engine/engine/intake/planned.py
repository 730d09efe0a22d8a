"""What a language model has planned for a question, read as a decision plan.

``answer`` alone is an answer for which nothing has to be called. Everything else goes the
way of any decision plan: the model is believed nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from ..errors import InvalidActionError
from .wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One of both: calls, or an answer."""

    plan: Mapping[str, Any] | None = None
    """For ``read_decision``."""

    answer: str | None = None
    confidence: Any = None
    reasoning: Any = None


def read_planned(data: Any, question: str) -> Planned:
    """Return what a model has planned; ``data`` is a mapping, or its JSON.

    Raises ``InvalidActionError`` for anything else.
    """
    if isinstance(data, str):
        data = _json(data, "plan")
    if not isinstance(data, Mapping):
        raise InvalidActionError("plan", in_words(data), "a mapping with tool_calls")
    calls = data.get("tool_calls")
    if not calls:
        return Planned(answer=_answer(data))
    if not isinstance(calls, list):
        raise InvalidActionError("tool_calls", in_words(calls), "a list of calls")
    plan = {
        "query": question,
        "strategy": data.get("strategy") or None,
        "tool_calls": [_call(one, index) for index, one in enumerate(calls)],
    }
    return Planned(
        plan=plan,
        confidence=data.get("confidence"),
        reasoning=data.get("reasoning"),
    )


def _answer(data: Mapping[str, Any]) -> str:
    answer = data.get("answer")
    if isinstance(answer, str) and answer.strip():
        return answer.strip()
    raise InvalidActionError("tool_calls", "nothing", "calls, or an answer")


def _call(raw: Any, index: int) -> Any:
    """Return a call whose parameters are a mapping; many models have to write text."""
    if not isinstance(raw, Mapping):
        return raw
    # What a model leaves open comes as nothing, or as an empty text.
    call = {key: one for key, one in raw.items() if one not in (None, "")}
    if isinstance(needs := call.get("dependency"), str):
        call["dependency"] = [one.strip() for one in needs.split(",")]
    if isinstance(text := call.get("parameters"), str):
        call["parameters"] = _json(text, f"tool_calls/{index}/parameters")
    return call


def _json(text: str, place: str) -> Any:
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        return orjson.loads(bare)
    except orjson.JSONDecodeError as error:
        raise InvalidActionError(place, in_words(text), f"JSON ({error})") from error
