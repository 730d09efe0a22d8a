from types import MappingProxyType

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.caps import (
    MAX_DEPTH,
    MAX_NODES,
    check_caps,
)


def refused(value):
    """Return what the error about ``value`` says."""
    with pytest.raises(InvalidActionError) as caught:
        check_caps(value)
    return caught.value


def nested(depth, innermost):
    """Put ``innermost`` into ``depth`` lists."""
    for _ in range(depth):
        innermost = [innermost]
    return innermost


@pytest.mark.parametrize(
    "value", [None, "text", 5, [], {}, [{"action": "light.turn_on"}], {"a": [1, (2,)]}]
)
def test_accepts_ordinary_data(value):
    """Data of moderate size passes, whatever it means."""
    check_caps(value)


def test_accepts_the_deepest_nesting():
    """The limit counts containers, not what lies in the innermost."""
    check_caps(nested(MAX_DEPTH, "x"))


def test_refuses_one_level_more():
    """A single container too deep is refused, even an empty one."""
    error = refused(nested(MAX_DEPTH + 1, "x"))

    assert (error.came, error.expected) == ("one more level", "at most 32 levels")
    assert error.place == "actions" + "/0" * MAX_DEPTH
    refused(nested(MAX_DEPTH, []))


def test_names_the_path_of_what_is_too_deep():
    """The path leads to the place as Home Assistant's traces write it."""
    actions = [{"stop": ""}, {"choose": [{"sequence": nested(MAX_DEPTH, "x")}]}]

    assert refused(actions).place.startswith("actions/1/choose/0/sequence/0/0")
    assert refused({"actions": actions}).place.startswith("actions/1/choose/0/sequence")


def test_accepts_the_largest_number_of_nodes():
    """A list and its items are nodes."""
    check_caps([None] * (MAX_NODES - 1))


def test_refuses_one_node_more():
    """The error names the container in which it became too much."""
    error = refused([None] * MAX_NODES)

    assert error.place == "actions"
    assert (error.came, error.expected) == ("more", "at most 2000 keys and values")
    assert refused({"data": {"x": [None] * MAX_NODES}}).place == "data/x"


def test_counts_keys_as_nodes():
    """Data counts like the YAML that it could have come from."""
    check_caps({str(n): n for n in range(MAX_NODES // 2 - 1)})
    refused({str(n): n for n in range(MAX_NODES // 2)})
    refused(MappingProxyType({str(n): n for n in range(MAX_NODES // 2)}))


def test_counts_sets_and_tuples():
    """No kind of container is a way around the limits."""
    refused([tuple(range(MAX_NODES))])
    refused([set(range(MAX_NODES))])
    refused([frozenset(range(MAX_NODES))])


def test_refuses_a_list_that_holds_itself():
    """A cycle is endlessly deep."""
    cycle = []
    cycle.append(cycle)
    mapping = {"sequence": [{"repeat": {}}]}
    mapping["sequence"][0]["repeat"] = mapping

    assert refused(cycle).expected == "at most 32 levels"
    assert refused(mapping).place.startswith("sequence/0/repeat/sequence/0/repeat")


def test_refuses_a_bomb_of_shared_lists():
    """Twenty lists that hold the next one ten times are ten to the twentieth."""
    bomb = ["x"] * 10
    for _ in range(20):
        bomb = [bomb] * 10

    assert refused(bomb).expected == "at most 2000 keys and values"


def test_refuses_a_huge_list_without_looking_at_its_items():
    """The length alone is enough."""
    assert refused([[]] * 5_000_000).came == "more"


def test_keeps_a_path_of_long_keys_short():
    """A place must fit into a message."""
    long_keys = nested(MAX_DEPTH, "x")
    for _ in range(10):
        long_keys = {"k" * 1_000: long_keys}

    assert len(refused(long_keys).place) <= 200
