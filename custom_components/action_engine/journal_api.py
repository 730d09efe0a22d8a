"""How the journal is, and what administrators do about it, for the WebSocket API."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .asking import Asker
from .keeper import Keeper
from .record_fields import parse_purge
from .request_fields import parse_nothing
from .rights import require_admin
from .runtime import loaded_entry


async def journal(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return health and size, how much is kept, and what the last check has found.

    The size is that of the last measurement, some minutes ago at most.
    """
    await require_admin(asker.hass, asker.context)
    parse_nothing(data)
    keeper, kept = _keeper(asker), asker.engine.options.journal
    return {
        "health": asdict(keeper.health),
        "size": None if keeper.size is None else asdict(keeper.size),
        "keep_days": kept.keep_days,
        "keep_count": kept.keep_count,
        "encrypt": kept.encrypt,
        "verified": _verified(keeper),
    }


async def verify_journal(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Walk along everything that is written, and tell what was changed."""
    await require_admin(asker.hass, asker.context)
    parse_nothing(data)
    return asdict(await _keeper(asker).verify())


async def purge(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Remove what is old, or what the options no longer keep."""
    await require_admin(asker.hass, asker.context)
    wanted = parse_purge(data)
    return {"removed": await _keeper(asker).purge(wanted.before, wanted.keep_count)}


def _verified(keeper: Keeper) -> dict[str, Any] | None:
    if keeper.verified is None:
        return None
    at, report = keeper.verified
    return {"at": at.isoformat(), **asdict(report)}


def _keeper(asker: Asker) -> Keeper:
    return loaded_entry(asker.hass).runtime_data.keeper
