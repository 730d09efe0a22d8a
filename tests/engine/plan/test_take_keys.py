from copy import deepcopy

import pytest

from homeassistant.helpers import config_validation as cv

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.step_keys import (
    NO_KEYS,
    ExpectKey,
    StepKeys,
)
from custom_components.action_engine.engine.plan.keys import (
    ENGINE_KEYS,
    FITTING,
    take_keys,
)

CALL = {"action": "light.turn_on", "target": {"entity_id": "light.lamp"}}
STEPS = {
    "call_service": CALL,
    "scene": {"scene": "scene.evening"},
    "device": {"device_id": "abc", "domain": "light", "type": "turn_on"},
    "choose": {"choose": [], "default": []},
    "if": {"if": [], "then": []},
    "parallel": {"parallel": []},
    "repeat": {"repeat": {"count": 2, "sequence": []}},
    "sequence": {"sequence": []},
    "try": {"try": [], "catch": []},
    "graph": {"graph": []},
    "catalog": {"catalog": "greet", "sequence": []},
    "tool": {"tool": "test.do"},
    "delay": {"delay": 1},
    "event": {"event": "done"},
    "set_conversation_response": {"set_conversation_response": "done"},
    "stop": {"stop": "done"},
    "variables": {"variables": {"retry": 3}},
    "wait_for_trigger": {"wait_for_trigger": [{"trigger": "sun", "id": "sun"}]},
    "wait_template": {"wait_template": "{{ true }}"},
    "condition": {"condition": "trigger"},
}
VALUES = {
    "id": "lamp",
    "retry": 2,
    "expect": "auto",
    "idempotent": True,
    "remedy": [{"delay": 1}],
    "fallback": {"event": "failed"},
    "rollback": [{"event": "undone"}],
}


def test_every_action_type_of_home_assistant_has_a_row():
    """Home Assistant's sixteen types and the engine's own blocks are in the table."""
    assert set(FITTING) == set(cv.ACTION_TYPE_SCHEMAS) | {
        "try",
        "graph",
        "tool",
        "catalog",
    }
    assert set(STEPS) == set(FITTING)


def test_a_step_without_keys_costs_no_record():
    """The usual step gets the shared empty record, and a copy of its own."""
    rest, keys = take_keys(CALL, "0")
    assert keys is NO_KEYS
    assert rest == CALL
    assert rest is not CALL


def test_all_keys_of_a_call_are_taken():
    """What is left is what Home Assistant knows, what is taken is read."""
    step = CALL | VALUES
    before = deepcopy(step)
    rest, keys = take_keys(step, "0")
    assert rest == CALL
    assert step == before
    assert keys == StepKeys(
        id="lamp",
        retry={"max_retries": 2},
        expect=ExpectKey(auto=True),
        idempotent=True,
        remedy=[{"delay": 1}],
        fallback=[{"event": "failed"}],
        rollback=[{"event": "undone"}],
    )


@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("key", VALUES)
def test_a_key_is_taken_left_or_refused_as_the_table_says(kind, key):
    """No key is ever ignored: it is the engine's, Home Assistant's, or an error."""
    step = STEPS[kind] | {key: VALUES[key]}
    if key in FITTING[kind]:
        rest, keys = take_keys(step, "3")
        assert rest == STEPS[kind]
        assert getattr(keys, key) is not None
    elif key == "id":
        assert kind in ("condition", "device")
        assert take_keys(step, "3") == (step, NO_KEYS)
    else:
        with pytest.raises(InvalidActionError) as caught:
            take_keys(step, "3")
        assert caught.value.place == f"3: {key}"
        assert caught.value.expected.startswith(f"no {key} here, it belongs to")


@pytest.mark.parametrize(
    ("kind", "key", "others"),
    [
        ("delay", "retry", "actions, scenes and device actions"),
        ("delay", "rollback", "actions, scenes, device actions and blocks"),
    ],
)
def test_a_misplaced_key_is_told_where_it_belongs(kind, key, others):
    """The author learns which steps take the key."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys(STEPS[kind] | {key: VALUES[key]}, "0")
    assert caught.value.expected == f"no {key} here, it belongs to {others}"


def test_keys_inside_data_and_triggers_stay():
    """Only the top level of a step is looked at."""
    step = CALL | {"data": {"id": 1, "retry": 2, "expect": 3}}
    assert take_keys(step, "0") == (step, NO_KEYS)
    assert take_keys(STEPS["wait_for_trigger"], "0")[1] is NO_KEYS


def test_a_device_action_keeps_its_own_extras():
    """The id belongs to the integration, the rest of the engine's keys is taken."""
    step = STEPS["device"] | {"id": "abc", "entity_id": "light.lamp", "retry": False}
    rest, keys = take_keys(step, "0")
    assert rest == STEPS["device"] | {"id": "abc", "entity_id": "light.lamp"}
    assert keys == StepKeys(retry={"max_retries": 0})


def test_an_action_type_of_the_future_keeps_everything(monkeypatch):
    """A type that the table does not have may own any key."""
    monkeypatch.setitem(cv.ACTIONS_MAP, "teleport", "teleport")
    monkeypatch.setattr(cv, "ACTIONS_SET", {*cv.ACTIONS_SET, "teleport"})
    step = {"teleport": "home", "id": 5, "retry": "often"}
    assert take_keys(step, "0") == (step, NO_KEYS)


def test_what_is_no_action_is_refused_with_its_place():
    """Keys of the engine alone do not make a step."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys({"retry": 3}, "1/then/0")
    assert caught.value.place == "1/then/0"


@pytest.mark.parametrize(("given", "taken"), [("a", "a"), (" a b ", "a b"), (7, "7")])
def test_an_id_is_a_short_text(given, taken):
    """A number is as good as a text."""
    assert take_keys(CALL | {"id": given}, "0")[1].id == taken


@pytest.mark.parametrize(
    ("key", "value", "came", "expected"),
    [
        ("id", "", "''", "a text of 1 to 64 characters"),
        ("id", True, "True", "a text of 1 to 64 characters"),
        ("id", ["a"], "['a']", "a text of 1 to 64 characters"),
        ("idempotent", "yes", "'yes'", "true or false"),
        ("idempotent", None, "None", "true or false"),
        ("remedy", [], "[]", "an action or a list of actions"),
        (
            "fallback",
            "light.turn_on",
            "'light.turn_on'",
            "an action or a list of actions",
        ),
        (
            "rollback",
            [{"delay": 1}, 2],
            "[{'delay': 1}, 2]",
            "an action or a list of actions",
        ),
    ],
)
def test_a_wrong_value_names_its_place(key, value, came, expected):
    """Place, what came and what was expected are all there."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys(CALL | {key: value}, "2/choose/0/sequence/1")
    assert caught.value.place == f"2/choose/0/sequence/1: {key}"
    assert (caught.value.came, caught.value.expected) == (came, expected)


def test_an_id_that_is_too_long_is_refused():
    """An id is a name, not a text."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys(CALL | {"id": "x" * 65}, "0")
    assert caught.value.place == "0: id"


def test_errors_of_inner_fields_carry_the_path_of_the_step():
    """The field is added after the key."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys(CALL | {"retry": {"max_retries": 101}}, "2/choose/0/sequence/1")
    assert caught.value.place == "2/choose/0/sequence/1: retry.max_retries"
    assert caught.value.came == "101"
    assert caught.value.expected == "a whole number from 0 to 100"


def test_a_remedy_without_retries_is_refused():
    """It would never run."""
    with pytest.raises(InvalidActionError) as caught:
        take_keys(CALL | {"retry": False, "remedy": [{"delay": 1}]}, "4")
    assert caught.value.place == "4: remedy"


@pytest.mark.parametrize("retry", [None, {}, {"retry": 1}, {"retry": {"jitter": 0}}])
def test_a_remedy_fits_any_other_policy(retry):
    """A policy that comes from elsewhere may bring the retries."""
    keys = take_keys(CALL | {"remedy": [{"delay": 1}]} | (retry or {}), "4")[1]
    assert keys.remedy == [{"delay": 1}]


def test_the_table_speaks_of_the_engines_keys_only():
    """No row takes a key that nobody reads."""
    assert frozenset().union(*FITTING.values()) == ENGINE_KEYS == set(VALUES)
