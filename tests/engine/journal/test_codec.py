from collections import OrderedDict, UserDict
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from http import HTTPStatus
from zoneinfo import ZoneInfo

from annotatedyaml import NodeDictClass, NodeListClass, NodeStrClass
from hypothesis import given, strategies as st
import pytest

from homeassistant.components.climate import HVACMode
from homeassistant.components.light import LightEntityFeature
from homeassistant.core import Context, Event, EventOrigin, State
from homeassistant.helpers.template import RESULT_WRAPPERS, Template
from homeassistant.util.read_only_dict import ReadOnlyDict

from custom_components.action_engine.engine.journal.codec import (
    MAX_DEPTH,
    MAX_SIZE,
    encode,
)
from custom_components.action_engine.engine.journal.decoding import (
    NotReadableError,
    decode,
)
from custom_components.action_engine.engine.journal.json_text import from_text, to_text
from custom_components.action_engine.engine.journal.readable import readable

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from([None, UTC, BERLIN, timezone(timedelta(hours=5, minutes=30))])
CONTEXTS = st.builds(
    Context, user_id=st.none() | st.text(max_size=5), id=st.uuids().map(str)
)
STATES = st.builds(
    State,
    st.sampled_from(["light.kitchen", "sensor.outside"]),
    st.text(max_size=20),
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)),
    last_changed=st.datetimes(timezones=st.just(UTC)),
    last_updated=st.datetimes(timezones=st.just(UTC)),
    last_reported=st.datetimes(timezones=st.just(UTC)),
    context=CONTEXTS,
)
HASHABLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(), max_size=10),
    st.binary(max_size=10),
    st.dates(),
    st.datetimes(timezones=ZONES, allow_imaginary=False),
    st.times(),
    st.timedeltas(),
    st.sampled_from([*HVACMode, *HTTPStatus, LightEntityFeature(44)]),
)
LEAVES = HASHABLE | STATES | CONTEXTS
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=4) | st.just("!"), inner, max_size=4),
        st.dictionaries(HASHABLE, inner, max_size=4),
        st.dictionaries(st.text(max_size=4), inner, max_size=4).map(ReadOnlyDict),
        st.sets(HASHABLE, max_size=4),
        st.frozensets(HASHABLE, max_size=4),
    ),
    max_leaves=12,
)


class Colour(Enum):
    """An enumeration that the journal must not go and import."""

    RED = 1


def round_trip(value):
    """Write the value down as text and read it again."""
    plain, lost = encode(value)
    assert lost is None
    return decode(from_text(to_text(plain)))


def same(left, right):
    """Tell whether two values are equal down to the types of their members."""
    match left:
        case _ if type(left) is not type(right):
            return False
        case State() | Context():
            attributes = (getattr(one, "attributes", None) for one in (left, right))
            return left.as_dict() == right.as_dict() and same(*attributes)
        case dict():
            return same(list(left.items()), list(right.items()))
        case list() | tuple():
            pairs = zip(left, right, strict=False)
            return len(left) == len(right) and all(same(*pair) for pair in pairs)
        case datetime():
            return (left, left.tzinfo, left.fold) == (right, right.tzinfo, right.fold)
        case _:
            return left == right


@given(VALUES)
def test_a_value_comes_back_as_it_was(value):
    """Whatever a run decides or receives has the same types after a restart."""
    assert same(round_trip(value), value)


@given(VALUES)
def test_people_can_read_every_value(value):
    """What is shown is JSON without any tag of the journal."""
    plain, _ = encode(value)
    shown = readable(from_text(to_text(plain)))
    assert from_text(to_text(shown)) == shown or "!" in str(value)


def test_numbers_that_json_has_no_form_for():
    """Infinity and numbers of any size survive, and so does what is not a number."""
    assert round_trip([float("inf"), float("-inf"), 2**70, -(2**64)]) == [
        float("inf"),
        float("-inf"),
        2**70,
        -(2**64),
    ]
    missing = round_trip({"a": None, "b": float("nan")})
    assert missing["a"] is None
    assert missing["b"] != missing["b"]


def test_text_that_is_no_unicode():
    """Half of a character, as a broken device may send it, is kept, also as a key."""
    broken = {"\ud800": "x\udfff", "ä": 2**70}
    assert round_trip(broken) == broken


def test_the_hour_that_comes_twice():
    """In the night in which clocks are set back, 02:30 stays the one that it was."""
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    kept = round_trip(second)
    assert kept.fold == 1
    assert kept.tzinfo is BERLIN
    assert kept.utcoffset() == timedelta(hours=1)
    clock = round_trip(time(2, 30, tzinfo=BERLIN, fold=1))
    assert (clock, clock.tzinfo, clock.fold) == (time(2, 30, tzinfo=BERLIN), BERLIN, 1)


def test_an_event_keeps_its_data():
    """What a wait for an event received is there again."""
    event = Event(
        "pressed", {"button": (1, 2)}, EventOrigin.remote, 1.5, Context(user_id="u")
    )
    kept = round_trip({"trigger": {"event": event}})["trigger"]["event"]
    assert kept.as_dict() == event.as_dict()
    assert kept.data == {"button": (1, 2)}
    assert kept.origin is EventOrigin.remote


def test_the_result_of_a_template_keeps_its_text(hass):
    """A list from a template still prints as the template rendered it."""
    for text in ("[1,2]", "{'a':1}", "(1,2)", "{1}"):
        result = Template("{{ x }}", hass).async_render({"x": text})
        assert type(result) in RESULT_WRAPPERS.values()
        kept = round_trip(result)
        assert type(kept) is type(result)
        assert kept == result
        assert str(kept) == text


def test_annotated_yaml_counts_as_plain_data():
    """Where something stood in a file is not kept; the value is."""
    value = NodeDictClass({NodeStrClass("a"): NodeListClass([NodeStrClass("b")])})
    assert same(round_trip(value), {"a": ["b"]})


def test_subclasses_count_as_what_they_are_made_of():
    """An ordered dict is a dict, a moment of a test clock is a datetime."""

    class Moment(datetime):
        pass

    class Number(float):
        pass

    assert same(round_trip(OrderedDict(a=1)), {"a": 1})
    assert same(round_trip(Number(1.5)), 1.5)
    assert same(
        round_trip(Moment(2026, 1, 1, tzinfo=UTC)), datetime(2026, 1, 1, tzinfo=UTC)
    )


def test_keys_that_are_enumerations_stay_enumerations():
    """They are text as well, and still not the same."""
    assert same(round_trip({HVACMode.HEAT: 21}), {HVACMode.HEAT: 21})


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (object(), "builtins.object"),
        ({"a": [object]}, "builtins.type"),
        (UserDict(a=1), "collections.UserDict"),
        ({"state": State("light.a", "on", {"weird": object()})}, "builtins.object"),
        ({object: 1}, "builtins.type"),
    ],
)
def test_what_has_no_form_is_named(value, reason):
    """Nobody believes that it could be had back, and people see what it was."""
    plain, lost = encode(value)
    assert lost == reason
    with pytest.raises(NotReadableError, match=reason):
        decode(from_text(to_text(plain)))
    assert f"<{reason}>" in str(readable(plain))


def test_a_value_that_contains_itself_ends():
    """It is cut off, whether it is deep or wide."""
    deep = []
    deep.append(deep)
    assert encode(deep)[1] == "nested too deep"
    wide = []
    wide.extend([wide] * 9)
    assert encode(wide)[1] == "too large"


def test_depth_and_size_have_a_bound():
    """Up to it everything is kept, beyond it nothing is taken for kept."""
    nested = []
    for _ in range(MAX_DEPTH):
        nested = [nested]
    assert round_trip(nested) == nested
    assert encode([nested])[1] == "nested too deep"
    assert encode([[]] * MAX_SIZE)[1] is None
    assert encode([0] * (MAX_SIZE + 1))[1] == "too large"
    assert encode(dict.fromkeys(range(MAX_SIZE + 1)))[1] == "too large"
    keyed = 1
    for _ in range(MAX_DEPTH // 3):
        keyed = {(1,): keyed}
    assert round_trip(keyed) == keyed


def test_later_changes_do_not_leak_in():
    """What was handed in can be changed at once; what was encoded stays."""
    value = {"list": [1, {"deep": [2]}], "pairs": {1: [3]}}
    plain, _ = encode(value)
    value["list"][1]["deep"].append("later")
    value["pairs"][1].append("later")
    assert decode(plain) == {"list": [1, {"deep": [2]}], "pairs": {1: [3]}}


def test_nothing_can_pretend_to_be_a_type():
    """A dict of a user that looks like a tag comes back as that dict."""
    spoof = {"!": "enum", "=": ["os", "system", "x"]}
    assert round_trip(spoof) == spoof


@pytest.mark.parametrize(
    "plain",
    [
        {"!": "unheard of", "=": 1},
        {"!": "tuple"},
        {"!": "enum", "=": [__name__, "Colour", 1]},
        {"!": "enum", "=": ["homeassistant.components.climate", "HVACMode", "gone"]},
        {"!": "enum", "=": ["homeassistant.core", "State", "light.a"]},
        {"!": "enum", "=": ["homeassistant.nowhere", "X", 1]},
        {"!": "datetime", "=": ["2026-01-01T00:00:00", "Nowhere/Atall", 0]},
        {"!": "datetime", "=": ["yesterday"]},
        {"!": "bytes", "=": "ü"},
        {"!": "set", "=": [[1]]},
        {"!": "state", "=": []},
    ],
)
def test_what_does_not_fit_is_never_guessed(plain):
    """Broken or unknown data is an error of its own kind."""
    with pytest.raises(NotReadableError):
        decode(plain)


def test_a_row_that_is_too_deep_is_not_readable():
    """Somebody else's nesting cannot bring the reader down."""
    plain = []
    for _ in range(5000):
        plain = [plain]
    with pytest.raises(NotReadableError):
        decode(plain)


def test_what_people_see():
    """Every kind of value has its usual text."""
    context = Context(id="c")
    value = {
        "when": datetime(2026, 1, 2, 3, tzinfo=UTC),
        "there": datetime(2026, 1, 2, 3, tzinfo=BERLIN),
        "clock": time(1, 2),
        "day": date(2026, 1, 2),
        "long": timedelta(days=1, seconds=2, microseconds=500000),
        "set": {1},
        "mode": HVACMode.HEAT,
        "event": Event("e", {"a": (1,)}, time_fired_timestamp=1, context=context),
        "context": context,
        "numbers": {1: "a"},
        "list": RESULT_WRAPPERS[list]([1], render_result="[1]"),
        "bytes": b"ab",
    }
    who = {"id": "c", "parent_id": None, "user_id": None}
    assert readable(encode(value)[0]) == {
        "when": "2026-01-02T03:00:00+00:00",
        "there": "2026-01-02T03:00:00 Europe/Berlin",
        "clock": "01:02:00",
        "day": "2026-01-02",
        "long": 86402.5,
        "set": [1],
        "mode": "heat",
        "event": {"event_type": "e", "data": {"a": [1]}, "context": who},
        "context": who,
        "numbers": {"1": "a"},
        "list": [1],
        "bytes": "YWI=",
    }


def test_a_state_is_shown_as_home_assistant_shows_it():
    """The same words as in the developer tools."""
    state = State("light.a", "on", {"brightness": 3}, last_updated=datetime.now(UTC))
    shown, usual = readable(encode(state)[0]), state.as_dict()
    assert shown == {**usual, "attributes": dict(usual["attributes"])}


def test_what_a_mask_has_broken_is_shown_as_it_is():
    """A tag whose body is not as expected does not stop a page."""
    assert readable({"!": "datetime", "=": 5}) == 5
    assert readable({"!": "enum", "=": ["a"]}) == ["a"]
    assert readable({"!": "timedelta", "=": {"!": "lost", "=": "x"}}) == "<x>"
    assert readable({"!": []}) is None
