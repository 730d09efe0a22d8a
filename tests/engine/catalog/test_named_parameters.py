"""What a caller may give a named action."""

from math import inf

import pytest

from custom_components.action_engine.engine.catalog.builtin import BUILTINS
from custom_components.action_engine.engine.catalog.parameters import validate
from custom_components.action_engine.engine.catalog.selecting import check_value
from custom_components.action_engine.engine.errors import InvalidActionError

ACTIONS = {action.name: action for action in BUILTINS}


def test_seed_names_are_understood():
    """The words of the first examples come to the names of the fields."""
    given = {
        "lista": "todo.work",
        "titulo": "Investigar anomalía en ventas Q4",
        "descripcion": "Anomalía detectada",
        "prioridad": "alta",
    }
    assert validate(ACTIONS["create_task"], given) == {
        "list": "todo.work",
        "title": "Investigar anomalía en ventas Q4",
        "description": "Anomalía detectada",
        "priority": "high",
    }


def test_defaults_are_filled_in():
    """What has a default and is not given has it."""
    given = {"mensaje": "Hola", "titulo": "Alerta", "tipo": "warning"}
    assert validate(ACTIONS["send_notification"], given) == {
        "message": "Hola",
        "title": "Alerta",
        "type": "warning",
    }
    assert validate(ACTIONS["send_notification"], {"message": "x"})["type"] == "info"


@pytest.mark.parametrize(
    ("name", "data", "place", "words"),
    [
        ("create_task", {"list": "todo.a"}, "data/title", "nothing"),
        ("create_task", {"list": "light.a", "title": "x"}, "data/list", "entity"),
        ("create_task", {"list": "todo.a", "title": 7}, "data/title", "text"),
        ("create_task", {"list": "todo.a", "titel": "x"}, "data/titel", "title"),
        (
            "create_task",
            {"list": "todo.a", "title": "x", "titulo": "y"},
            "data/title",
            "one name",
        ),
        (
            "create_task",
            {"list": "todo.a", "title": "x", "priority": "soon"},
            "data/priority",
            "select",
        ),
        ("send_email", {"recipient": "a@b.c"}, "data/template", "exactly one"),
        (
            "update_inventory",
            {"entity": "counter.a", "amount": 1, "change": 1},
            "data/amount",
            "exactly one",
        ),
        (
            "update_inventory",
            {"entity": "counter.a", "amount": "many"},
            "data/amount",
            "number",
        ),
        ("mark_introduction_complete", {"x": 1}, "data/x", "no parameters"),
        ("create_task", ["x"], "data", "by name"),
    ],
)
def test_errors_name_the_place(name, data, place, words):
    """What is unknown, missing or wrong is refused where it stands."""
    with pytest.raises(InvalidActionError) as error:
        validate(ACTIONS[name], data)
    assert error.value.place == place
    assert words in f"{error.value.came} {error.value.expected}"


@pytest.mark.parametrize("value", ["{{ 1 }}", "${{ title }}", "{% if x %}{% endif %}"])
def test_what_the_run_fills_in_is_left_to_it(value):
    """A template or a reference is handed on, whatever the field takes."""
    given = {"entity": "counter.a", "amount": value}
    assert validate(ACTIONS["update_inventory"], given)["amount"] == value


def test_whole_numbers_stay_whole():
    """A value that is valid keeps its form; a text with a number becomes one."""
    given = {"entity": "counter.a", "amount": 5}
    assert repr(validate(ACTIONS["update_inventory"], given)["amount"]) == "5"
    given["amount"] = "5"
    assert validate(ACTIONS["update_inventory"], given)["amount"] == 5.0


def test_settings_stand_in_for_what_is_not_given():
    """What the owner has chosen for the home counts, and what is given counts more."""
    action = ACTIONS["create_task"].with_settings({"list": "todo.home", "odd": 1})
    assert validate(action, {"title": "x"})["list"] == "todo.home"
    given = {"title": "x", "list": "todo.work"}
    assert validate(action, given)["list"] == "todo.work"
    assert action.as_dict()["fields"]["list"]["required"] is False
    assert "odd" not in action.settings


def test_a_selector_keeps_numbers_that_json_has_not():
    """A range without an end stays one, however often it is looked at."""
    endless = {"number": {"min": 0, "max": inf, "mode": "box"}}
    assert check_value(endless, 10**9) == 10**9
    with pytest.raises(ValueError, match="small"):
        check_value(endless, -1)


def test_selectors_with_other_settings_are_others():
    """What is kept of one selector says nothing about the next."""
    for most in (5, 50):
        narrow = {"number": {"min": 0, "max": most}}
        assert check_value(narrow, most) == most
        with pytest.raises(ValueError, match="large"):
            check_value(narrow, most + 1)
