"""The files of the integration that are not code, as data."""

import json
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parents[2] / "custom_components" / "action_engine"


def load(name: str) -> Any:
    """Return the content of a JSON or YAML file of the integration."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)


def services() -> dict[str, Any]:
    """Return the described actions."""
    described: dict[str, Any] = load("services.yaml")
    return described


def fields_of(described: dict[str, Any] | None) -> dict[str, Any]:
    """Return all fields of an action, whatever section they stand in."""
    found: dict[str, Any] = {}
    for name, part in ((described or {}).get("fields") or {}).items():
        found |= part.get("fields", {name: part})
    return found


def sections_of(described: dict[str, Any] | None) -> set[str]:
    """Return the sections of an action."""
    parts = ((described or {}).get("fields") or {}).items()
    return {name for name, part in parts if "fields" in part}
