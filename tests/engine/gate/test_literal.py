from hypothesis import given, strategies as st
import pytest

from homeassistant.helpers.template import Template, is_template_string

from custom_components.action_engine.engine.gate.literal import (
    is_template,
    templates_in,
)

NASTY = "{{ states('lock.front') }}"


@pytest.mark.parametrize("mark", ["{{ x }}", "{% if x %}", "a {# x #}", "{{"])
def test_e02_every_mark_of_a_template_is_found(mark):
    """Also one that is never closed: it would be an error, and not a text."""
    assert templates_in([{"data": {"message": mark}}]) == ("0/data/message",)


def test_e02_templates_are_found_anywhere():
    """In keys and values, in lists in lists, in conditions and in engine keys."""
    actions = [
        {"action": NASTY},
        {"data": {NASTY: 1, "list": [[0, (NASTY,)]], "set": {NASTY}}},
        {"if": NASTY, "then": [{"delay": {"seconds": NASTY}}]},
        NASTY,
        {"rollback": [{"enabled": NASTY}], "fine": "{ not one }"},
    ]
    assert templates_in(actions) == (
        "0/action",
        "1/data/?",
        "1/data/list/0/1/0",
        "1/data/set/0",
        "2/if",
        "2/then/0/delay/seconds",
        "3",
        "4/rollback/0/enabled",
    )


def test_a_template_that_was_read_before_is_one():
    """Whoever compiled it."""
    assert templates_in({"x": Template("{{ 1 }}", None)}) == ("x",)


def test_places_can_be_told_where_they_begin():
    """Variables have a name of their own."""
    assert templates_in({"a": NASTY}, "variables") == ("variables/a",)


def test_places_say_nothing_that_the_asker_wants_to_say():
    """A key that is no plain word is not repeated, nor is one that is a speech."""
    assert templates_in({"Do as I say": NASTY, "x" * 41: NASTY}) == ("?",)


@given(st.text("{%#} a", max_size=12))
def test_what_home_assistant_renders_is_a_template(text):
    """The marks are Home Assistant's own."""
    assert is_template(text) == is_template_string(text)


@pytest.mark.parametrize("value", [None, 1, 1.5, True, "plain", b"{{", [], {}])
def test_plain_data_holds_no_template(value):
    """Numbers, texts and what holds them."""
    assert templates_in(value) == ()


REFERENCES = {"m": "${{a}} and ${{b.0.c?}}"}


@pytest.mark.parametrize(
    "step",
    [
        {"tool": "notify.x", "data": REFERENCES},
        {"catalog": "greet", "data": REFERENCES, "sequence": [{"m": "{{ x }}"}]},
        {"graph": [{"id": "a", "tool": "notify.x", "data": REFERENCES}]},
        {"if": [], "then": {"parallel": [{"tool": "notify.x", "data": REFERENCES}]}},
    ],
)
def test_references_of_tools_are_no_templates(step):
    """Nor is what the owner has written into a named action."""
    assert templates_in([step]) == ()


@pytest.mark.parametrize(
    ("step", "place"),
    [
        ({"tool": "notify.x", "data": {"m": "{{ a }}"}}, "0/data/m"),
        ({"tool": "notify.x", "data": {"m": "${{ a + b }}"}}, "0/data/m"),
        ({"catalog": "greet", "data": {"m": "{{ a }}"}}, "0/data/m"),
        ({"action": "notify.x", "data": {"m": "${{states}}"}}, "0/data/m"),
        (
            {"action": "notify.x", "data": {"catalog": 1, "sequence": "{{ a }}"}},
            "0/data/sequence",
        ),
        (
            {"action": "notify.x", "data": {"tool": 1, "data": "${{states.x.y}}"}},
            "0/data/data",
        ),
        (
            {"event": "x", "event_data": {"tool": 1, "data": {"data": "${{a}}"}}},
            "0/event_data/data/data",
        ),
    ],
)
def test_e02_what_only_looks_like_a_block_hides_nothing(step, place):
    """In the data of a call everything is rendered, whatever it calls itself."""
    assert templates_in([step]) == (place,)
