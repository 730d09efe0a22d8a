"""Calling a webhook: who may, how often, and what is told of it."""

from dataclasses import replace
import json
from pathlib import Path

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)

from homeassistant.core import Context
from homeassistant.exceptions import Unauthorized
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.errors import (
    ActionExecutionError,
    InvalidActionError,
    WebhookNotFoundError,
    WebhookRejectedError,
    WebhookUnreachableError,
)
from tests.engine.catalog.webhook_server import Server
from tests.engine.gate_home import FREE, OWNER
from tests.face.guarded import GuardedHome
from tests.face.webhook_house import add_webhook

TOKEN, SECRET, PART = "tok-1234567890", "secret-of-the-house", "T0KEN-IN-THE-PATH"
STEP = {"action": "action_engine.call_webhook", "data": {"endpoint": "bell"}}


@pytest.fixture
async def server(socket_enabled):
    """Return a server that answers ``done``."""
    server = Server()
    running = await server.start()
    yield server
    await running.close()


@pytest.fixture
async def bell(hass, entry, engine, server):
    """Add a webhook that leads to the server, and wait for nothing."""
    webhook = server.webhook(
        url=f"{server.url}/{PART}",
        secret=SECRET,
        headers={"Authorization": f"Bearer {TOKEN}"},
        paths=True,
        methods=("POST", "PUT"),
        retries=0,
    )
    add_webhook(hass, entry, webhook)
    await hass.async_block_till_done()
    return webhook


@pytest.mark.usefixtures("bell")
class TestWho:
    """Runs of the engine, and administrators by hand."""

    async def test_a_run_of_the_engine(self, run, server):
        """It came through the gate."""
        step = {**STEP, "response_variable": "answer"}
        step["data"] = {**step["data"], "payload": {"a": 1}, "path": "x"}
        summary = await run(actions=[step])
        assert summary["success"]
        assert summary["responses"]["answer"]["status"] == 200
        (seen,) = server.seen
        assert (seen.path, seen.body) == (f"/hook/{PART}/x", b'{"a":1}')

    async def test_an_administrator(self, call, server, hass_admin_user):
        """He may try it."""
        answer = await call(
            "call_webhook",
            endpoint="bell",
            payload="x",
            method="put",
            context=Context(user_id=hass_admin_user.id),
        )
        assert (answer["status"], answer["body"]) == (200, "done")
        assert server.seen[0].method == "PUT"

    async def test_nobody_else(self, call, server, plain_user, hass_admin_user):
        """No other user, no automation, and nothing in the name of an administrator."""
        for context in (
            Context(user_id=plain_user.id),
            Context(),
            None,
            Context(user_id=hass_admin_user.id, parent_id="01K"),
            Context(user_id="gone"),
        ):
            with pytest.raises(Unauthorized):
                await call("call_webhook", endpoint="bell", context=context)
        assert server.seen == []

    async def test_a_run_that_has_ended_is_no_leave(self, run, call, server):
        """Its context opens nothing any more."""
        summary = await run("work")
        with pytest.raises(Unauthorized):
            await call(
                "call_webhook",
                endpoint="bell",
                context=Context(id=summary["execution_id"]),
            )
        assert server.seen == []


class TestGate:
    """What an agent needs to call one."""

    @pytest.fixture
    async def home(self, hass, entry, bell):
        """Return a home with an agent; a webhook that came later would reload it."""
        assert bell.name == "bell"
        home = GuardedHome(hass, entry)
        await home.idle()
        return home

    @pytest.mark.parametrize(
        ("allowed", "denied", "decided_by"),
        [
            (("*",), (), "out_of_reach"),
            (("webhook.bell",), (), None),
            (("webhook.*",), (), None),
            (("action_engine.call_webhook",), (), None),
            (("webhook.other",), (), "out_of_reach"),
            (("*", "webhook.*"), ("webhook.bell",), "deny_list"),
            (("*", "webhook.*"), ("action_engine.call_webhook",), "deny_list"),
        ],
    )
    async def test_e12_an_agent_calls_what_its_policy_names(
        self, home, server, allowed, denied, decided_by
    ):
        """By the name of the endpoint, or by that of the action."""
        home.judge_by(replace(FREE, allowed_actions=allowed, denied_actions=denied))
        execution = await home.ask(STEP)
        assert execution.verdict.decided_by == decided_by
        assert len(server.seen) == (decided_by is None)

    @pytest.mark.parametrize("endpoint", ["BELL", " bell", "bell ", "bell/x"])
    async def test_e12_no_other_way_to_write_a_name_leads_past_a_list(
        self, home, server, endpoint
    ):
        """What the gate has judged is what is called, letter by letter."""
        home.judge_by(
            replace(
                FREE,
                allowed_actions=("action_engine.call_webhook",),
                denied_actions=("webhook.bell",),
            )
        )
        step = {**STEP, "data": {"endpoint": endpoint}}
        execution = await home.ask(step)
        assert execution.state in ("denied", "failed")
        assert server.seen == []

    async def test_e12_however_the_action_is_written(self, home, server):
        """Home Assistant finds it in capitals, and so does the list."""
        home.judge_by(
            replace(
                FREE,
                allowed_actions=("action_engine.*",),
                denied_actions=("webhook.bell",),
            )
        )
        for name in ("Action_Engine.Call_Webhook", "action_engine.CALL_WEBHOOK"):
            execution = await home.ask({**STEP, "action": name})
            assert execution.verdict.decision == "deny"
        assert server.seen == []

    async def test_e12_a_call_is_a_high_risk(self, home):
        """A person sees it as one."""
        home.judge_by(
            replace(FREE, allowed_actions=("webhook.*",), approval_required=True)
        )
        await home.ask(STEP)
        assert home.question.risk.word == "high"
        await home.approve(home.question, OWNER)


@pytest.mark.usefixtures("bell")
class TestAgain:
    """The engine's own retries around it."""

    RETRY = {"max_retries": 2, "initial_delay": 0, "jitter": 0}

    async def test_what_was_not_taken_is_tried_again(self, run, server):
        """Although a call is not to be repeated blindly."""
        server.will_answer(503, 503)
        server.answers.append(server.answers[0])
        server.answers[-1] = Server()._handle  # noqa: SLF001 - answers with done
        summary = await run(actions=[{**STEP, "retry": self.RETRY}])
        assert summary["success"]
        assert len(server.seen) == 3

    async def test_what_may_have_been_done_is_not(self, run, server):
        """Nobody knows what the server did."""
        server.will_answer(500)
        summary = await run(actions=[{**STEP, "retry": self.RETRY}])
        assert not summary["success"]
        assert len(server.seen) == 1
        (step,) = summary["steps"]
        assert "may not be repeated blindly" in step["note"]

    async def test_with_a_key_it_is(self, run, server):
        """The server knows that it is the same."""
        server.will_answer(500)
        data = {"endpoint": "bell", "idempotency_key": "once"}
        summary = await run(actions=[{**STEP, "data": data, "retry": self.RETRY}])
        assert not summary["success"]
        keys = {one.headers["Idempotency-Key"] for one in server.seen}
        assert (len(server.seen), keys) == (3, {"once"})

    async def test_a_no_is_not_tried_again(self, run, server):
        """Whatever was asked for."""
        server.will_answer(400)
        data = {"endpoint": "bell", "idempotency_key": "once"}
        summary = await run(actions=[{**STEP, "data": data, "retry": self.RETRY}])
        assert summary["error"]["type"] == "WebhookRejectedError"
        assert len(server.seen) == 1


@pytest.mark.usefixtures("bell")
class TestErrors:
    """What a caller hears."""

    @pytest.fixture
    def by_hand(self, call, hass_admin_user):
        """Call as an administrator."""

        async def call_it(**data):
            context = Context(user_id=hass_admin_user.id)
            return await call("call_webhook", context=context, **data)

        return call_it

    async def test_no_such_endpoint(self, by_hand):
        """He hears which there are."""
        with pytest.raises(WebhookNotFoundError, match="there are bell"):
            await by_hand(endpoint="nobody")

    async def test_one_that_cannot_be_read(self, hass, entry, by_hand, bell):
        """It is not called."""
        add_webhook(hass, entry, replace(bell, name="odd"), where={"url": 7})
        with pytest.raises(WebhookNotFoundError, match=r"where\.url: invalid value"):
            await by_hand(endpoint="odd")

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            ({}, "endpoint"),
            ({"endpoint": 7}, "endpoint"),
            ({"endpoint": "bell", "url": "https://evil.example"}, "'url'"),
            ({"endpoint": "bell", "method": "TRACE"}, "method"),
            ({"endpoint": "bell", "method": "DELETE"}, "method"),
            ({"endpoint": "bell", "path": ".."}, "path"),
            ({"endpoint": "bell", "payload": 7}, "payload"),
        ],
    )
    async def test_fields(self, by_hand, server, data, place):
        """The place is named, and nothing was sent."""
        with pytest.raises(InvalidActionError) as raised:
            await by_hand(**data)
        assert raised.value.place == place
        assert server.seen == []

    async def test_statuses(self, by_hand, server):
        """Each kind of error says whether it makes sense to try again."""
        for status, kind in (
            (404, WebhookRejectedError),
            (503, WebhookUnreachableError),
        ):
            server.will_answer(status)
            with pytest.raises(kind):
                await by_hand(endpoint="bell")


async def test_e10_secrets_of_a_webhook_are_nowhere(
    hass, entry, bell, engine, run, server, hass_client, caplog
):
    """Neither in diagnostics, journal, events and logs, nor in what a caller hears."""
    caplog.set_level("DEBUG")
    heard = async_capture_events(hass, "action_engine_execution")
    told = []
    for status in (200, 302, 401, 500):
        server.will_answer(status, text=f"{TOKEN} {SECRET} {PART}")
        told.append(await run(actions=[{**STEP, "response_variable": "answer"}]))
        with pytest.raises(ActionExecutionError) if status != 200 else _nothing() as e:
            await run(actions=[STEP], response=False)
        told.append(str(e))
    assert len(server.seen) == 8
    assert await async_setup_component(hass, "diagnostics", {})
    told.append(await get_diagnostics_for_config_entry(hass, hass_client, entry))
    assert told[-1]["webhooks"][0]["headers"] == 1
    await engine.settled()
    told += [caplog.text, [one.data for one in heard], written(hass.config.config_dir)]
    for text in (json.dumps(one, default=str) for one in told):
        for secret in (TOKEN, SECRET, PART):
            assert secret not in text


def written(folder):
    """Return all that is in the files of the journal."""
    files = Path(folder).glob("action_engine.db*")
    return b"".join(one.read_bytes() for one in files).decode(errors="replace")


class _nothing:  # noqa: N801 - stands where pytest.raises stands
    """Expects no error."""

    def __enter__(self):
        """Begin."""

    def __exit__(self, *_):
        """End."""
