"""The same request twice is one execution, as long as the same person asks."""

import pytest

from homeassistant.core import Context

from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from tests.people import add_person


@pytest.fixture
async def engine(hass):
    """Return an engine with a journal, and a service that counts its calls."""
    calls = []

    async def count(call):
        calls.append(call.context.user_id)

    hass.services.async_register("test", "count", count)
    for person in ("anna", "berta"):
        add_person(hass, person)
    engine = await ActionEngine.async_open(hass, EngineOptions())
    engine.calls = calls
    yield engine
    await engine.stop()


def ask(user_id, key="breakfast"):
    """Return a request that counts, by somebody."""
    return Request(
        source=Source(kind=SourceKind.ACTIONS, value=[{"action": "test.count"}]),
        context=Context(user_id=user_id),
        idempotency_key=key,
    )


async def test_the_second_one_is_answered_with_the_first(engine):
    """It runs once."""
    first = await engine.run(ask("anna"))
    again = await engine.run(ask("anna"))
    assert again.id == first.id
    assert engine.calls == ["anna"]


async def test_a_key_belongs_to_who_used_it(engine):
    """Somebody else with the same key is not shown what was done for the first."""
    first = await engine.run(ask("anna"))
    other = await engine.run(ask("berta"))
    assert other.id != first.id
    assert engine.calls == ["anna", "berta"]


async def test_a_key_is_remembered_in_the_next_life(hass, engine):
    """Also there, only for the person who used it."""
    first = await engine.run(ask("anna"))
    await engine.stop()
    heir = await ActionEngine.async_open(hass, EngineOptions())
    try:
        again = await heir.run(ask("anna"))
        assert again.id == first.id
        assert again.summary.as_dict()["state"] == "success"
        assert (await heir.run(ask("berta"))).id != first.id
    finally:
        await heir.stop()


async def test_a_repetition_on_purpose_is_a_new_one(engine):
    """Whoever repeats an execution wants it once more."""
    first = await engine.run(ask("anna"))
    again = await engine.record.repeat(first.id, Context(user_id="anna"))
    await again.wait()
    assert again.id != first.id
    assert len(engine.calls) == 2
