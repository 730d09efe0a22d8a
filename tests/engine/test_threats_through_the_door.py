"""Threats that are met by more than one room of the engine, named as in the docs."""

import ast
from pathlib import Path

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.exceptions import HomeAssistantError

from custom_components import action_engine
from custom_components.action_engine.engine.errors import RequestError
from custom_components.action_engine.engine.gate.judge import judge
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate.cases import asked, case
from tests.engine.gate_home import FREE, LAMP, GateHome

PACKAGE = Path(action_engine.__file__).parent
MARKUP = "<img src=x onerror=alert(1)>[yes](https://evil.invalid)"


@pytest.fixture
async def home(hass):
    """Return a home in which an agent may do what is not critical."""
    home = GateHome(hass)
    await home.open()
    home.judge_by(HOUSEHOLD, FREE)
    yield home
    await home.engine.stop()


async def test_e10_a_code_is_in_no_file_and_no_log(hass, home, caplog):
    """It reaches the lock, and nothing that stays."""
    reached = []

    async def unlock(call):
        reached.append(call.data["code"])
        raise HomeAssistantError(f"wrong code {call.data['code']}")

    hass.services.async_register("lock", "unlock", unlock)
    step = {
        "action": "lock.unlock",
        "target": {"entity_id": "lock.front"},
        "data": {"code": "739182"},
        "retry": False,
    }
    heard = async_capture_events(hass, "action_engine_execution")
    execution = await home.ask(step, as_=None)
    await home.restart()
    account = await home.engine.record.get(execution.id)
    assert reached == ["739182"]
    for told in (account, caplog.text, [event.data for event in heard]):
        assert "739182" not in str(told)
    assert b"739182" not in written(Path(hass.config.config_dir))


def written(folder):
    """Return all that is in the files of the journal."""
    files = folder.glob("action_engine.db*")
    return b"".join(file.read_bytes() for file in files)


@pytest.mark.parametrize(
    "text",
    [
        "- action: !env_var SUPERVISOR_TOKEN",
        "- action: !include /etc/passwd",
        "- action: !secret door",
        "- action: !!python/object/apply:os.system ['true']",
        "a: &a [x, x]\nb: [*a, *a]",
        "- action: light.turn_on\n  action: lock.unlock",
        "- " * 400 + "x",
        "x" * 200_000,
    ],
    ids=["env", "include", "secret", "python", "alias", "twice", "deep", "long"],
)
async def test_e11_text_is_read_and_does_nothing(home, text):
    """What is no plain list of actions is refused before anything is made of it."""
    with pytest.raises(RequestError):
        await home.ask_yaml(text)


@pytest.mark.parametrize(
    "action", ["rest_command.x", "downloader.download_file", "shell_command.curl"]
)
async def test_e12_an_agent_fetches_no_address(hass, home, action):
    """Neither one of the local network nor any other one."""
    hass.services.async_register(*action.split("."), lambda _: None)
    data = {"url": "http://172.30.32.2/supervisor"}
    execution = await home.ask({"action": action, "data": data})
    assert execution.verdict.decided_by == "out_of_reach"


def test_e12_only_webhooks_open_a_connection():
    """In one module, which judges each address; nothing else asks a server."""
    opening = {
        "ClientSession",
        "TCPConnector",
        "async_create_clientsession",
        "async_get_clientsession",
        "urlopen",
        "create_connection",
    }
    found = set()
    for path in PACKAGE.rglob("*.py"):
        names = {
            getattr(node, "id", getattr(node, "attr", None))
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Call | ast.Name | ast.Attribute)
        }
        found |= {path.stem} if names & opening else set()
    # The other one names the type of what it is handed.
    assert found == {"connecting", "sending"}


async def test_e17_what_an_asker_writes_is_nobodys_reason(home):
    """Its markup is a value where its words are shown, and nowhere else."""
    step = {**LAMP, "data": {MARKUP: "{{ 1 }}"}}
    execution = await home.ask(step, name=MARKUP)
    verdict = execution.verdict
    assert verdict.decided_by == "literal"
    assert MARKUP not in str([one.finding.text for one in verdict.reasons])
    assert "<img" not in verdict.reason


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), AssertionError()])
async def test_e22_a_service_may_raise_what_it_likes(hass, home, error):
    """The run fails, and the next one runs."""

    async def odd(_call):
        raise error

    hass.services.async_register("test", "odd", odd)
    assert (await home.ask({"action": "test.odd", "retry": False})).state == "failed"
    assert (await home.ask(LAMP)).state == "success"


def test_e22_a_rule_that_breaks_denies():
    """An error in a check is never a way through it."""

    def broken(_case):
        raise RuntimeError

    verdict = judge(case(asked()), (("broken", broken),))
    assert verdict.decision == "deny"
