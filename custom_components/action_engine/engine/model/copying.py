"""Copies of plain data, for those who may change what they are given."""

from typing import Any


def copied(value: Any) -> Any:
    """Return plain data with new lists and dicts all the way down.

    A third of the time of ``deepcopy``, which also looks for circles.
    """
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}
    if isinstance(value, list):
        return [copied(one) for one in value]
    return value
