from itertools import batched
import sys

import pytest
import yaml

from custom_components.action_engine.engine.errors import ActionParseError
from custom_components.action_engine.engine.intake.caps import MAX_DEPTH, MAX_NODES
from custom_components.action_engine.engine.intake.yaml_events import build
from custom_components.action_engine.engine.intake.yaml_text import MAX_BYTES, load_yaml

ROUTINE = """
alias: Good night
sequence:
  - action: light.turn_off   # everything
    target: {entity_id: [light.hall, light.kitchen]}
  - delay: "00:00:05"
  - if:
      - condition: state
        entity_id: lock.front
        state: unlocked
    then:
      - action: lock.lock
        target:
          entity_id: lock.front
  - action: notify.notify
    data:
      message: >-
        Good night,
        {{ states('sensor.name') }}
      title: |
        two
        lines
"""


def refused(text):
    """Return what the error about ``text`` says."""
    with pytest.raises(ActionParseError) as caught:
        load_yaml(text)
    said = caught.value.translation_placeholders
    assert len(said["came"]) <= 80
    return said


def test_reads_a_routine_as_pyyaml_does():
    """An ordinary text gives the same data as PyYAML's own safe loader."""
    assert load_yaml(ROUTINE) == yaml.safe_load(ROUTINE)


def test_gives_plain_types_only():
    """Values are dict, list and str themselves, nothing annotated."""
    value = load_yaml(ROUTINE)

    assert type(value) is dict
    assert type(value["sequence"]) is list
    assert {type(key) for key in value} == {str}


def test_keeps_the_order_of_keys():
    """Variables are rendered in their order, so a mapping keeps it."""
    assert list(load_yaml("z: 1\na: 2\nm: 3")) == ["z", "a", "m"]


@pytest.mark.parametrize(
    ("text", "place", "came"),
    [
        ("- a: !include secrets.yaml", "line 1, column 6", "the tag !include"),
        ("- a: 1\n  b: !secret door", "line 2, column 6", "the tag !secret"),
        ("!env_var HOME", "line 1, column 1", "the tag !env_var"),
        ("a: !input lamp", "line 1, column 4", "the tag !input"),
        (
            "!!python/object/apply:os.system [ls]",
            "line 1, column 1",
            "the tag tag:yaml.org,2002:python/object/apply:os.system",
        ),
        ("a: !!binary aGk=", "line 1, column 4", "the tag tag:yaml.org,2002:binary"),
        ("a: !!str 5", "line 1, column 4", "the tag tag:yaml.org,2002:str"),
        ("!!map {a: b}", "line 1, column 1", "the tag tag:yaml.org,2002:map"),
        ("- ! 5", "line 1, column 3", "the tag !"),
        ("- ! [5]", "line 1, column 3", "the tag !"),
        ("!include_dir_list x", "line 1, column 1", "the tag !include_dir_list"),
    ],
)
def test_refuses_tags(text, place, came):
    """No tag is read, not even one that would change nothing."""
    assert refused(text) == {
        "place": place,
        "came": came,
        "expected": "YAML without tags",
    }


@pytest.mark.parametrize(
    ("text", "place", "came", "expected"),
    [
        ("a: &x 1", "line 1, column 4", "the anchor &x", "YAML without anchors"),
        ("- &x [1]", "line 1, column 3", "the anchor &x", "YAML without anchors"),
        ("- 1\n- *x", "line 2, column 3", "the alias *x", "YAML without aliases"),
        (
            "a: 1\n<<: {b: 2}",
            "line 2, column 1",
            "'<<'",
            "every key written out, no merge key",
        ),
        ("a: 1\nb: 2\na: 3", "line 3, column 1", "the key 'a' again", "every key once"),
        ("{1: a, 1.0: b}", "line 1, column 8", "the key 1.0 again", "every key once"),
        ("on: a\nyes: b", "line 2, column 1", "the key true again", "every key once"),
        (
            "? [a]\n: b",
            "line 1, column 3",
            "a list as key",
            "a text as key (put templates in quotes)",
        ),
        (
            "message: {{ states('sun.sun') }}",
            "line 1, column 11",
            "a mapping as key",
            "a text as key (put templates in quotes)",
        ),
        ("a: 1\n---\nb: 2", "line 2, column 1", "a second document", "one document"),
        ("---\n---\n", "line 2, column 1", "a second document", "one document"),
        (
            "%YAML 1.1\n---\na: 1",
            "line 1, column 1",
            "a directive",
            "YAML without % directives",
        ),
        (
            "%TAG ! tag:x,1:\n---\na: 1",
            "line 1, column 1",
            "a directive",
            "YAML without % directives",
        ),
        ("a: =", "line 1, column 4", "'='", "a text in quotes"),
        (
            "at: 2026-13-45",
            "line 1, column 5",
            "'2026-13-45'",
            "a valid timestamp, or a text in quotes",
        ),
        ("n: 0x_", "line 1, column 4", "'0x_'", "a valid int, or a text in quotes"),
    ],
)
def test_refuses_what_yaml_can_do_beyond_actions(text, place, came, expected):
    """Each refusal says where it is, what stands there and what may."""
    assert refused(text) == {"place": place, "came": came, "expected": expected}


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "# a comment", "---", "---\n...", "~", "null", "\ufeff"]
)
def test_refuses_a_text_without_content(text):
    """What reads as nothing at all is an error of its own."""
    assert refused(text)["came"] == "an empty text"


@pytest.mark.parametrize(
    ("text", "place", "came", "problem"),
    [
        ("a: b: c", "line 1, column 5", "': c'", "mapping values are not allowed"),
        ("a:\n\t- b", "line 2, column 1", "'\\t- b'", "cannot start any token"),
        ("a: [1", "line 2, column 1", "the end of the line", "',' or ']'"),
        ("a: 'open", "line 1, column 9", "the end of the line", "end of stream"),
        ('a: "\\ud83d"', "line 1, column 7", "'d83d\"'", "invalid Unicode character"),
        ("a: 1\n...\nb", "line 3, column 1", "'b'", "<document start>"),
        ("- @home", "line 1, column 3", "'@home'", "cannot start any token"),
    ],
)
def test_names_the_place_of_a_syntax_error(text, place, came, problem):
    """Broken YAML is reported with its line, its column and the parser's reason."""
    said = refused(text)

    assert (said["place"], said["came"]) == (place, came)
    assert said["expected"].startswith("valid YAML (")
    assert problem in said["expected"]


@pytest.mark.parametrize(
    ("text", "place", "came"),
    [
        ("a: x\x00y", "line 1, column 5", "'\\x00'"),
        ("a: 1\r\nb: \x07", "line 2, column 4", "'\\x07'"),
        ("- \ud83d", "line 1, column 3", "'\\ud83d'"),
        ("- \ufffe", "line 1, column 3", "'\\ufffe'"),
        ("a: \x7f", "line 1, column 4", "'\\x7f'"),
    ],
)
def test_refuses_unreadable_characters(text, place, came):
    """NUL, control characters and lone surrogates never reach the parser."""
    said = refused(text)

    assert (said["place"], said["came"]) == (place, came)


def test_no_other_character_is_unreadable():
    """What we let through, libyaml can read: its own refusal would have no place."""
    special = {*"'\n\r\x85\u2028\u2029\ufeff", *map(chr, range(0xD800, 0xE000))}
    readable = [
        char
        for char in map(chr, range(0x20, sys.maxunicode + 1))
        if char not in special and char not in "\ufffe\uffff"
        if not 0x7F <= ord(char) < 0xA0
    ]

    for some in batched(readable, 16_000, strict=False):
        text = "".join(some)
        assert load_yaml(f"- '|{text}|'") == [f"|{text}|"]


def test_reads_a_text_of_exactly_the_largest_size():
    """The limit is met in bytes, not in characters."""
    text = "- " + "é" * ((MAX_BYTES - 2) // 2)

    assert load_yaml(text) == [text[2:]]
    assert refused(f"{text}é")["expected"] == "at most 64 KiB"


def test_refuses_five_megabytes_at_the_place_of_the_limit():
    """A huge text is not parsed at all; the place tells how far it may go."""
    said = refused("- a: b\n" * 750_000)

    assert said == {
        "place": "line 9363, column 3",
        "came": "a text of 5250000 characters",
        "expected": "at most 64 KiB",
    }


def test_looks_at_the_size_before_anything_else():
    """A huge text costs nothing, whatever is in it."""
    assert refused("\x00" * 5_000_000)["expected"] == "at most 64 KiB"


def test_reads_the_deepest_nesting():
    """Lists inside each other are read down to the limit, and no further."""
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert load_yaml(f"\n{deepest}") == yaml.safe_load(deepest)
    assert refused(f"\n[{deepest}]") == {
        "place": f"line 2, column {MAX_DEPTH + 1}",
        "came": "one more level",
        "expected": "at most 32 levels",
    }


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: {", "- a:\n  "])
def test_refuses_three_thousand_openings(opening):
    """Depth ends the reading early; no recursion, no waiting for the closing ones."""
    refused(opening * 3_000)


def test_counts_keys_and_values():
    """A mapping, its keys and its values all count as nodes."""
    room = MAX_NODES - 1  # the list itself is one
    assert len(load_yaml("- a\n" * room)) == room
    assert refused("- a\n" * (room + 1)) == {
        "place": f"line {room + 1}, column 3",
        "came": "one more value",
        "expected": "at most 2000 keys and values",
    }
    # The mapping itself is a node too, so one pair less than half of them fits.
    pairs = "".join(f"k{n}: v\n" for n in range(MAX_NODES // 2))
    assert refused(pairs)["place"] == "line 1000, column 7"


def test_refuses_a_bomb_of_aliases_at_its_first_anchor():
    """Billions of laughs end at the first ampersand."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n"
        for n in range(20)
    )

    assert refused(bomb)["place"] == "line 1, column 4"


def test_shortens_what_it_shows():
    """A long key or scalar is shown by its beginning only."""
    key = "k" * 500
    assert refused(f"? {key}\n: 1\n? {key}\n: 2")["came"].endswith("…")
    assert refused(f"a: {'9' * 500}")["came"].endswith("…")
    assert refused(f"a: !{'t' * 500} b")["came"].endswith("…")
    assert refused(f"a: b: {'c' * 500}")["came"].endswith("…")


@pytest.mark.parametrize("text", [ROUTINE, "- [on, 010, 1:30, 1.5, ~, 'x']", "a: "])
def test_the_pure_parser_gives_the_same(text):
    """A PyYAML that was built without libyaml reads texts alike."""
    assert build(yaml.SafeLoader(text.encode())) == load_yaml(text)


def test_the_pure_parser_keeps_the_limits():
    """The limits hold for the events, whoever produces them."""
    with pytest.raises(ActionParseError):
        build(yaml.SafeLoader("[" * 3_000))
