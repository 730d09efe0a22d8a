"""What Home Assistant refuses to who is no administrator, the engine does not lend."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import homeassistant.components
from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.service import async_register_admin_service

from custom_components.action_engine.engine.archive.record import UndoRequest
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import ADULT, GUEST, OWNER, GateHome

CORE = Path(homeassistant.components.__file__).parent
FEWEST = 60
"""Some integrations put their names together; most are found by reading."""


def admin_services() -> list[str]:
    """Return the services in the source of core that only administrators may call."""
    found = set()
    for path in CORE.glob("*/*.py"):
        text = path.read_text()
        if "async_register_admin_service(" in text:
            found.update(_registered(path, ast.parse(text)))
    return sorted(found)


def _registered(path: Path, tree: ast.AST) -> set[str]:
    names = _constants(tree) | _constants_of(path.with_name("const.py"))
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", None))
        if called != "async_register_admin_service" or len(node.args) < 3:
            continue
        service = _text(node.args[2], names)
        if service is not None:
            found.add(f"{path.parent.name}.{service}")
    return found


def _constants_of(path: Path) -> dict[str, str]:
    return _constants(ast.parse(path.read_text())) if path.exists() else {}


def _constants(tree: ast.AST) -> dict[str, str]:
    found = {"SERVICE_RELOAD": "reload"}
    for node in ast.walk(tree):
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        target = node.target if isinstance(node, ast.AnnAssign) else target
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant):
            found[target.id] = str(value.value)
    return found


def _text(node: ast.AST, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return names.get(getattr(node, "id", getattr(node, "attr", "")))


SERVICES = admin_services()


@pytest.fixture
async def home(hass):
    """Return a home in which every admin service of core says when it was reached."""
    home = GateHome(hass)
    home.reached = []

    def register(domain, service):
        async def reach(call):
            home.reached.append((f"{domain}.{service}", call.context.user_id))

        async_register_admin_service(hass, domain, service, reach)

    async def fail(_call):
        raise HomeAssistantError("it always does")

    hass.services.async_register("test", "fail", fail)
    for action in SERVICES:
        register(*action.split("."))
    await home.open()
    home.judge_by(HOUSEHOLD)
    yield home
    await home.engine.stop()


def test_the_source_was_read():
    """The list is not empty because something was moved."""
    assert len(SERVICES) >= FEWEST
    assert {"homeassistant.restart", "automation.reload"} <= set(SERVICES)


@pytest.mark.parametrize("action", SERVICES)
async def test_e04_no_guest_reaches_an_admin_service(home, action):
    """Not directly, not in a block, not in a fallback."""
    call = {"action": action, "retry": False}
    block = {"parallel": [{"sequence": [call]}]}
    remedied = {"action": "test.fail", "retry": False, "fallback": [call]}
    for actions in ([call], [block], [remedied]):
        execution = await home.ask(*actions, as_=GUEST, name=action)
        assert execution.state in ("failed", "denied"), action
    assert home.reached == []
    await home.ask(call, as_=OWNER)
    assert home.reached == [(action, OWNER)]


RESTART = {"action": "homeassistant.restart", "retry": False}


async def test_e04_an_approval_lends_nobody_rights(home):
    """An administrator agrees, and it still runs with the rights of who has asked."""
    policy = replace(
        HOUSEHOLD, approval_required=True, approvers=frozenset({OWNER, ADULT})
    )
    home.judge_by(policy)
    execution = await home.ask(RESTART, as_=GUEST)
    await home.approve(home.question, as_=OWNER)
    await home.approve(home.question, as_=ADULT)
    await home.idle()
    assert await home.state(execution) == "failed"
    assert home.reached == []


async def test_e20_an_undo_lends_nobody_rights(home):
    """What undoes a step runs with the rights of who wants it undone."""
    execution = await home.ask(
        {"action": "light.turn_on", "rollback": [RESTART]}, as_=OWNER
    )
    request = UndoRequest(execution_id=execution.id, context=Context(user_id=GUEST))
    await home.engine.record.rollback(request)
    assert home.reached == []
