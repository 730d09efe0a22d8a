"""Which named actions there are, and what a step that names one becomes."""

import json

import pytest

from custom_components.action_engine.engine.catalog.builtin import BUILTINS
from custom_components.action_engine.engine.catalog.catalog import Catalog
from custom_components.action_engine.engine.catalog.reading import read_action
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.impact import Reversible, Risk
from custom_components.action_engine.engine.model.named_action import Offer

CALL = {"action": "light.turn_on", "target": {"entity_id": "light.a"}}


def offer(name, source="subentry:1", **raw):
    """Return an entry with one call."""
    return Offer(name=name, source=source, raw={"sequence": [CALL], **raw})


@pytest.fixture
def catalog():
    """Return a catalog with nothing but what is built in."""
    return Catalog()


def test_what_is_built_in_is_always_there(catalog):
    """Twelve actions, each with a version of its own and a reason for its rollback."""
    assert [action.name for action in catalog.all()] == sorted(
        action.name for action in BUILTINS
    )
    assert len({action.version for action in catalog.all()}) == len(BUILTINS) == 12
    assert all(action.rollback.why for action in catalog.all())
    assert catalog.problems == ()
    json.dumps([action.as_dict() for action in catalog.all()])


def test_own_entries_join_and_leave(catalog):
    """The entries of one kind take the place of those that it had before."""
    heard = []
    forget = catalog.on_change(lambda: heard.append(len(catalog.all())))
    catalog.offer("subentry", [offer("greet"), offer("wave", "subentry:2")])
    assert catalog.counts() == {
        "builtin": 12,
        "subentry": 2,
        "script": 0,
        "platform": 0,
    }
    catalog.offer("subentry", [offer("wave", "subentry:2")])
    assert not catalog.knows("greet")
    assert catalog.knows("wave")
    assert heard == [14, 13]
    catalog.offer("subentry", [offer("wave", "subentry:2")])
    assert heard == [14, 13], "nothing has changed"
    forget()
    catalog.offer("subentry", [])
    assert heard == [14, 13]


def test_built_in_names_cannot_be_taken(catalog):
    """Who comes later with a name that is taken does not count, and it is said."""
    catalog.offer("platform", [offer("greet", "platform:x")])
    catalog.offer("subentry", [offer("create_task"), offer("greet", "subentry:2")])
    assert catalog.get("create_task").source == "builtin"
    assert catalog.get("greet").source == "subentry:2"
    assert {(one.source, one.reason) for one in catalog.problems} == {
        ("subentry:1", "the name is taken by builtin"),
        ("platform:x", "the name is taken by subentry:2"),
    }


def test_circles_are_found(catalog):
    """Actions that lead to themselves do not count; those that lead to them do."""
    catalog.offer(
        "subentry",
        [
            offer("a", "subentry:a", sequence=[{"if": "x", "then": [{"tool": "b"}]}]),
            offer("b", "subentry:b", sequence=[{"action": "A"}]),
            offer("c", "subentry:c", sequence=[{"action": "create_task"}]),
            offer("d", "subentry:d", sequence=[{"action": "d"}]),
        ],
    )
    assert [name for name in "abcd" if catalog.knows(name)] == ["c"]
    assert {one.name for one in catalog.problems} == set("abd")


@pytest.mark.parametrize(
    ("name", "raw", "place"),
    [
        ("Greet", {}, "name"),
        ("light.on", {}, "name"),
        ("x" * 65, {}, "name"),
        ("greet", {"sequence": []}, "sequence"),
        ("greet", {"sequence": ["x"]}, "sequence"),
        ("greet", {"impact": "huge"}, "impact"),
        ("greet", {"requires_approval": "no"}, "requires_approval"),
        ("greet", {"activ": True}, "activ"),
        ("greet", {"title": " "}, "title"),
        ("greet", {"fields": {"a": {"selector": {"odd": {}}}}}, "fields/a/selector"),
        ("greet", {"fields": {"a b": {}}}, "fields/a b"),
        ("greet", {"fields": {"a": {"typ": 1}}}, "fields/a/typ"),
        (
            "greet",
            {"fields": {"a": {"selector": {"boolean": {}}, "default": "maybe"}}},
            "fields/a/default",
        ),
        (
            "greet",
            {"rollback": {"supported": "sure", "why": "x"}},
            "rollback/supported",
        ),
        ("greet", {"either": ["a"]}, "either"),
        ("greet", {"either": [["a", "b"]]}, "either"),
    ],
)
def test_entries_are_read_without_goodwill(catalog, name, raw, place):
    """What cannot be meant does not count, and where it is wrong is said."""
    catalog.offer("subentry", [offer(name, **raw)])
    assert len(catalog.all()) == 12
    (problem,) = catalog.problems
    assert problem.reason.startswith(f"{place}: ")


def test_an_entry_without_a_sequence_is_refused(catalog):
    """There is nothing that it could do."""
    catalog.offer("subentry", [Offer(name="greet", source="subentry:1", raw={})])
    assert "sequence" in catalog.problems[0].reason


def test_rollback_steps_belong_to_the_whole():
    """What an author wrote as the way back is that of all his steps."""
    action = read_action(
        "greet", {"sequence": [CALL], "rollback": [CALL]}, "subentry:1"
    )
    assert action.sequence == ({"sequence": [CALL], "rollback": [CALL]},)
    assert action.rollback.supported is Reversible.YES
    action = read_action("greet", {"sequence": [CALL], "rollback": []}, "subentry:1")
    assert action.sequence == (CALL,)
    assert action.rollback.supported is Reversible.PARTLY


def test_the_version_is_that_of_what_is_done():
    """Other words for people change nothing, another step does."""
    one = read_action("greet", {"sequence": [CALL]}, "subentry:1")
    same = read_action("greet", {"sequence": [CALL], "title": "Hi"}, "subentry:2")
    other = read_action("greet", {"sequence": [CALL, CALL]}, "subentry:1")
    assert one.version == same.version != other.version


def test_a_step_becomes_a_block(catalog):
    """The block has what the author of the step wrote, and what the catalog knows."""
    step = {
        "data": {"titulo": "Buy milk", "list": "todo.home"},
        "id": "task",
        "depends_on": ["a"],
        "response_variable": "answer",
        "metadata": {},
        "continue_on_error": True,
    }
    block = catalog.expand("create_task", step, "2")
    assert block["catalog"] == "create_task"
    assert block["data"] == {"title": "Buy milk", "list": "todo.home"}
    assert block["impact"] == "low"
    assert block["requires_approval"] is False
    assert block["version"] == catalog.get("create_task").version
    assert block["id"] == "task"
    assert block["depends_on"] == ["a"]
    assert block["response_variable"] == "answer"
    assert block["continue_on_error"] is True
    assert "metadata" not in block
    json.dumps(block)


def test_a_step_becomes_the_same_block_each_time(catalog):
    """A block that comes back with what was asked for is the one that was made."""
    step = {"data": {"message": "Hi", "tipo": "aviso"}}
    block = catalog.expand("send_notification", step, "0")
    again = catalog.expand("send_notification", {"data": block["data"]}, "0")
    assert again == block


def test_what_is_not_given_is_nobody_elses(catalog):
    """A parameter that is missing is None in the block, and its references are gone."""
    block = catalog.expand(
        "create_task", {"data": {"title": "x", "list": "todo.a"}}, "0"
    )
    assert block["known"] == dict.fromkeys(
        ["added", "after", "before", "description", "due", "priority"]
    )
    text = json.dumps(block["sequence"])
    assert "${{description?}}" not in text
    assert "${{due?}}" not in text
    block = catalog.expand(
        "create_task",
        {"data": {"title": "x", "list": "todo.a", "description": "y"}},
        "0",
    )
    assert "${{description?}}" in json.dumps(block["sequence"])


def test_the_name_of_a_service_is_known_before_the_run(catalog):
    """A parameter that names a service stands in the steps as that service."""
    data = {"recipient": "ann@example.org", "message": "Hi", "service": "notify.post"}
    block = catalog.expand("send_email", {"data": data}, "0")
    assert '"tool": "notify.post"' in json.dumps(block["sequence"])
    data["service"] = "{{ 'notify.post' }}"
    with pytest.raises(InvalidActionError) as error:
        catalog.expand("send_email", {"data": data}, "0")
    assert error.value.place == "0: data/service"
    del data["service"]
    block = catalog.expand("send_email", {"data": data}, "0")
    assert "${{service}}" not in json.dumps(block["sequence"])
    assert "It would need service" in json.dumps(block["sequence"])


def test_settings_count_as_soon_as_they_are_set(catalog):
    """What the owner chooses for the home is in the next block."""
    catalog.set_settings({"send_email": {"service": "notify.post"}})
    data = {"recipient": "ann@example.org", "message": "Hi"}
    block = catalog.expand("send_email", {"data": data}, "0")
    assert block["data"]["service"] == "notify.post"


@pytest.mark.parametrize(
    ("name", "step", "place"),
    [
        ("greet", {}, "3"),
        ("create_task", {"target": {}}, "3: target"),
        ("create_task", {"data": {}}, "3: data/list"),
        ("create_task", {"data": "x"}, "3: data"),
    ],
)
def test_a_step_that_cannot_be_meant_is_refused(catalog, name, step, place):
    """The error names the step and the place in it."""
    with pytest.raises(InvalidActionError) as error:
        catalog.expand(name, step, place.partition(":")[0])
    assert error.value.place == place


def test_an_action_that_is_switched_off_does_nothing(catalog):
    """It is known, and cannot be used."""
    catalog.offer("subentry", [offer("greet", active=False)])
    assert catalog.knows("greet")
    with pytest.raises(InvalidActionError, match="switched on"):
        catalog.expand("greet", {}, "0")


def test_blocks_are_copies(catalog):
    """Who changes a block changes nothing in the catalog."""
    catalog.offer("subentry", [offer("greet")])
    block = catalog.expand("greet", {}, "0")
    block["sequence"][0]["target"]["entity_id"] = "lock.a"
    assert catalog.expand("greet", {}, "0")["sequence"] == [CALL]


def test_impact_is_what_its_author_says(catalog):
    """A word for the risk becomes the risk."""
    catalog.offer("subentry", [offer("greet", impact="critical")])
    assert catalog.get("greet").impact is Risk.CRITICAL
