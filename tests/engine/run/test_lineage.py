"""A run inside a run: neither asks for itself without end, nor waits for itself."""

import asyncio

import pytest

from homeassistant.core import Context
from homeassistant.helpers.event import async_call_later
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.errors import CyclicRequestError
from custom_components.action_engine.engine.model.request import (
    Mode,
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.run.lineage import MAX_DEPTH
from tests.engine.workshop import nested, work


def run_script(entity_id, *, bare=False, **more):
    """Return a step that asks the engine for a script."""
    data = {"script": entity_id, **more}
    return {"action": "test.run_bare" if bare else "test.run", "data": data}


async def set_up(hass, **scripts):
    """Set up scripts by their sequences."""
    config = {
        name: {"sequence": sequence, "mode": "parallel"}
        for name, sequence in scripts.items()
    }
    assert await async_setup_component(hass, "script", {"script": config})


def script_request(entity_id, **more):
    """Return a request for a script."""
    source = Source(kind=SourceKind.SCRIPT, value=entity_id)
    return Request(source=source, context=Context(), **more)


class TestCircles:
    """What asks for itself is refused at once."""

    @pytest.mark.parametrize("more", [{}, {"wait": False}, {"key": "k"}])
    async def test_a_script_that_asks_for_itself(self, hass, lone, more):
        """The inner one is refused, and nothing of it runs."""
        await set_up(hass, a=[work("a"), run_script("script.a", **more), work("late")])

        execution = await lone.engine.run(script_request("script.a"))

        assert lone.log == ["0 a"]
        assert len(lone.moves) == 1
        assert execution.summary.error["code"] == "cyclic_request"
        assert execution.summary.error["step"] == "1"
        assert execution.summary.error["message"] == (
            "a asks for itself, or would wait for itself, inside a"
        )

    async def test_a_longer_circle(self, hass, lone):
        """Two scripts that ask for each other."""
        await set_up(
            hass,
            a=[work("a"), run_script("script.b")],
            b=[work("b"), run_script("script.a")],
        )

        execution = await lone.engine.run(script_request("script.a"))

        assert lone.log == ["0 a", "0 b"]
        assert execution.state is ExecutionState.FAILED
        assert isinstance(lone.refused[0], CyclicRequestError)

    async def test_through_a_native_script(self, hass, lone):
        """Home Assistant's own call of a script stands in between."""
        await set_up(
            hass,
            a=[work("a"), {"action": "script.native"}],
            native=[work("native"), run_script("script.a")],
        )

        execution = await lone.engine.run(script_request("script.a"))

        assert lone.log == ["0 a", "0 native"]
        assert isinstance(lone.refused[0], CyclicRequestError)
        assert execution.state is ExecutionState.FAILED

    async def test_through_a_service_that_forgets_the_context(self, hass, lone):
        """Nothing in the request says where it came from."""
        await set_up(hass, a=[work("a"), run_script("script.a", bare=True)])

        await lone.engine.run(script_request("script.a"))

        assert lone.log == ["0 a"]
        assert isinstance(lone.refused[0], CyclicRequestError)

    async def test_through_an_automation(self, hass, shop):
        """The event of a run sets off the same run."""
        await set_up(hass, a=[work("a"), {"event": "go"}, {"delay": 5}])
        config = {
            "triggers": {"trigger": "event", "event_type": "go"},
            "actions": [{"delay": 1}, run_script("script.a")],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})

        execution = await shop.engine.run(script_request("script.a"))

        assert shop.log == ["0 a"]
        assert isinstance(shop.refused[0], CyclicRequestError)
        assert execution.summary.success

    async def test_an_automation_that_asks_for_its_own_actions(self, hass, lone):
        """As with scripts."""
        inner = {"action": "test.run", "data": {"automation": "automation.own"}}
        config = {
            "alias": "Own",
            "triggers": {"trigger": "event", "event_type": "go"},
            "actions": [work("own"), inner],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})
        source = Source(kind=SourceKind.AUTOMATION, value="automation.own")

        await lone.engine.run(Request(source=source, context=Context()))

        assert lone.log == ["0 own"]
        assert isinstance(lone.refused[0], CyclicRequestError)

    async def test_a_chain_of_runs_that_nobody_waits_for(self, hass, lone):
        """Each has ended before the next one begins, and the circle is still seen."""
        await set_up(
            hass,
            a=[work("a"), run_script("script.b", wait=False)],
            b=[{"delay": 1}, work("b"), run_script("script.a", wait=False)],
        )

        await lone.engine.run(script_request("script.a"))
        await lone.until(100)

        assert lone.log == ["0 a", "1 b"]
        assert isinstance(lone.refused[0], CyclicRequestError)

    @pytest.mark.parametrize("wait", [True, False])
    async def test_no_more_than_so_many_inside_each_other(self, hass, lone, wait):
        """A service that asks for itself, with other actions every time."""

        async def dig(call):
            depth = call.data["depth"] + 1
            deeper = {"action": "test.dig", "data": {"depth": depth}}
            request = lone.request(work(str(depth)), deeper, wait=wait)
            try:
                await lone.engine.run(request)
            except CyclicRequestError as error:
                lone.refused.append(error)

        hass.services.async_register("test", "dig", dig)
        await lone.run({"action": "test.dig", "data": {"depth": 0}})
        await lone.until(10)

        assert lone.log == [f"0 {depth + 1}" for depth in range(MAX_DEPTH)]
        assert len(lone.refused) == 1
        assert len(lone.moves) == MAX_DEPTH + 1


class TestNoCircles:
    """What looks similar and is none."""

    async def test_the_same_script_twice_in_a_row(self, hass, lone):
        """The first one has ended."""
        await set_up(
            hass, a=[run_script("script.b"), run_script("script.b")], b=[work("b")]
        )

        execution = await lone.engine.run(script_request("script.a"))

        assert execution.summary.success
        assert lone.log == ["0 b", "0 b"]

    async def test_the_same_script_at_the_same_time(self, hass, shop):
        """Two callers who know nothing of each other."""
        await set_up(hass, a=[{"delay": 1}, work("a")])
        request = script_request("script.a")

        await asyncio.gather(shop.engine.run(request), shop.engine.run(request))

        assert shop.log == ["1 a", "1 a"]

    async def test_what_a_step_has_set_off_goes_its_own_way(self, hass, shop):
        """A timer that a run has started asks for the same script later."""
        await set_up(hass, a=[{"action": "test.set_timer"}, {"delay": 60}, work("a")])

        async def ask(_now):
            await shop.engine.submit(script_request("script.a"))

        async def set_timer(_call):
            if len(shop.moves) == 1:
                async_call_later(hass, 1, ask)

        hass.services.async_register("test", "set_timer", set_timer)

        await shop.engine.run(script_request("script.a"))
        await shop.until(100)

        assert shop.log == ["60 a", "61 a"]

    async def test_again_after_the_end(self, lone):
        """The context of a run that has ended says nothing."""
        first = await lone.run(work("first"))
        second = await lone.run(work("second"), context=first.context)

        assert second.parent is None
        assert second.depth == 0


class TestOwnKey:
    """Who waits in line behind himself would wait forever."""

    @pytest.mark.parametrize("mode", [Mode.QUEUED, Mode.RESTART])
    @pytest.mark.parametrize("bare", [False, True])
    async def test_the_key_of_the_outer_run(self, shop, mode, bare):
        """Refused, whoever stands between them."""
        inner = nested(work("inside"), key="k", mode=mode, bare=bare)

        execution = await shop.run(work("outside"), nested(inner), key="k")

        assert shop.log == ["0 outside"]
        assert execution.state is ExecutionState.FAILED
        assert [type(one) for one in shop.refused] == [CyclicRequestError]
        assert shop.now == 0

    async def test_single_is_refused_by_its_own_rule(self, shop):
        """The key is busy."""
        await shop.run(nested(work("inside"), key="k", mode=Mode.SINGLE), key="k")

        assert [one.code for one in shop.refused] == ["already_running"]

    async def test_parallel_waits_for_nobody(self, shop):
        """The key does not matter."""
        await shop.run(nested(work("inside"), key="k"), key="k", mode=Mode.QUEUED)

        assert shop.log == ["0 inside"]

    async def test_another_key(self, shop):
        """It waits for somebody who waits for nobody."""
        other = await shop.submit(work("other", 2), key="o", mode=Mode.QUEUED)
        inner = nested(work("inside"), key="o", mode=Mode.QUEUED)

        execution = await shop.run(inner, key="k", mode=Mode.QUEUED)

        assert execution.summary.success
        assert other.summary.success
        assert shop.log == ["0 other", "2 inside"]

    async def test_one_that_nobody_waits_for(self, shop):
        """It begins when the one that asked for it has ended."""
        inner = nested(work("inside"), key="k", mode=Mode.QUEUED, wait=False)

        await shop.run(inner, {"delay": 1}, key="k", mode=Mode.QUEUED)
        await shop.until(2)

        assert shop.log == ["1 inside"]

    async def test_a_circle_of_two_keys(self, shop):
        """Each holds what the other one waits for: the second one is refused."""
        shop.configure(workers=5)
        first = await shop.submit(
            {"delay": 1}, nested(work("2 in 1"), key="2", mode=Mode.QUEUED), key="1"
        )
        second = await shop.submit(
            {"delay": 2}, nested(work("1 in 2"), key="1", mode=Mode.QUEUED), key="2"
        )
        await asyncio.gather(first.wait(), second.wait())

        assert second.state is ExecutionState.FAILED
        assert [type(one) for one in shop.refused] == [CyclicRequestError]
        assert first.summary.success
        assert shop.log == ["2 2 in 1"]

    async def test_no_circle_if_one_of_them_does_not_wait(self, shop):
        """The second one goes on to its end, and so do the others."""
        shop.configure(workers=5)
        first = await shop.submit(
            {"delay": 2}, nested(work("2 in 1"), key="2", mode=Mode.QUEUED), key="1"
        )
        second = await shop.submit(
            {"delay": 1},
            nested(work("1 in 2"), key="1", mode=Mode.QUEUED, wait=False),
            {"delay": 3},
            key="2",
        )
        await asyncio.gather(first.wait(), second.wait())
        await shop.until(9)

        assert first.summary.success
        assert second.summary.success
        assert shop.log == ["4 2 in 1", "4 1 in 2"]

    async def test_a_circle_through_the_line_of_somebody_else(self, shop):
        """He waits in line for the one who would wait for him."""
        shop.configure(workers=5)
        outer = await shop.submit(
            {"delay": 1}, nested(work("inside"), key="2", mode=Mode.QUEUED), key="1"
        )
        # Waits for the outer one, and holds the other key through an inner run.
        between = await shop.submit(work("between"), key="1", mode=Mode.QUEUED)
        waiting = await shop.submit(
            nested(work("never"), key="1", mode=Mode.QUEUED), key="2"
        )
        await asyncio.gather(outer.wait(), between.wait(), waiting.wait())

        assert outer.state is ExecutionState.FAILED
        assert [type(one) for one in shop.refused] == [CyclicRequestError]
        assert waiting.summary.success

    async def test_restarting_somebody_who_waits_for_the_same_line(self, shop):
        """Whoever is cancelled waits for nobody any more."""
        shop.configure(workers=5)
        rival = await shop.submit(
            nested(work("never"), key="1", mode=Mode.QUEUED), key="2"
        )
        outer = await shop.submit(
            {"delay": 1}, nested(work("inside"), key="2", mode=Mode.RESTART), key="1"
        )
        await asyncio.gather(outer.wait(), rival.wait())

        assert outer.summary.success
        assert shop.log[-1] == "1 inside"
