"""What the user interface is told about the actions, against what they take."""

from dataclasses import fields

import pytest

from homeassistant.helpers.selector import validate_selector
from homeassistant.helpers.service import async_get_all_descriptions

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.desk_fields import (
    ASK_FIELDS,
    PLAN_FIELDS,
    PROCESS_FIELDS,
)
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.report import ReportKind
from custom_components.action_engine.engine.model.request import (
    Mode,
    OnFailure,
    Priority,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.undo import Conflict
from custom_components.action_engine.engine.model.webhook import METHODS
from custom_components.action_engine.fact_fields import (
    FORGET_FIELDS,
    RECALL_FIELDS,
    REMEMBER_FIELDS,
)
from custom_components.action_engine.gate_fields import (
    APPROVE_FIELDS,
    ASSESS_FIELDS,
    CIRCUIT_FIELDS,
    GRANT_FIELDS,
    REJECT_FIELDS,
)
from custom_components.action_engine.outside_fields import (
    MESSAGE_FIELDS,
    WEBHOOK_FIELDS,
)
from custom_components.action_engine.record_fields import (
    LIST_FIELDS,
    LONGEST_PAGE,
    PURGE_FIELDS,
    RESOLVE_FIELDS,
    ROLLBACK_FIELDS,
)
from custom_components.action_engine.report_fields import DELIVERY_FIELDS, REPORT_FIELDS
from custom_components.action_engine.request_fields import (
    AGENT_FIELDS,
    ID_FIELDS,
    RUN_FIELDS,
    VALIDATE_FIELDS,
)
from custom_components.action_engine.services import SERVICES
from custom_components.action_engine.tool_fields import CALL_TOOL_FIELDS
from tests.face.package_files import fields_of, sections_of, services

TAKEN = {
    "run": RUN_FIELDS,
    "validate": VALIDATE_FIELDS,
    "cancel": ID_FIELDS,
    "pause": ID_FIELDS,
    "resume": ID_FIELDS,
    "cancel_all": (),
    "repeat_last": (),
    "get_execution": ID_FIELDS,
    "list_executions": LIST_FIELDS,
    "repeat": ID_FIELDS,
    "retry_from": ID_FIELDS,
    "resolve": RESOLVE_FIELDS,
    "rollback": ROLLBACK_FIELDS,
    "verify_journal": (),
    "purge": PURGE_FIELDS,
    "assess": ASSESS_FIELDS,
    "approve": APPROVE_FIELDS,
    "reject": REJECT_FIELDS,
    "list_approvals": (),
    "list_grants": (),
    "revoke_grant": GRANT_FIELDS,
    "panic_stop": (),
    "lift_panic": (),
    "list_circuits": (),
    "reset_circuit": CIRCUIT_FIELDS,
    "list_actions": (),
    "run_plan": PLAN_FIELDS,
    "process_response": PROCESS_FIELDS,
    "ask": ASK_FIELDS,
    "remember": REMEMBER_FIELDS,
    "recall": RECALL_FIELDS,
    "forget": FORGET_FIELDS,
    "call_webhook": WEBHOOK_FIELDS,
    "generate_report": REPORT_FIELDS,
    "render_message": MESSAGE_FIELDS,
    "call_tool": CALL_TOOL_FIELDS,
}


def test_every_action_is_described():
    """Neither one that is not there, nor one that nobody finds."""
    assert services().keys() == SERVICES.keys() == TAKEN.keys()


@pytest.mark.parametrize("name", TAKEN)
def test_fields_are_those_that_are_read(name):
    """A field that is described is read, and a field that is read is described."""
    assert set(fields_of(services()[name])) == set(TAKEN[name])


@pytest.mark.parametrize("name", TAKEN)
def test_fields_have_selector_and_example(name):
    """So that the action reads well in the developer tools."""
    for field in fields_of(services()[name]).values():
        assert "example" in field
        validate_selector(field["selector"])


def test_sections_do_not_hide_a_field():
    """A section has a name of its own, and is folded up."""
    run = services()["run"]
    assert sections_of(run).isdisjoint(RUN_FIELDS)
    for section in sections_of(run):
        assert run["fields"][section]["collapsed"] is True


def test_choices_are_those_of_the_model():
    """In the order in which the model has them."""
    assert choices("run", "priority") == [one.name.lower() for one in Priority]
    for name, field, kind in (
        ("run", "mode", Mode),
        ("run", "on_failure", OnFailure),
        ("list_executions", "states", ExecutionState),
        ("resolve", "decision", Verdict),
        ("rollback", "conflict", Conflict),
        ("generate_report", "kind", ReportKind),
    ):
        assert choices(name, field) == [one.value for one in kind]
    methods = choices("call_webhook", "method")
    assert tuple(one.upper() for one in methods) == METHODS


def choices(name, field):
    """Return what a field of an action offers."""
    return fields_of(services()[name])[field]["selector"]["select"]["options"]


def test_the_longest_page_is_offered():
    """The form knows the limit."""
    limit = fields_of(services()["list_executions"])["limit"]["selector"]["number"]
    assert limit["max"] == LONGEST_PAGE


def test_retry_offers_every_field_of_the_policy():
    """And no other."""
    offered = fields_of(services()["run"])["retry"]["selector"]["object"]["fields"]
    assert set(offered) == {field.name for field in fields(RetryPolicy)}


def test_agent_offers_every_part_of_one():
    """And no other."""
    for name in ("run", "assess"):
        agent = fields_of(services()[name])["agent"]["selector"]["object"]
        assert tuple(agent["fields"]) == AGENT_FIELDS


def test_a_report_can_be_delivered_to_every_place():
    """And to no other."""
    deliver = fields_of(services()["generate_report"])["deliver"]["selector"]["object"]
    assert tuple(deliver["fields"]) == DELIVERY_FIELDS


@pytest.mark.usefixtures("entry")
async def test_home_assistant_reads_the_file(hass):
    """The descriptions reach the frontend."""
    descriptions = (await async_get_all_descriptions(hass))[DOMAIN]
    assert descriptions.keys() == SERVICES.keys()
    assert descriptions["run"]["response"] == {"optional": True}
    assert descriptions["validate"]["response"] == {"optional": False}
    assert "retry" in descriptions["run"]["fields"]["retrying"]["fields"]
