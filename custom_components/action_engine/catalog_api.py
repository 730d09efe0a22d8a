"""What can be asked for by name, and by whom: for people to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_LLM_HASS_API

from .asking import Asker
from .engine.model.named_action import NamedAction
from .llm_api import API_NAMES
from .request_fields import parse_nothing
from .rights import require_admin
from .runtime import loaded_entry
from .webhooks import webhooks_for_diagnostics

_MCP_SERVER: Final = "mcp_server"
"""Its entries are what programs outside of the home connect to."""


async def catalog(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the named actions; to administrators also webhooks, messages and problems.

    Whoever does not see everything sees the actions that he may ask for at all, and not
    where they are from.
    """
    parse_nothing(data)
    engine = asker.engine
    known = engine.desk.catalog.all()
    if asker.sight is not None:
        offered = await engine.gate.offered(asker.context, known)
        return {"actions": [_outline(one) for one in offered if one.active]}
    return {
        "actions": [_outline(one) | {"source": one.source} for one in known],
        "problems": [asdict(one) for one in engine.desk.catalog.problems],
        "webhooks": webhooks_for_diagnostics(loaded_entry(asker.hass)),
        "templates": await engine.desk.outside.template_names(),
    }


async def assistants(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tool sets for language models, and who was given them."""
    await require_admin(asker.hass, asker.context)
    parse_nothing(data)
    entries = asker.hass.config_entries.async_entries()
    return {
        "apis": [
            {
                "api_id": api_id,
                "name": name,
                "users": list(_users_of(api_id, entries)),
            }
            for api_id, name in API_NAMES.items()
        ],
        "mcp_server": any(
            entry.domain == _MCP_SERVER and entry.disabled_by is None
            for entry in entries
        ),
    }


def _outline(action: NamedAction) -> dict[str, Any]:
    """Return an action without its fields."""
    return {
        "name": action.name,
        "title": action.title,
        "description": action.description,
        "impact": action.impact.word,
        "requires_approval": action.requires_approval,
        "rollback": action.rollback.supported.value,
        "active": action.active,
        "kind": action.kind,
    }


def _users_of(api_id: str, entries: Iterable[ConfigEntry]) -> Iterable[dict[str, str]]:
    for entry in entries:
        stored = [
            (entry.title, {**entry.data, **entry.options}),
            *((one.title, one.data) for one in entry.subentries.values()),
        ]
        for title, data in stored:
            if api_id in _named(data.get(CONF_LLM_HASS_API)):
                yield {"domain": entry.domain, "title": title}


def _named(chosen: Any) -> Iterable[Any]:
    """Return the APIs that somebody was given; they may stand as one text, or as a list."""
    return [chosen] if isinstance(chosen, str) else chosen or ()
