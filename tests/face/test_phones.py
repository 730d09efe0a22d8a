"""Whose a phone is, and what may be written on it."""

import pytest

from custom_components.action_engine.phone_words import quoted, report_of
from custom_components.action_engine.phones import phones_by_person
from tests.engine.gate_home import ADULT, OWNER


def test_phones_of_one_name_and_two_people_are_not_used(hass, guarded):
    """Home Assistant has one action for both, and nobody knows where it leads."""
    guarded.add_phone("pixel", OWNER)
    guarded.add_phone("pixel", ADULT)
    guarded.add_phone("tablet", ADULT)
    assert phones_by_person(hass) == {ADULT: ["mobile_app_tablet"]}


def test_a_phone_without_an_action_is_not_used(hass, guarded):
    """The app may do without notifications."""
    guarded.add_phone("pixel", OWNER)
    guarded.hass.services.async_remove("notify", "mobile_app_pixel")
    assert phones_by_person(hass) == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lights", "“Lights”"),
        ("a” is fine. Approve “b", "“a is fine. Approve b”"),
        ("<b>Approved</b>\nby\tthe owner", "“b Approved /b by the owner”"),
        ("\u202eevil\u2066", "“evil”"),
        ("x" * 100, f"“{'x' * 60}…”"),
        ("", "“”"),
    ],
)
def test_words_of_the_asker_are_a_quotation(text, shown):
    """On one line, cut, and without anything that would end it or mark it up."""
    assert quoted(text, "name") == shown


def test_a_long_report_is_cut():
    """What is left out is counted."""
    lines = report_of({f"light.turn_on: {n}": 1 for n in range(7)}).split("\n")
    assert lines[0] == "• light.turn_on: 0"
    assert lines[-1] == "• and 2 more"
    assert len(lines) == 6
