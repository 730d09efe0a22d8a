"""What is remembered, recalled and forgotten under a policy."""

import asyncio

import pytest

from custom_components.action_engine.engine.archive.facts import LARGEST, MOST_FACTS
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.errors import (
    InvalidActionError,
    JournalUnavailableError,
    TooManyFactsError,
)
from custom_components.action_engine.engine.model.options import EngineOptions


@pytest.fixture
async def opened(hass):
    """Return a function that begins another life of the engine."""
    engines = []

    async def begin():
        if engines:
            await engines[-1].stop()
        engines.append(await ActionEngine.async_open(hass, EngineOptions()))
        return engines[-1]

    yield begin
    if engines:
        await engines[-1].stop()


@pytest.fixture
async def facts(opened):
    """Return the facts of an open engine."""
    return (await opened()).record.facts


def pairs(found):
    """Return keys with their values."""
    return {one.key: one.value for one in found}


async def test_a_fact_takes_the_place_of_the_one_with_its_key(facts):
    """Whoever remembers hears what was known before."""
    first = await facts.remember("agents", "name", "Jo", source="said")
    assert (first.previous, first.masked) == (None, False)
    second = await facts.remember("agents", "name", "Joe", category="people")
    assert second.previous == first.fact
    assert second.fact.value == "Joe"
    assert await facts.recall("agents") == (second.fact,)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        1.5,
        "",
        "{{ 1 + 1 }}",
        "a\0b",
        [],
        [[1], {}],
        {"a": {"b": [None]}},
    ],
)
async def test_a_value_comes_back_as_it_was(opened, value):
    """With its type, also in the next life."""
    facts = (await opened()).record.facts
    kept = await facts.remember("agents", "x", value)
    assert not kept.masked
    facts = (await opened()).record.facts
    (found,) = await facts.recall("agents", key="x")
    assert found.value == value
    assert type(found.value) is type(value)
    assert found.at == kept.fact.at


async def test_several_under_one_category(facts):
    """They are recalled and forgotten together, and one by one."""
    for name in ("Creative Visionary", "Night Owl"):
        key = f"identity/{name}"
        await facts.remember("agents", key, {"identity": name}, category="identity")
    await facts.remember("agents", "name", "Jo")
    found = await facts.recall("agents", category="identity")
    assert [one.key for one in found] == [
        "identity/Creative Visionary",
        "identity/Night Owl",
    ]
    assert await facts.forget("agents", key="identity/Night Owl") == 1
    assert await facts.forget("agents", category="identity") == 1
    assert pairs(await facts.recall("agents")) == {"name": "Jo"}


async def test_what_is_not_there_is_forgotten_in_no_time(facts):
    """How many there were is told."""
    await facts.remember("agents", "a", 1)
    assert await facts.forget("agents", key="b") == 0
    assert await facts.forget("household") == 0
    assert await facts.forget("agents") == 1
    assert await facts.forget("agents") == 0


async def test_policies_do_not_share_facts(facts):
    """Neither what they know nor what they forget."""
    await facts.remember("agents", "name", "Jo", category="people")
    await facts.remember("guests", "name", "Ann", category="people")
    assert await facts.forget("agents", category="people") == 1
    assert pairs(await facts.recall("guests", key="name")) == {"name": "Ann"}
    assert await facts.recall("agents", category="people") == ()
    assert await facts.count() == {"guests": 1}


@pytest.mark.parametrize("key", ["", "a" * 65, " a", "a ", "a\nb", "a{{b", "<b>", "!"])
async def test_a_name_is_a_name(facts, key):
    """It stands in lines that people and models read."""
    with pytest.raises(InvalidActionError, match=r"key: came .*letters, digits"):
        await facts.remember("agents", key, 1)
    with pytest.raises(InvalidActionError, match="category: came "):
        await facts.remember("agents", "a", 1, category=key)
    assert await facts.recall("agents") == ()


@pytest.mark.parametrize(
    "value",
    [object(), {"a": {1, 2}}, float("nan"), b"x", "\ud800", {(1, 2): 3}],
)
async def test_what_json_cannot_hold_is_refused(facts, value):
    """It would come back as something else."""
    with pytest.raises(InvalidActionError, match=r"value: came .*JSON"):
        await facts.remember("agents", "x", value)
    assert await facts.recall("agents") == ()


async def test_the_largest_value(facts):
    """So many bytes of JSON and not one more; what was there stays."""
    largest = "é" * ((LARGEST - 2) // 2)
    await facts.remember("agents", "x", largest)
    with pytest.raises(InvalidActionError, match="one of 4097 bytes"):
        await facts.remember("agents", "x", largest + "a")
    assert pairs(await facts.recall("agents")) == {"x": largest}


async def test_no_fact_is_dropped_for_another_one(facts, monkeypatch):
    """Where there is no room the new one is refused, but one may take its own place."""
    assert MOST_FACTS == 500
    monkeypatch.setattr(
        "custom_components.action_engine.engine.archive.facts.MOST_FACTS", 3
    )
    for number in range(3):
        await facts.remember("agents", f"f{number}", number)
    with pytest.raises(TooManyFactsError, match="No more than 3"):
        await facts.remember("agents", "another", 1)
    await facts.remember("agents", "f1", "changed")
    await facts.remember("guests", "another", 1)
    assert pairs(await facts.recall("agents")) == {"f0": 0, "f1": "changed", "f2": 2}


async def test_the_room_is_not_shared_out_twice(facts, monkeypatch):
    """Those who remember at the same time do not overlook each other."""
    monkeypatch.setattr(
        "custom_components.action_engine.engine.archive.facts.MOST_FACTS", 3
    )
    every = [facts.remember("agents", f"f{number}", number) for number in range(10)]
    answers = await asyncio.gather(*every, return_exceptions=True)
    refused = [one for one in answers if isinstance(one, TooManyFactsError)]
    assert len(refused) == 7
    assert len(await facts.recall("agents")) == 3


@pytest.mark.parametrize("key", ["alarm_code", "Wifi password", "apiKey", "a/token"])
async def test_a_secret_is_no_fact(facts, key):
    """What stands under such a name would be taken out, so it is refused."""
    with pytest.raises(InvalidActionError, match="no secret"):
        await facts.remember("agents", key, "hunter22")


async def test_what_is_secret_in_a_value_is_taken_out_and_that_is_told(facts):
    """Also what is personal; the caller sees what was kept."""
    value = {"door": {"code": "739182"}, "mail": "jo@example.com"}
    kept = await facts.remember("agents", "jo", value)
    assert kept.masked
    assert kept.fact.value == {"door": {"code": "**REDACTED**"}, "mail": "**MAIL**"}
    number = await facts.remember("agents", "phone number", 1711234567)
    assert number.masked
    assert number.fact.value == "**PHONE**"


async def test_the_source_holds_no_secret(facts):
    """It is a name, and stands beside the fact as it is."""
    kept = await facts.remember("agents", "x", 1, source="jo@example.com")
    assert kept.fact.source == "**MAIL**"


async def test_what_cannot_be_written_is_an_error(opened):
    """Nobody believes that it was remembered."""
    engine = await opened()
    await engine.record.journal.close()
    for asked in (
        engine.record.facts.remember("a", "x", 1),
        engine.record.facts.forget("a"),
    ):
        with pytest.raises(JournalUnavailableError):
            await asked


async def test_cleaning_leaves_them(facts, opened):
    """They stay until somebody forgets them."""
    await facts.remember("agents", "x", 1)
    engine = await opened()
    await engine.record.purge(None, 0)
    assert pairs(await engine.record.facts.recall("agents")) == {"x": 1}


async def test_a_prompt_is_told_of_one_policy(facts):
    """And of no other."""
    await facts.remember("agents", "name", "Jo")
    await facts.remember("guests", "name", "Ann")
    assert (await facts.for_prompt("agents")).splitlines()[1:] == ['- "name" = "Jo"']
    assert await facts.for_prompt("nobody") == ""
