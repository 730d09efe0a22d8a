import pytest

from custom_components.action_engine.engine.model.pattern import is_pattern


@pytest.mark.parametrize(
    "text",
    [
        "light.*",
        "*",
        "event",
        "mcp-01KAB/*",
        "assist/intent__HassTurnOn",
        "*/files/read",
    ],
)
def test_what_can_match_an_action_or_a_tool(text):
    """Actions have a dot, tools a slash."""
    assert is_pattern(text)


@pytest.mark.parametrize(
    "text", ["", "light", "Light.On", "mcp/", "/add", "a b/c", "/"]
)
def test_what_would_never_match(text):
    """It would let in what it was to keep out."""
    assert not is_pattern(text)
