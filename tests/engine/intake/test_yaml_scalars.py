import pytest

from homeassistant.util.yaml import parse_yaml

from custom_components.action_engine.engine.errors import ActionParseError
from custom_components.action_engine.engine.intake.yaml_scalars import MAX_NUMBER
from custom_components.action_engine.engine.intake.yaml_text import load_yaml

WORDS = """
on On ON off Off yes Yes YES no No NO true True TRUE false FALSE y n Y N
oN tRue ~ null Null NULL nUll none None
0 -0 +1 7 42 -17 1_000 010 08 09 0o17 0b101 0B1 0x1F 0X1F -0x10 1e5
1.5 -1.5 +.5 .5 5. 1.0e3 1.0e+3 1e+3 1_0.5 6.022e-23 .inf -.inf +.Inf
1:30 00:05:00 12:30:45 23:59 1:60 190:20:30 190:20:30.15 -1:30 0:0
2026-01-01 2026-1-1 2026-01-01T10:20:30 2026-01-01T10:20:30Z
2026-01-01T10:20:30.5+02:00 2026-1-1t1:02:03 01-01-2026 2026-01
1.2.3 1.2.3.4 +49 +4930123456 12abc 0xZZ - -- -a .a a.b light.hall
12345678901234567890 0.1 100% #no 5# 5#6 <= << == => .nan. ._ 1_ 0_7
"""
SCALARS = [
    *WORDS.split(),
    "2026-01-01 10:20:30",
    "2026-01-01 10:20:30 +2",
    "2001-12-14 21:59:43.10 -5",
    "Good night",
    "it's",
    "{{ 1 }}",
    "é 😀",
    "'on'",
    '"on"',
    "'010'",
    '"2026-01-01"',
    '"a\\tb\\u00e9\\x41"',
    "'it''s'",
    "''",
    "",
    "a b  c",
    "http://x.y/z?a=b#c",
    "C:\\path",
    ">-\n  folded\n  text",
    "|\n  literal\n  text\n",
    "|+\n  kept\n\n",
]


def both(text):
    """Read a text with Home Assistant's loader and ours, errors as ``None``."""
    try:
        theirs = parse_yaml(text)
    except Exception:  # noqa: BLE001 - a bad date gives a bare ValueError there
        theirs = None
    try:
        ours = load_yaml(text)
    except ActionParseError:
        ours = None
    return theirs, ours


@pytest.mark.parametrize("scalar", SCALARS)
def test_values_are_those_of_home_assistant(scalar):
    """A scalar has the same value and the same type as in configuration files."""
    theirs, ours = both(f"a: {scalar}")

    assert ours == theirs
    if theirs is not None:
        value = theirs["a"]
        plain = str if isinstance(value, str) else type(value)
        assert type(ours["a"]) is plain


@pytest.mark.parametrize("scalar", [s for s in SCALARS if "\n" not in s])
def test_values_in_lists_and_keys_are_those_of_home_assistant(scalar):
    """Flow lists, block lists and keys resolve as in configuration files."""
    for text in (f"- {scalar}", f"[1, {scalar}]", f"{scalar}: 1"):
        theirs, ours = both(text)

        assert ours == theirs


def test_not_a_number_is_a_float():
    """``.nan`` equals nothing, so it has a test of its own."""
    (value,) = load_yaml("- .nan")

    assert isinstance(value, float)
    assert value != value  # noqa: PLR0124 - the definition of not a number


@pytest.mark.parametrize(
    "scalar", ["9" * 5_000, "0x" + "f" * 64, "1:" * 40 + "1", "1" * 70 + ".5"]
)
def test_refuses_numbers_that_python_could_not_print_again(scalar):
    """A number of thousands of digits would break the log and the journal."""
    with pytest.raises(ActionParseError) as caught:
        load_yaml(f"a: {scalar}")

    said = caught.value.translation_placeholders
    assert said["expected"] == f"a number of at most {MAX_NUMBER} characters"


def test_reads_numbers_of_the_largest_length():
    """The limit is about characters, so that every base may use them."""
    assert load_yaml(f"- {'9' * MAX_NUMBER}") == [int("9" * MAX_NUMBER)]
