"""From the data of the actions of the gate to what the engine is asked."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from homeassistant.core import Context

from .engine.errors import InvalidActionError
from .engine.model.approval import Consent
from .engine.model.request import Request, Source, SourceKind
from .request_fields import AGENT, SOURCES, given_fields, parse_run
from .request_values import seconds, text

_QUESTION: Final = ("approval_id", "execution_id")
_BESIDE_ACTIONS: Final = ("code", "similar_for")

ASSESS_FIELDS: Final = (*SOURCES, "variables", "confidence", AGENT)
APPROVE_FIELDS: Final = (*_QUESTION, "notes", *_BESIDE_ACTIONS, "actions")
REJECT_FIELDS: Final = (*_QUESTION, "reason")
GRANT_FIELDS: Final = ("grant_id",)
CIRCUIT_FIELDS: Final = ("circuit",)


def parse_assess(data: Mapping[str, Any], context: Context) -> Request:
    """Return the request that is to be judged and not run."""
    return parse_run(given_fields(data, ASSESS_FIELDS), context)


def parse_approve(
    data: Mapping[str, Any], context: Context
) -> tuple[Consent, Source | None]:
    """Return a person's yes, and what is to run in place of what he was asked about."""
    given = given_fields(data, APPROVE_FIELDS)
    consent = Consent(
        approval_id=_question(given),
        context=context,
        notes=_text(given, "notes"),
        code=_text(given, "code"),
        similar_for=_span(given),
    )
    if (actions := given.get("actions")) is None:
        return consent, None
    for field in _BESIDE_ACTIONS:
        if field in given:
            # Whoever says what is to run instead agrees to nothing.
            raise InvalidActionError(field, "a value beside actions", "one of the two")
    kind = SourceKind.YAML if isinstance(actions, str) else SourceKind.ACTIONS
    return consent, Source(kind=kind, value=actions)


def parse_reject(data: Mapping[str, Any]) -> tuple[str, str | None]:
    """Return which question is answered with no, and why."""
    given = given_fields(data, REJECT_FIELDS)
    return _question(given), _text(given, "reason")


def parse_question(data: Mapping[str, Any]) -> str:
    """Return which question is meant."""
    return _question(given_fields(data, _QUESTION))


def parse_grant(data: Mapping[str, Any]) -> str:
    """Return the id of a grant."""
    return _needed(given_fields(data, GRANT_FIELDS), "grant_id", "the id of a grant")


def parse_circuit(data: Mapping[str, Any]) -> str:
    """Return the name of a circuit."""
    given = given_fields(data, CIRCUIT_FIELDS)
    return _needed(given, "circuit", "the name of a circuit")


def _question(given: Mapping[str, Any]) -> str:
    named = [field for field in _QUESTION if field in given]
    if len(named) != 1:
        came = " and ".join(named) or "nothing"
        raise InvalidActionError(_QUESTION[0], came, f"one of {', '.join(_QUESTION)}")
    return text(given[named[0]], named[0])


def _needed(given: Mapping[str, Any], field: str, expected: str) -> str:
    if field not in given:
        raise InvalidActionError(field, "nothing", expected)
    return text(given[field], field)


def _text(given: Mapping[str, Any], field: str) -> str | None:
    return text(given[field], field) if field in given else None


def _span(given: Mapping[str, Any]) -> timedelta | None:
    if "similar_for" not in given:
        return None
    if not (span := seconds(given["similar_for"], "similar_for")):
        raise InvalidActionError("similar_for", "0", "a time to come")
    return timedelta(seconds=span)
