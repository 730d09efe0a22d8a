"""Whatever comes in: a value comes out, or one of the two errors."""

import json

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from homeassistant.util.yaml import parse_yaml

from custom_components.action_engine.engine.errors import (
    ActionParseError,
    InvalidActionError,
)
from custom_components.action_engine.engine.intake.caps import check_caps
from custom_components.action_engine.engine.intake.plain import to_plain
from custom_components.action_engine.engine.intake.shapes import to_draft
from custom_components.action_engine.engine.intake.yaml_text import load_yaml
from custom_components.action_engine.engine.model.draft import Draft

VALID = """\
alias: Evening
mode: single
variables: {who: everybody, count: 3}
sequence:
  - action: light.turn_on
    target:
      entity_id: [light.a, light.b]
    data: {brightness_pct: 60, flash: off, at: 2026-01-01}
  - delay: 00:00:05
  - choose:
      - conditions: "{{ count > 2 }}"
        sequence:
          - stop: 'it''s "done"'
    default: |
      text
  - repeat:
      count: 3
      sequence: []
"""

SHAPE_KEYS = """
action actions alias conditions fields sequence trigger triggers variables
use_blueprint repeat mode default data
"""
PIECES = st.sampled_from(
    [
        *"[]{}:-?,&*!|>'\"%@`#~= \n\t\r\x00\u2028\ufeff\ud800",
        *("- ", ": ", "? ", "<<: ", "---\n", "...\n", "&a ", "*a", "!x ", "!!int "),
        *("on", "08", "0x", "1:2", "2026-99-99", ".nan", "null", "\n  ", "\n      "),
    ]
)
TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join),
)
KEYS = st.one_of(
    st.sampled_from(SHAPE_KEYS.split()),
    st.text(max_size=5),
    st.integers(),
    st.none(),
    st.booleans(),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=10),
    st.binary(max_size=4),
    st.dates(),
    st.builds(object),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(KEYS, inner, max_size=4),
        st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=25,
)

PRINTABLE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=8)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), PRINTABLE),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(PRINTABLE, inner, max_size=4)
    ),
    max_leaves=20,
)

# The plugin's fixtures are set up once for all examples; they hold no state of ours.
quick = settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def assert_fits_a_message(error):
    """Every refusal names a place, and is short whatever it refuses."""
    said = error.translation_placeholders
    assert 0 < len(said["place"]) <= 200
    assert 0 < len(said["came"]) <= 80
    assert 0 < len(said["expected"]) <= 200


def read(text):
    """Return the draft of a text, or None if an allowed error came out."""
    try:
        value = load_yaml(text)
    except ActionParseError as error:
        assert_fits_a_message(error)
        return None
    # What the text's limits let through, the limits of data let through as well.
    check_caps(value)
    try:
        return to_draft(value)
    except InvalidActionError as error:
        assert_fits_a_message(error)
        return None


@quick
@given(TEXT)
def test_random_text(text):
    """Text of any kind is read or refused."""
    assert isinstance(read(text), Draft | None)


@quick
@given(st.data())
def test_mutations_of_valid_text(data):
    """A routine with pieces cut out, put in and moved is read or refused."""
    text = VALID
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 8))
        text = text[:start] + data.draw(PIECES) + text[end:]

    assert isinstance(read(text), Draft | None)


def test_the_routine_itself_is_valid():
    """Mutations start from something that works."""
    assert len(read(VALID).actions) == 4


@quick
@given(TEXT)
@pytest.mark.no_fail_on_log_exception
def test_what_is_read_is_what_home_assistant_reads(text):
    """Our loader refuses more than Home Assistant's, but never reads differently."""
    try:
        ours = load_yaml(text)
    except ActionParseError:
        return
    assert repr(ours) == repr(to_plain(parse_yaml(text)))


@quick
@given(JSON)
def test_json_is_read_as_json(value):
    """Programs write JSON where people write YAML; it means the same."""
    assert load_yaml(json.dumps([value], ensure_ascii=False)) == [value]


@quick
@given(DATA)
def test_random_data(data):
    """Data of any kind is read or refused, and what is read is ours."""
    try:
        check_caps(data)
        draft = to_draft(to_plain(data))
    except InvalidActionError as error:
        assert_fits_a_message(error)
        return
    assert draft.actions
