"""Ways around the gate that callers who are not trusted do not have."""

from dataclasses import replace

import pytest

from custom_components.action_engine.engine.gate.case import Case
from custom_components.action_engine.engine.gate.risks import assess
from custom_components.action_engine.engine.gate.rules.out_of_reach import check
from custom_components.action_engine.engine.model.caller import Caller, CallerKind
from custom_components.action_engine.engine.model.impact import Asked
from custom_components.action_engine.engine.model.policy import AGENTS

BLAST = (
    *("homeassistant.restart", "homeassistant.stop", "homeassistant.set_location"),
    *("hassio.host_reboot", "shell_command.anything", "rest_command.send"),
    *("python_script.run", "pyscript.run", "backup.create", "recorder.purge"),
    *("mqtt.publish", "conversation.process", "file.read_file"),
    *("downloader.download_file", "action_engine.approve", "action_engine.run"),
    *("event", "native"),
)


def case_of(action, *, allowed=("*",), trusted=False, opened_from=None):
    """Return the case of one call by an agent."""
    asked = Asked(place="0", action=action, opened_from=opened_from)
    return Case(
        policy=replace(AGENTS, allowed_actions=allowed, trusted=trusted),
        caller=Caller(kind=CallerKind.AGENT),
        weigh=lambda: assess((asked,)),
    )


@pytest.mark.parametrize("action", BLAST)
def test_e05_what_blasts_is_out_of_reach(action):
    """Everything may be allowed, and these are still not meant."""
    assert check(case_of(action)).code == "out_of_reach"
    assert check(case_of(action, allowed=("*.*",))) is not None


@pytest.mark.parametrize("action", [one for one in BLAST if "." in one])
def test_who_names_it_means_it(action):
    """By its full name, or by its whole domain; a trusted caller needs neither."""
    domain = action.partition(".")[0]
    assert check(case_of(action, allowed=(action,))) is None
    assert check(case_of(action, allowed=(f"{domain}.*",))) is None
    assert check(case_of(action, trusted=True)) is None


def test_usual_things_are_in_reach():
    """Other rules look at them."""
    assert check(case_of("light.turn_on")) is None
    assert check(case_of("lock.unlock")) is None


@pytest.mark.parametrize("service", ["remember", "recall", "forget", "Recall"])
def test_facts_are_in_reach(service):
    """They are the caller's own; who does not want that denies them by name."""
    assert check(case_of(f"action_engine.{service}")) is None


def test_what_a_script_of_the_home_holds_was_put_there_on_purpose():
    """The script itself is asked for, not what is inside."""
    case = case_of("rest_command.send", opened_from="script.alarm")
    assert check(case) is None
