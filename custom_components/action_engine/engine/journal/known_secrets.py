"""What Home Assistant itself calls a secret."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from homeassistant.exceptions import HomeAssistantError
from homeassistant.util.yaml import SECRET_YAML, load_yaml


def read_secrets(folder: Path) -> frozenset[str]:
    """Return the values of ``secrets.yaml``; none if it is not there or not readable.

    Blocks.
    """
    try:
        content = load_yaml(str(folder / SECRET_YAML))
    except HomeAssistantError, OSError:
        return frozenset()
    return frozenset(_values(content))


def _values(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        for one in content:
            yield from _values(one)
    elif content is not None and not isinstance(content, bool):
        yield str(content)
