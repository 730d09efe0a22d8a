"""Places of errors, found in the text that they are of."""

import pytest

from custom_components.action_engine.engine.intake.lines import Lines

SCRIPT = """\
alias: Hall
sequence:
  - if: "{{ true }}"
    then:
      action: light.turn_on
      data:
        brightness: 5
  - choose:
      - conditions: "{{ true }}"
        sequence:
          - delay: 1
"""


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        ("0", (3, 5)),
        ("0: if", (3, 5)),
        ("0/then/0: data.brightness", (7, 9)),
        ("1/choose/0/sequence/0", (11, 13)),
        ("1/choose/0/sequence/0: delay", (11, 13)),
        ("1/choose/0/sequence/0: no_such", (11, 13)),
        ("1/choose/9", (8, 5)),
        ("sequence/1", (8, 5)),
        ("alias", (1, 1)),
        ("", (1, 1)),
        ("99", (1, 1)),
        ("line 4, column 2", (4, 2)),
        ("actions/0 (line 5, column 3)", (5, 3)),
    ],
)
def test_a_place_is_found(place, spot):
    """As deep as the text has it."""
    assert Lines(SCRIPT).spot(place) == spot


@pytest.mark.parametrize("text", ["- {", "&a [*a]", "", "\x00", "[" * 5000])
def test_a_text_that_cannot_be_read_has_no_places(text):
    """But those that say their line."""
    assert Lines(text).spot("0/then/0") is None
    assert Lines(text).spot("line 1, column 2") == (1, 2)


@pytest.mark.parametrize(
    "text", ["5", "[]", "{}", "5: {6: x}", "- 1\n- [2]", "a:\n  b: {sequence: 5}"]
)
@pytest.mark.parametrize(
    "place", ["0", "0/0/0", "a/b", "sequence: x.y", "//", ": ", "0: 0.0", "9" * 400]
)
def test_odd_places_do_no_harm(text, place):
    """Something is said of them, and it is in the text."""
    line, column = Lines(text).spot(place)
    assert 1 <= line <= text.count("\n") + 1
    assert column >= 1
