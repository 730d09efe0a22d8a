"""From the data of the actions of the desk to what the engine is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.core import Context

from .engine.errors import InvalidActionError
from .engine.model.caller import Agent
from .engine.model.question import Question
from .engine.model.sender import Sender
from .request_fields import (
    AGENT,
    CLAIM_FIELDS,
    given_fields,
    read_agent,
    read_claim,
    read_options,
)
from .request_values import prose, shown, text, yes_or_no

_PLAN: Final = ("query", "strategy", "tool_calls", "max_parallel")
_OPTIONS: Final = (
    *("variables", "name", "retry", "verify", "within", "priority", "timeout"),
    *("on_failure", "idempotency_key"),
)
_HOW: Final = ("variables", "priority", "timeout")

PLAN_FIELDS: Final = (*_PLAN, *_OPTIONS, "wait", *CLAIM_FIELDS, AGENT)
ASK_FIELDS: Final = (
    *("question", "entity_id", "apis", "dry_run", *_HOW, *CLAIM_FIELDS, AGENT),
)
PROCESS_FIELDS: Final = ("response", "format", "dry_run", *_HOW, *CLAIM_FIELDS, AGENT)

LONGEST_RESPONSE: Final = 256 * 1024
"""Characters of the answer of a language model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The answer of a language model, as it was handed in."""

    content: Any
    """A text, or plain data."""

    format: str
    dry_run: bool


def parse_plan(
    data: Mapping[str, Any], context: Context
) -> tuple[dict[str, Any], Sender]:
    """Return a decision plan, not yet read, and on whose behalf it is to be run."""
    given = given_fields(data, PLAN_FIELDS)
    if "tool_calls" not in given:
        raise InvalidActionError("tool_calls", "nothing", "a list of calls")
    plan: dict[str, Any] = {key: given[key] for key in _PLAN if key in given}
    return plan, _sender(given, context, read_agent(given))


def parse_response(
    data: Mapping[str, Any], context: Context
) -> tuple[Response, Sender]:
    """Return the answer of a language model, and on whose behalf it is passed on.

    Whoever passes it on, a language model has a say in it: it is judged as one.
    """
    given = given_fields(data, PROCESS_FIELDS)
    response = Response(
        content=_content(given.get("response")),
        format=text(given.get("format", "auto"), "format").lower(),
        dry_run=yes_or_no(given.get("dry_run", False), "dry_run"),
    )
    return response, _sender(given, context, read_agent(given) or Agent())


def parse_question(
    data: Mapping[str, Any], context: Context
) -> tuple[Question, Sender]:
    """Return a question, and on whose behalf the answer is to be found."""
    given = given_fields(data, ASK_FIELDS)
    question = Question(
        text=prose(given.get("question"), "question"),
        entity_id=text(given["entity_id"], "entity_id")
        if "entity_id" in given
        else None,
        apis=_texts(given.get("apis", ()), "apis"),
        dry_run=yes_or_no(given.get("dry_run", False), "dry_run"),
    )
    return question, _sender(given, context, read_agent(given))


def _texts(value: Any, place: str) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, (list, tuple)):
        raise InvalidActionError(place, shown(value), "a list of names")
    return tuple(text(one, place) for one in values)


def _sender(given: Mapping[str, Any], context: Context, agent: Agent | None) -> Sender:
    return Sender(
        context=context,
        agent=agent,
        claim=read_claim(given),
        options=read_options(given),
    )


def _content(value: Any) -> Any:
    if isinstance(value, (Mapping, list)):
        return value
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_RESPONSE:
        expected = f"a text of 1 to {LONGEST_RESPONSE} characters"
        raise InvalidActionError("response", shown(value), expected)
    return value
