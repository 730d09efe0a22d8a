"""From the data of a service call to what the engine is asked.

The services are registered without a schema: here every problem gets a sentence that
names the field, what came and what was expected, and nothing has run by then. A field
without a value (None) counts as not given.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from homeassistant.core import Context

from .engine.engine import parse_retry
from .engine.errors import InvalidActionError
from .engine.model.caller import Agent
from .engine.model.claim import NO_CLAIM, Claim
from .engine.model.request import Mode, OnFailure, Priority, Request, Source, SourceKind
from .request_values import (
    Reader,
    mapping,
    one_of,
    prose,
    seconds,
    share,
    shown,
    slug,
    text,
    time_limit,
    yes_or_no,
)

SOURCES: Final = tuple(kind.value for kind in SourceKind)

_READERS: Final[Mapping[str, Reader[Any]]] = {
    "variables": mapping,
    "name": text,
    "retry": parse_retry,
    "verify": yes_or_no,
    "within": seconds,
    "skip_if_already": yes_or_no,
    "ignore_missing": yes_or_no,
    "observe": yes_or_no,
    "priority": one_of(Priority),
    "key": text,
    "mode": one_of(Mode),
    "wait": yes_or_no,
    "timeout": time_limit,
    "on_failure": one_of(OnFailure),
    "on_failure_raise": yes_or_no,
    "idempotency_key": text,
}

_CLAIM: Final[Mapping[str, Reader[Any]]] = {
    "confidence": share,
    "reasoning": prose,
    "prediction_id": text,
    "llm_response_id": text,
    "conversation_id": text,
}
"""What somebody says of his own request; it may count against it, never for it."""

AGENT: Final = "agent"
AGENT_FIELDS: Final = ("assistant", "platform", "device_id")

CLAIM_FIELDS: Final = tuple(_CLAIM)
RUN_FIELDS: Final = (*SOURCES, *_READERS, *_CLAIM, AGENT)
VALIDATE_FIELDS: Final = SOURCES
ID_FIELDS: Final = ("execution_id",)


def parse_run(data: Mapping[str, Any], context: Context) -> Request:
    """Return the request that the data of ``run`` describes."""
    given = given_fields(data, RUN_FIELDS)
    values = read_options(given)
    request = Request(
        source=_source(given),
        context=context,
        claim=read_claim(given),
        agent=read_agent(given),
        **values,
    )
    _refuse_contradictions(request)
    return request


def read_options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return how it is to be run, as far as anything was said about it."""
    return {
        key: read(given[key], key) for key, read in _READERS.items() if key in given
    }


def parse_source(data: Mapping[str, Any]) -> Source:
    """Return the actions that the data of ``validate`` holds."""
    return _source(given_fields(data, VALIDATE_FIELDS))


def parse_id(data: Mapping[str, Any]) -> str:
    """Return the id of the execution that is meant."""
    return the_id(given_fields(data, ID_FIELDS))


def the_id(given: Mapping[str, Any]) -> str:
    """Return the id among fields that were given; it has to be there."""
    if "execution_id" not in given:
        raise InvalidActionError("execution_id", "nothing", "the id of an execution")
    return text(given["execution_id"], "execution_id")


def parse_nothing(data: Mapping[str, Any]) -> None:
    """Make sure that there are no fields."""
    given_fields(data, ())


def parse_enabled(data: Mapping[str, Any]) -> bool:
    """Return whether something is to be switched on."""
    given = given_fields(data, ("enabled",))
    return yes_or_no(given.get("enabled"), "enabled")


def given_fields(data: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    """Return the fields that have a value; raise for one that is not known."""
    fields = tuple(known)
    for key in data:
        if key not in fields:
            raise InvalidActionError(shown(key), "an unknown field", _hint(key, fields))
    return {key: value for key, value in data.items() if value is not None}


def read_claim(given: Mapping[str, Any]) -> Claim:
    """Return what somebody says of his own request."""
    claimed = {
        key: read(given[key], key) for key, read in _CLAIM.items() if key in given
    }
    return Claim(**claimed) if claimed else NO_CLAIM


def read_agent(given: Mapping[str, Any]) -> Agent | None:
    """Return on behalf of which language model a request is made, if it says so.

    Whoever says so is judged as one: it makes nobody more than he is.
    """
    if AGENT not in given:
        return None
    parts = given_fields(mapping(given[AGENT], AGENT), AGENT_FIELDS)
    return Agent(**{key: slug(one, f"{AGENT}.{key}") for key, one in parts.items()})


def _hint(key: object, fields: tuple[str, ...]) -> str:
    if not fields:
        return "no fields at all"
    if close := get_close_matches(str(key)[:40], fields, n=1):
        return f"perhaps {close[0]}"
    return f"one of {', '.join(fields)}"


def _source(given: Mapping[str, Any]) -> Source:
    found = [kind for kind in SourceKind if kind.value in given]
    if len(found) != 1:
        raise InvalidActionError(
            "actions", " and ".join(found) or "nothing", f"one of {', '.join(SOURCES)}"
        )
    return Source(kind=found[0], value=given[found[0].value])


def _refuse_contradictions(request: Request) -> None:
    if request.mode is not Mode.PARALLEL and request.key is None:
        raise InvalidActionError(
            "mode",
            request.mode.value,
            "a key beside it, shared by those that it is about",
        )
    if request.on_failure_raise and not request.wait:
        raise InvalidActionError(
            "on_failure_raise",
            "true beside wait: false",
            "a caller who waits for the end",
        )
