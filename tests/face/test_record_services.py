"""The actions that look into the past, called as automations call them."""

import sqlite3

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError, Unauthorized, UnknownUser
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import (
    ActionExecutionError,
    ExecutionNotFoundError,
    NothingToUndoError,
    NotRepeatableError,
)
from tests.face.bad_record_data import BAD_RECORD_DATA
from tests.face.lives import crash, journal_of, live_again

LAMP, FAN, SCENE = "input_boolean.lamp", "input_boolean.fan", "input_select.scene"


@pytest.fixture
async def switches(hass):
    """Return a function that tells whether the lamp and the fan are on; both are off."""
    config = {"input_boolean": {"lamp": None, "fan": None}}
    assert await async_setup_component(hass, "input_boolean", config)
    return lambda: [hass.states.get(one).state for one in (LAMP, FAN)]


@pytest.fixture
def turn(run, switches):
    """Have the engine turn the two on or off."""
    assert switches() == ["off", "off"]

    async def turn(service, *entities, **data):
        step = {
            "action": f"input_boolean.{service}",
            "target": {"entity_id": list(entities)},
        }
        return await run(actions=[step], **data)

    return turn


async def names(call, **wanted):
    """Return the names of the executions on a page."""
    page = await call("list_executions", **wanted)
    return [one["name"] for one in page["executions"]]


class TestGet:
    """One execution, in this life or from an earlier one."""

    async def test_with_a_timeline(self, run, call):
        """What was called, what came of it, and how it moved."""
        summary = await run("work", name="Lights")
        account = await call("get_execution", execution_id=summary["execution_id"])
        assert summary.items() <= account.items()
        assert account["origin"] is None
        kinds = [event["kind"] for event in account["timeline"]]
        assert kinds == ["moved", "intent", "result", "moved"]
        assert account["timeline"][1]["data"]["service"] == "work"

    async def test_the_same_after_a_restart(self, hass, entry, run, call):
        """Nothing that it said before is missing."""
        execution_id = (await run("work", name="Lights"))["execution_id"]
        before = await call("get_execution", execution_id=execution_id)
        await crash(hass, entry)
        await live_again(hass, entry)
        assert await call("get_execution", execution_id=execution_id) == before

    async def test_one_that_never_was(self, call):
        """The caller is told."""
        with pytest.raises(ExecutionNotFoundError):
            await call("get_execution", execution_id="01K")


class TestList:
    """A page, the newest first."""

    async def test_filters(self, run, call, freezer):
        """By state, by action, by time."""
        await run("work", name="first")
        freezer.tick(60)
        await run("fail", name="second")
        freezer.tick(60)
        await run("work", "fail", name="third")
        assert await names(call) == ["third", "second", "first"]
        assert await names(call, states="failed") == ["third", "second"]
        assert await names(call, states=["success", "unknown"]) == ["first"]
        assert await names(call, action="home.work") == ["third", "first"]
        page = await call("list_executions", limit=1)
        assert [one["name"] for one in page["executions"]] == ["third"]
        middle = (await call("list_executions", limit=1, before=page["next"]))[
            "executions"
        ][0]
        assert middle["name"] == "second"
        assert await names(call, since=middle["created"]) == ["third", "second"]
        assert await names(call, until=middle["created"]) == ["first"]

    async def test_by_entity_and_by_user(self, turn, call, hass_admin_user):
        """What was done to something, and what somebody did."""
        context = Context(user_id=hass_admin_user.id)
        await turn("turn_on", LAMP, name="lamp", context=context)
        await turn("turn_on", FAN, name="fan")
        assert await names(call, entity_id=LAMP) == ["lamp"]
        assert await names(call, user_id=hass_admin_user.id) == ["lamp"]
        assert await names(call, origin="script.none") == []


class TestAgain:
    """The same request, or the part of it that failed."""

    async def test_repeat(self, run, call, engine, home):
        """A new execution that says what it comes from."""
        first = await run("work", name="Lights", idempotency_key="once")
        again = await call("repeat", execution_id=first["execution_id"])
        assert again["execution_id"] != first["execution_id"]
        assert (await engine.get(again["execution_id"]).wait()).name == "Lights"
        assert len(home.calls) == 2
        account = await call("get_execution", execution_id=again["execution_id"])
        assert account["repeat_of"] == first["execution_id"]

    async def test_retry_from_the_failure(self, hass, run, call, engine, home):
        """What came before it is not done again."""
        failed = await run("work", "fail", "work")
        assert [one.service for one in home.calls] == ["work", "fail"]
        hass.services.async_register("home", "fail", home.work)
        again = await call("retry_from", execution_id=failed["execution_id"])
        assert (await engine.get(again["execution_id"]).wait()).success
        services = [one.service for one in home.calls]
        assert services == ["work", "fail", "fail", "work"]

    async def test_what_did_not_fail_has_nothing_to_retry(self, run, call):
        """The caller is told what it is instead."""
        done = await run("work")
        with pytest.raises(NotRepeatableError, match="it is success"):
            await call("retry_from", execution_id=done["execution_id"])


class TestIdempotencyKey:
    """One key, one execution."""

    async def test_the_second_is_the_first(self, run, home):
        """The same account, and nothing is called again."""
        first = await run("work", idempotency_key="order-1")
        assert await run("work", idempotency_key="order-1") == first
        assert len(home.calls) == 1

    async def test_over_a_restart(self, hass, entry, run, home):
        """The journal remembers it for a day."""
        first = await run("work", idempotency_key="order-1")
        await crash(hass, entry)
        await live_again(hass, entry)
        again = await run("work", idempotency_key="order-1")
        assert again["execution_id"] == first["execution_id"]
        assert again["final_answer"] == first["final_answer"]
        accepted = await run("work", idempotency_key="order-1", wait=False)
        assert accepted == {"execution_id": first["execution_id"], "state": "success"}
        assert len(home.calls) == 1

    async def test_a_failure_stays_one(self, hass, entry, run):
        """Who asks again without reading the answer hears of it as the first did."""
        await run("fail", idempotency_key="order-2")
        await crash(hass, entry)
        await live_again(hass, entry)
        with pytest.raises(ActionExecutionError, match="the cable is cut"):
            await run("fail", idempotency_key="order-2", response=False)


class TestOnFailure:
    """What a failed step means for the others."""

    async def test_continue(self, run, home):
        """The steps after it run all the same."""
        summary = await run("fail", "work", on_failure="continue")
        assert [one.service for one in home.calls] == ["fail", "work"]
        assert summary["counts"]["failed"] == 1

    async def test_rollback(self, run, switches):
        """What was done until then is undone, and the caller hears of the failure."""
        actions = [
            {"action": "input_boolean.turn_on", "target": {"entity_id": LAMP}},
            {"action": "home.fail"},
        ]
        with pytest.raises(ActionExecutionError, match="the cable is cut"):
            await run(actions=actions, on_failure="rollback", response=False)
        assert switches() == ["off", "off"]


class TestResolve:
    """A person decides about an execution that is unknown."""

    async def test_run_again(self, doubtful, call, engine_now, home):
        """The call goes out once more, and what follows is done."""
        answer = await call("resolve", execution_id=doubtful, decision="run_again")
        assert answer == {"execution_id": doubtful, "state": "executing"}
        assert (await engine_now().get(doubtful).wait()).success
        assert [one.service for one in home.calls] == ["wait", "work"]

    async def test_treat_as_done(self, doubtful, call, engine_now, home):
        """Only what follows is done."""
        await call("resolve", execution_id=doubtful, decision="treat_as_done")
        assert (await engine_now().get(doubtful).wait()).success
        assert [one.service for one in home.calls] == ["work"]

    async def test_give_up(self, doubtful, call, home):
        """It has failed, and nothing is done."""
        answer = await call("resolve", execution_id=doubtful, decision="give_up")
        assert answer["state"] == "failed"
        account = await call("get_execution", execution_id=doubtful)
        assert account["state"] == "failed"
        assert home.calls == []

    async def test_a_decision_counts_once(self, doubtful, call):
        """The second one finds nothing to decide."""
        await call("resolve", execution_id=doubtful, decision="give_up")
        with pytest.raises(ExecutionNotFoundError):
            await call("resolve", execution_id=doubtful, decision="run_again")


class TestRollback:
    """What was done is set back."""

    async def test_the_last_one(self, switches, turn, call, engine):
        """As an execution of its own, which the other one shows."""
        done = await turn("turn_on", LAMP, FAN, name="Evening")
        answer = await call("rollback", execution_id="last")
        assert switches() == ["off", "off"]
        assert answer["success"] is True
        assert answer["executions"] == [done["execution_id"]]
        assert engine.get(answer["execution_id"]).undo_of == done["execution_id"]
        assert engine.get(done["execution_id"]).state == "rolled_back"

    async def test_a_dry_run_changes_nothing(self, switches, turn, call):
        """It answers what would be set back."""
        await turn("turn_on", LAMP)
        answer = await call("rollback", execution_id="last", dry_run=True)
        assert [(one["entity_id"], one["what"]) for one in answer["items"]] == [
            (LAMP, "will")
        ]
        assert "execution_id" not in answer
        assert switches() == ["on", "off"]

    @pytest.mark.usefixtures("switches")
    async def test_what_somebody_changed_is_left_alone(self, hass, run, call):
        """Unless the caller insists."""
        options = {"options": ["day", "night", "party"], "initial": "day"}
        config = {"input_select": {"scene": options}}
        assert await async_setup_component(hass, "input_select", config)

        def select(option):
            return {
                "action": "input_select.select_option",
                "target": {"entity_id": SCENE},
                "data": {"option": option},
            }

        lamp = {"action": "input_boolean.turn_on", "target": {"entity_id": LAMP}}
        done = await run(actions=[lamp, select("night")])
        by_hand = {"entity_id": SCENE, "option": "party"}
        await hass.services.async_call(
            "input_select", "select_option", by_hand, blocking=True
        )
        which = {"execution_id": done["execution_id"]}
        answer = await call("rollback", **which)
        what = {one["entity_id"]: one["what"] for one in answer["items"]}
        assert what == {LAMP: "will", SCENE: "skipped"}
        assert hass.states.get(SCENE).state == "party"
        asked = await call("rollback", conflict="ask", **which)
        assert {one["entity_id"]: one["what"] for one in asked["items"]}[
            SCENE
        ] == "asks"
        await call("rollback", conflict="force", **which)
        assert hass.states.get(SCENE).state == "day"

    async def test_everything_since_a_time(self, switches, turn, call, freezer):
        """And nothing from before it."""
        await turn("turn_on", LAMP, name="before")
        freezer.tick(60)
        later = await turn("turn_on", FAN, name="after")
        await call("rollback", since=later["times"]["created"], response=False)
        assert switches() == ["on", "off"]

    async def test_without_waiting_the_answer_comes_at_once(
        self, switches, turn, call, engine
    ):
        """With the id of what sets it back."""
        await turn("turn_on", LAMP)
        answer = await call("rollback", execution_id="last", wait=False)
        await engine.get(answer["execution_id"]).wait()
        assert switches() == ["off", "off"]

    async def test_nothing_to_undo(self, call, run):
        """An empty home, and an execution that changed nothing that can be set back."""
        with pytest.raises(NothingToUndoError):
            await call("rollback", execution_id="last")
        await run("work")
        answer = await call("rollback", execution_id="last")
        assert [one["what"] for one in answer["items"]] == ["impossible"]
        with pytest.raises(NothingToUndoError, match=r"home\.work"):
            await call("rollback", execution_id="last", response=False)

    async def test_an_undo_that_fails_raises_for_who_does_not_read(self, run, call):
        """As a failed run does."""
        await run(
            actions=[{"action": "home.work", "rollback": [{"action": "home.fail"}]}]
        )
        with pytest.raises(ActionExecutionError, match="the cable is cut"):
            await call("rollback", execution_id="last", response=False)


class TestJournal:
    """The journal itself."""

    async def test_an_untouched_one_is_whole(self, run, call):
        """Every link of every chain holds."""
        await run("work")
        await run("fail")
        answer = await call("verify_journal")
        assert answer["ok"] is True
        assert answer["executions"] == 2
        assert answer["events"] > 4
        assert answer["first_broken"] is None

    async def test_a_row_that_was_changed_is_named(self, hass, run, call):
        """Which execution, and which event."""
        summary = await run("work")
        assert (await call("verify_journal"))["ok"]
        with sqlite3.connect(journal_of(hass)) as file:
            file.execute(
                "UPDATE action_engine_events SET kind = 'raised' WHERE seq = 3"
            )
        file.close()
        broken = (await call("verify_journal"))["first_broken"]
        assert broken["execution_id"] == summary["execution_id"]
        assert broken["seq"] == 3

    async def test_purge_keeps_what_is_wanted(self, run, call, home, freezer):
        """By count, by age; what is open stays in any case."""
        for name in ("first", "second", "third"):
            await run("work", name=name)
            freezer.tick(1)
        await run("wait", wait=False, name="open")
        await home.entered.wait()
        assert await call("purge", keep_count=1) == {"removed": 2}
        assert await names(call) == ["open", "third"]
        freezer.tick(1)
        assert await call("purge", keep_days=0) == {"removed": 1}
        assert await names(call) == ["open"]
        home.gate.set()

    async def test_purge_without_a_field_does_as_the_options_say(
        self, hass, entry, run, call
    ):
        """The same as the night."""
        hass.config_entries.async_update_entry(
            entry, options={**entry.options, "journal": {"keep_count": 1}}
        )
        await hass.async_block_till_done()
        for name in ("first", "second", "third"):
            await run("work", name=name)
        assert await call("purge") == {"removed": 2}
        assert await names(call) == ["third"]


class TestRights:
    """Who is no administrator gets to know what he asked for himself."""

    @pytest.fixture
    def mine(self, plain_user):
        """Return a context of a user who is no administrator."""
        return Context(user_id=plain_user.id)

    @pytest.mark.parametrize(
        ("service", "data"),
        [
            ("list_executions", {}),
            ("resolve", {"execution_id": "01K", "decision": "give_up"}),
            ("rollback", {"execution_id": "last"}),
            ("purge", {"keep_days": 0}),
            ("verify_journal", {}),
        ],
    )
    async def test_for_administrators(
        self, run, call, mine, hass_admin_user, service, data
    ):
        """Others are refused before anything is looked at, and strangers as well."""
        await run("work")
        with pytest.raises(Unauthorized):
            await call(service, context=mine, **data)
        with pytest.raises(UnknownUser):
            await call(service, context=Context(user_id="nobody"), **data)
        admin = Context(user_id=hass_admin_user.id)
        if service not in ("resolve", "rollback"):
            assert await call(service, context=admin, **data)

    @pytest.mark.parametrize("service", ["get_execution", "repeat", "retry_from"])
    async def test_those_of_others_are_closed(self, run, call, mine, home, service):
        """As if they were not there; doing them again would show what they are."""
        summary = await run("fail")
        with pytest.raises(ExecutionNotFoundError):
            await call(service, context=mine, execution_id=summary["execution_id"])
        assert len(home.calls) == 1

    async def test_own_ones_are_open(self, hass, entry, run, call, mine):
        """In this life, and in the next."""
        summary = await run("fail", context=mine)
        execution_id = summary["execution_id"]
        account = await call("get_execution", context=mine, execution_id=execution_id)
        assert account["user_id"] == mine.user_id
        await crash(hass, entry)
        await live_again(hass, entry)
        account = await call("get_execution", context=mine, execution_id=execution_id)
        assert account["state"] == "failed"
        again = await call("retry_from", context=mine, execution_id=execution_id)
        assert again["execution_id"] != execution_id


@pytest.mark.parametrize(
    ("service", "data", "place", "came", "expected"), BAD_RECORD_DATA
)
@pytest.mark.usefixtures("entry")
async def test_bad_input_is_a_sentence(hass, service, data, place, came, expected):
    """The caller reads the place, what came and what was expected."""
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(
            DOMAIN, service, data, blocking=True, return_response=True
        )
    assert str(refused.value).startswith(f"{place}: came {came}, expected ")
    assert expected in str(refused.value)


async def test_without_the_entry_the_actions_say_so(hass, entry, call):
    """They stay registered, so that automations stay valid."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ServiceValidationError, match="not loaded"):
        await call("list_executions")
