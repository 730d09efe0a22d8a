"""What people are shown of a question: bounded, written as it was asked, and changeable."""

import yaml

from homeassistant.core import Context
from homeassistant.helpers.template import Template

from custom_components.action_engine.engine.gatehouse.bounding import (
    LONGEST,
    MORE,
    MOST_MEMBERS,
    bounded,
)
from custom_components.action_engine.engine.gatehouse.proposal import (
    actions_of,
    as_yaml,
)
from custom_components.action_engine.engine.gatehouse.written import as_text, written
from custom_components.action_engine.engine.intake.yaml_text import load_yaml
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.pinned import Pinned
from custom_components.action_engine.engine.model.reference import Joined, Reference
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.settings import RunSettings


def pinned(draft, **given):
    """Return a request that waits."""
    source = Source(kind=SourceKind.ACTIONS, value=draft.actions)
    request = Request(source=source, context=Context(), **given)
    return Pinned(draft=draft, request=request, settings=RunSettings())


def test_what_is_small_stays_as_it_is():
    """Of any type that JSON has."""
    value = {"a": [1, 2.5, None, True, {"b": "x" * LONGEST}]}
    assert bounded(value) == value


def test_what_is_large_is_cut_and_marked():
    """Long texts, many members, and what lies deep."""
    assert bounded("x" * (LONGEST + 1)) == "x" * LONGEST + MORE
    assert bounded(list(range(MOST_MEMBERS + 3)))[-1] == f"{MORE} +3"
    many = bounded({str(n): n for n in range(MOST_MEMBERS + 3)})
    assert (len(many), many[MORE]) == (MOST_MEMBERS + 1, "+3")
    deep = value = {}
    for _ in range(50):
        value["in"] = value = {}
    assert MORE in str(bounded(deep))
    assert len(str(bounded(deep))) < 100


def test_templates_and_references_are_texts(hass):
    """Wherever they stand."""
    later = Template("{{ 1 }}", hass)
    reference = Reference("out", ("x",))
    config = {
        "data_template": {"old": later},
        "data": {"new": [later, reference], "both": Joined(("a ", reference))},
        "target": {"entity_id": "light.hall"},
    }
    assert written(config) == {
        "old": "{{ 1 }}",
        "new": ["{{ 1 }}", "${{out.x}}"],
        "both": "a ${{out.x}}",
    }
    assert written({"data": later}) == {"data": "{{ 1 }}"}
    assert as_text({1: (later,)}) == {"1": ["{{ 1 }}"]}


def test_a_proposal_reads_back_as_what_it_was():
    """Words that YAML takes for something else, and parts that are used twice."""
    part = {"entity_id": "light.hall"}
    actions = [
        {"action": "a.b", "target": part, "data": {"on": "off", "no": "1e3", "x": "~"}},
        {"action": "a.c", "target": part, "data": {"text": "a: b # c\nd", "z": None}},
    ]
    text = as_yaml(actions)
    assert load_yaml(text) == actions
    assert "&" not in text
    assert yaml.safe_load(text) == actions


def test_variables_come_first_unless_they_mean_nothing_elsewhere():
    """What an automation is given by its trigger is nobody else's."""
    draft = Draft(
        actions=[{"stop": "x"}],
        variables={"own": 1},
        defaults={"this": {}, "trigger": {}},
        entity_id="automation.a",
    )
    assert actions_of(pinned(draft, variables={"given": 2})) == [
        {"variables": {"own": 1, "given": 2}},
        {"stop": "x"},
    ]
    assert actions_of(pinned(Draft(actions=[{"stop": "x"}]))) == [{"stop": "x"}]
