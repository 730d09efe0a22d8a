"""From the data of a service call to a request."""

import pytest

from homeassistant.core import Context

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.caller import Agent
from custom_components.action_engine.engine.model.claim import NO_CLAIM, Claim
from custom_components.action_engine.engine.model.request import (
    Mode,
    OnFailure,
    Priority,
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.request_fields import (
    parse_id,
    parse_nothing,
    parse_run,
    parse_source,
)
from tests.face.bad_data import ACTIONS, BAD_DATA

CONTEXT = Context()


def test_actions_alone_are_a_request_with_defaults():
    """Everything else is as the options say."""
    assert parse_run({"actions": ACTIONS}, CONTEXT) == Request(
        source=Source(kind=SourceKind.ACTIONS, value=ACTIONS), context=CONTEXT
    )


def test_every_field_ends_up_in_the_request():
    """Times are seconds, words are members, and the retry policy has its fields."""
    request = parse_run(
        {
            "script": "script.goodnight",
            "variables": {"room": "hall"},
            "name": "Good night",
            "retry": {"max_retries": 5, "initial_delay": "00:00:02"},
            "verify": "yes",
            "within": {"seconds": 8},
            "skip_if_already": True,
            "ignore_missing": True,
            "observe": True,
            "priority": "critical",
            "key": "night",
            "mode": "restart",
            "wait": True,
            "timeout": "00:02:00",
            "on_failure": "rollback",
            "on_failure_raise": False,
            "idempotency_key": "order-4711",
            "confidence": "0.8",
            "reasoning": "It is late.",
            "prediction_id": "p",
            "llm_response_id": "r",
            "conversation_id": "c",
            "agent": {"assistant": "conversation", "platform": "ollama"},
        },
        CONTEXT,
    )
    assert request == Request(
        source=Source(kind=SourceKind.SCRIPT, value="script.goodnight"),
        context=CONTEXT,
        variables={"room": "hall"},
        name="Good night",
        priority=Priority.CRITICAL,
        key="night",
        mode=Mode.RESTART,
        wait=True,
        observe=True,
        on_failure_raise=False,
        retry={"max_retries": 5, "initial_delay": 2.0},
        verify=True,
        within=8.0,
        skip_if_already=True,
        ignore_missing=True,
        timeout=120.0,
        on_failure=OnFailure.ROLLBACK,
        idempotency_key="order-4711",
        claim=Claim(
            confidence=0.8,
            reasoning="It is late.",
            prediction_id="p",
            llm_response_id="r",
            conversation_id="c",
        ),
        agent=Agent(assistant="conversation", platform="ollama"),
    )


def test_who_claims_nothing_has_no_claim():
    """An agent of which nothing is known is an agent all the same."""
    request = parse_run({"actions": ACTIONS, "agent": {}}, CONTEXT)
    assert request.claim is NO_CLAIM
    assert request.agent == Agent()


def test_a_field_without_a_value_is_not_given():
    """A template that renders to nothing leaves the default in force."""
    data = {"actions": None, "yaml": "[]", "name": None, "retry": None}
    assert parse_run(data, CONTEXT).source.kind is SourceKind.YAML


@pytest.mark.parametrize(("data", "place", "came", "expected"), BAD_DATA)
def test_bad_data_is_named(data, place, came, expected):
    """Each problem names the field, what came and what was expected."""
    with pytest.raises(InvalidActionError) as refused:
        parse_run(data, CONTEXT)
    assert refused.value.place == place
    assert refused.value.came == came
    assert expected in refused.value.expected


def test_validate_takes_the_four_sources_only():
    """Options of a run mean nothing where nothing runs."""
    source = parse_source({"yaml": "- delay: 1"})
    assert source == Source(kind=SourceKind.YAML, value="- delay: 1")
    with pytest.raises(InvalidActionError) as refused:
        parse_source({"yaml": "- delay: 1", "wait": True})
    assert refused.value.place == "'wait'"


def test_an_id_is_needed_and_nothing_else():
    """Commands for one execution take its id."""
    assert parse_id({"execution_id": "01K"}) == "01K"
    with pytest.raises(InvalidActionError) as refused:
        parse_id({})
    assert refused.value.place == "execution_id"
    with pytest.raises(InvalidActionError) as refused:
        parse_id({"id": "01K"})
    assert refused.value.expected == "one of execution_id"


def test_commands_without_fields_take_none():
    """A field that means nothing is a misunderstanding worth telling."""
    parse_nothing({})
    with pytest.raises(InvalidActionError) as refused:
        parse_nothing({"execution_id": "01K"})
    assert refused.value.expected == "no fields at all"
