import pytest

from custom_components.action_engine.engine.plan.targets import explicit_ids, listed


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("light.a", ("light.a",)),
        ("light.a, Light.B ,light.a", ("light.a", "light.b")),
        (["light.b", "light.a", "light.b"], ("light.b", "light.a")),
        (("light.a",), ("light.a",)),
        ({"light.a"}, ("light.a",)),
        ([], ()),
        (None, ()),
        (5, ()),
        ({"light.a": 1}, ()),
    ],
)
def test_ids_are_listed_in_their_order(value, ids):
    """In whatever shape they come, each of them once; anything else names nobody."""
    assert listed(value) == ids


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ({}, ()),
        ({"entity_id": "light.a"}, ("light.a",)),
        ({"entity_id": ["light.a", "switch.b"]}, ("light.a", "switch.b")),
        ({"entity_id": "none"}, ()),
        ({"entity_id": "all"}, None),
        ({"entity_id": ["light.a", "none"]}, None),
        ({"entity_id": "0123456789abcdef0123456789abcdef"}, None),
        ({"entity_id": ["light.a", "group.b"]}, None),
        ({"entity_id": "light.a", "area_id": "hall"}, None),
        ({"device_id": ["x"]}, None),
        ({"floor_id": "ground"}, None),
        ({"label_id": "evening"}, None),
        ({"entity_id": "light.a", "area_id": [], "label_id": None}, ("light.a",)),
    ],
)
def test_only_what_is_named_is_known_beforehand(data, ids):
    """None where an area, a group or a registry id decides at the time of the call."""
    assert explicit_ids(data) == ids
