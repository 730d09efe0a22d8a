"""Config and options flows over HTTP, as the settings pages do them."""

from typing import Any, Final

from .api import Api
from .residents import command

_FLOW: Final = "/api/config/config_entries/flow"
_SUBENTRIES: Final = "/api/config/config_entries/subentries/flow"
_OPTIONS: Final = "/api/config/config_entries/options/flow"


def add_integration(api: Api, domain: str, data: dict[str, Any] | None = None) -> str:
    """Go through a config flow of one form at most; return the entry's id."""
    step = api.post(_FLOW, {"handler": domain})
    if step["type"] == "form":
        step = api.post(f"{_FLOW}/{step['flow_id']}", data)
    if step["type"] != "create_entry":
        message = f"{domain} could not be set up: {step}"
        raise RuntimeError(message)
    entry_id: str = step["result"]["entry_id"]
    return entry_id


def add_subentry(api: Api, entry_id: str, kind: str, change: dict[str, Any]) -> None:
    """Go through the flow of a new subentry, with other values in some of its fields."""
    step = api.post(_SUBENTRIES, {"handler": [entry_id, kind]})
    _submit(api, step, change, "create_entry")


def reconfigure(
    api: Api, entry_id: str, kind: str, title: str, change: dict[str, Any]
) -> None:
    """Open a subentry by its title, and store other values in some of its fields."""
    found = command(api, "config_entries/subentries/list", entry_id=entry_id)
    wanted = next(
        one["subentry_id"]
        for one in found
        if (one["subentry_type"], one["title"]) == (kind, title)
    )
    asked = {"handler": [entry_id, kind], "subentry_id": wanted}
    _submit(api, api.post(_SUBENTRIES, asked), change, "abort")


def _submit(
    api: Api, step: dict[str, Any], change: dict[str, Any], expected: str
) -> None:
    shown = _filled(shown_values(step["data_schema"]))
    data = {
        name: _filled(shown[name]) | change[name]
        if isinstance(shown.get(name), dict)
        else change[name]
        for name in change
    }
    sections = {
        name: _filled(value) if isinstance(value, dict) else value
        for name, value in shown.items()
    }
    step = api.post(f"{_SUBENTRIES}/{step['flow_id']}", sections | data)
    if step["type"] != expected:
        raise RuntimeError(str(step))


def open_options(api: Api, entry_id: str) -> dict[str, Any]:
    """Open the options page of an entry; return its first step."""
    step: dict[str, Any] = api.post(_OPTIONS, {"handler": entry_id})
    return step


def submit_options(api: Api, flow_id: str, data: dict[str, Any]) -> dict[str, Any]:
    """Submit an options page without its empty fields; return what comes next."""
    filled = {
        name: _filled(value) if isinstance(value, dict) else value
        for name, value in data.items()
    }
    step: dict[str, Any] = api.post(f"{_OPTIONS}/{flow_id}", filled)
    return step


def shown_values(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a form shows in its fields, sections as mappings of their own."""
    return {
        field["name"]: (
            shown_values(field["schema"])
            if field.get("type") == "expandable"
            else field.get("description", {}).get("suggested_value")
        )
        for field in fields
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that show something; a browser sends no others."""
    return {key: value for key, value in values.items() if value is not None}
