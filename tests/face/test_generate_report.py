"""Reports: what they tell to whom, and where they go."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_homeassistant_custom_component.common import async_mock_service

from homeassistant.components import persistent_notification
from homeassistant.core import Context, ServiceCall
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.errors import (
    DeliveryError,
    InvalidActionError,
)
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import ADULT, BOT, FREE, LAMP, OWNER, UNLOCK

REPORT = {"action": "action_engine.generate_report", "response_variable": "report"}


@pytest.fixture
def hass_config_dir(tmp_path):
    """Keep reports in the folder of the test."""
    return str(tmp_path)


class TestContent:
    """What was done."""

    async def test_a_summary(self, run, call):
        """Of the last day, in words and in figures."""
        await run("work", name="Lights")
        await run("fail", name="Blinds")
        report = await call("generate_report")
        assert report["title"] == "Action Engine: What was done"
        assert "Success rate: 50 %." in report["text"]
        assert "**Blinds** (failed): " in report["text"]
        assert "the cable is cut" in report["text"]
        figures = report["figures"]
        assert figures["states"] == {"success": 1, "failed": 1}
        assert {one["action"] for one in figures["actions"]} == {
            "home.work",
            "home.fail",
        }
        assert figures["durations"]["number"] == 2
        (failure,) = figures["failures"]
        assert failure["name"] == "Blinds"

    async def test_periods(self, run, call, freezer):
        """By hours, by days, or from one time to another."""
        await run("work")
        middle = dt_util.utcnow()
        freezer.tick(timedelta(hours=30))
        await run("fail")

        async def total(**period):
            return (await call("generate_report", **period))["figures"]["total"]

        assert await total() == 1
        assert await total(hours=31) == 2
        assert await total(days=2) == 2
        hour = timedelta(hours=1)
        assert await total(start=(middle - hour).isoformat()) == 2
        assert await total(end=(middle + hour).isoformat()) == 1
        assert await total(start=(middle + hour).isoformat(), hours=None) == 1

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            ({"kind": "poem"}, "kind"),
            ({"hours": 0}, "hours"),
            ({"hours": 1, "days": 1}, "days"),
            ({"days": 1, "start": "2026-11-20 00:00:00"}, "start"),
            ({"start": "2999-01-01 00:00:00"}, "end"),
            ({"deliver": {}}, "deliver"),
            ({"deliver": {"notification": True, "file": "x"}}, "deliver"),
            ({"deliver": {"notification": "yes"}}, "deliver.notification"),
            ({"deliver": {"notify": "todo.list"}}, "deliver.notify"),
            ({"deliver": {"todo": "list"}}, "deliver.todo"),
            ({"deliver": {"mail": "x"}}, "'mail'"),
        ],
    )
    async def test_fields(self, call, data, place):
        """The place is named."""
        with pytest.raises(InvalidActionError) as raised:
            await call("generate_report", **data)
        assert raised.value.place == place


class TestSight:
    """Who sees what."""

    async def test_a_user_sees_his_own(self, run, call, plain_user, hass_admin_user):
        """And administrators and automations everything."""
        await run("work", name="mine", context=Context(user_id=plain_user.id))
        await run("fail", name="other", context=Context(user_id=hass_admin_user.id))
        own = await call("generate_report", context=Context(user_id=plain_user.id))
        assert own["figures"]["states"] == {"success": 1}
        assert "other" not in own["text"]
        assert "Only what the reader may see" in own["text"]
        for context in (Context(user_id=hass_admin_user.id), Context()):
            report = await call("generate_report", context=context)
            assert report["figures"]["total"] == 2

    async def test_who_is_asked_sees_what_he_is_asked_about(self, guarded, call):
        """Under that policy, and nothing else."""
        await guarded.ask(UNLOCK, name="agent's")
        await guarded.ask(LAMP, as_=OWNER, name="owner's")
        report = await call("generate_report", context=Context(user_id=ADULT))
        assert report["figures"]["states"] == {"pending_approval": 1}
        assert report["figures"]["approvals"] == {"pending": 1}

    @pytest.mark.parametrize("as_", [BOT, OWNER, None])
    async def test_e18_an_agent_is_told_what_was_asked_under_its_policy(
        self, guarded, as_
    ):
        """Whoever's account it uses."""
        policy = replace(FREE, allowed_actions=("*", "action_engine.generate_report"))
        guarded.judge_by(HOUSEHOLD, policy)
        await guarded.ask(LAMP, as_=OWNER, name="private")
        stop = {"stop": "no", "error": True}
        await guarded.ask(stop, as_=OWNER, name="owner's failure")
        await guarded.ask(LAMP, as_=as_, agent=True, name="agent's")
        execution = await guarded.ask(REPORT, as_=as_, agent=True)
        report = _answer(execution)
        assert "private" not in str(report)
        assert "owner's failure" not in str(report)
        assert report["figures"]["states"].keys() <= {"success", "executing"}

    async def test_an_agent_has_nothing_put_anywhere(self, hass, guarded):
        """It may take the answer, and deliver that by a step that the gate looks at."""
        policy = replace(FREE, allowed_actions=("*", "action_engine.generate_report"))
        guarded.judge_by(HOUSEHOLD, policy)
        step = {**REPORT, "data": {"deliver": {"file": "agent"}}}
        execution = await guarded.ask(step, as_=OWNER, agent=True)
        assert execution.state == "failed"
        assert "Unauthorized" in str(execution.summary.error)
        assert not Path(hass.config.path("action_engine")).exists()  # noqa: ASYNC240 - a test may wait


def _answer(execution):
    return execution.summary.responses["report"]


class TestDelivery:
    """Where a report goes."""

    async def test_to_a_notification(self, hass, run, call):
        """Of Home Assistant itself."""
        assert await async_setup_component(hass, "persistent_notification", {})
        await run("work")
        report = await call("generate_report", deliver={"notification": True})
        assert report["delivered"] == "notification"
        (shown,) = persistent_notification._async_get_or_create_notifications(  # noqa: SLF001 - there is no other way to look
            hass
        ).values()
        assert shown["message"] == report["text"]
        assert shown["title"] == report["title"]

    @pytest.mark.parametrize(
        ("place", "entity_id", "service", "field"),
        [
            ("notify", "notify.phone", "send_message", "message"),
            ("todo", "todo.list", "add_item", "description"),
        ],
    )
    async def test_to_an_entity(
        self, hass, call, hass_admin_user, place, entity_id, service, field
    ):
        """In the name of who asked."""
        calls: list[ServiceCall] = async_mock_service(hass, place, service)
        hass.states.async_set(entity_id, "0")
        context = Context(user_id=hass_admin_user.id)
        report = await call(
            "generate_report", deliver={place: entity_id}, context=context
        )
        assert report["delivered"] == entity_id
        (one,) = calls
        assert one.data["entity_id"] == entity_id
        assert one.data[field] == report["text"]
        assert one.context is context

    async def test_what_does_not_arrive_is_said(self, hass, call):
        """Neither an entity that is not there nor one that fails is passed over."""
        with pytest.raises(DeliveryError, match="no such entity"):
            await call("generate_report", deliver={"todo": "todo.gone"})

        async def fail(_: ServiceCall) -> None:
            raise HomeAssistantError("no paper")

        hass.services.async_register("todo", "add_item", fail)
        hass.states.async_set("todo.list", "0")
        with pytest.raises(DeliveryError, match="no paper"):
            await call("generate_report", deliver={"todo": "todo.list"})

    async def test_to_a_file(self, hass, call):
        """In the folder for reports, in place of the one of before."""
        for name in ("weekly", "weekly.md"):
            report = await call("generate_report", deliver={"file": name})
            path = Path(hass.config.path("action_engine/reports/weekly.md"))
            assert report["delivered"] == str(path)
            assert path.read_text() == report["text"]  # noqa: ASYNC240 - a test may wait
        assert [one.name for one in path.parent.iterdir()] == ["weekly.md"]

    @pytest.mark.parametrize(
        "name",
        ["../x", "/etc/passwd", "a/b", "..", ".md", "a.txt", "a\\b", "a b", "x" * 81],
    )
    async def test_no_other_file_is_written(self, hass, call, name):
        """A name is a name."""
        with pytest.raises(InvalidActionError) as raised:
            await call("generate_report", deliver={"file": name})
        assert raised.value.place == "deliver.file"
        assert not Path(hass.config.path("action_engine")).exists()  # noqa: ASYNC240 - as above

    async def test_a_link_is_replaced_and_not_followed(self, hass, call, tmp_path):
        """What it leads to stays as it is."""
        victim = tmp_path / "victim"
        victim.write_text("mine")
        folder = Path(hass.config.path("action_engine/reports"))
        folder.mkdir(parents=True)  # noqa: ASYNC240 - as above
        (folder / "weekly.md").symlink_to(victim)
        await call("generate_report", deliver={"file": "weekly"})
        assert victim.read_text() == "mine"

    async def test_only_administrators_have_it_delivered(self, hass, call, plain_user):
        """Others take the response."""
        with pytest.raises(Unauthorized):
            await call(
                "generate_report",
                deliver={"file": "weekly"},
                context=Context(user_id=plain_user.id),
            )
        assert not Path(hass.config.path("action_engine")).exists()  # noqa: ASYNC240 - as above
