"""What somebody may attach to a bug report: nothing in it opens a door."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
import re
from typing import Any, Final

from homeassistant.components.diagnostics import async_redact_data
from homeassistant.core import HomeAssistant

from .engine.engine import ActionEngine, Execution, Statistics
from .engine.errors import JournalUnavailableError
from .engine.model.request import Request, SourceKind
from .entry_options import shown_options
from .keeper import Keeper
from .runtime import ActionEngineConfigEntry
from .webhooks import webhooks_for_diagnostics

_SECRET_WORDS: Final = frozenset(
    {
        "auth",
        "authorization",
        "code",
        "codes",
        "credentials",
        "passcode",
        "passphrase",
        "password",
        "passwd",
        "pin",
        "pins",
        "pw",
        "secret",
        "secrets",
        "token",
        "tokens",
        "webhook",
    }
)
"""A name with one of these words in it (``alarm_code``, ``accessToken``) hides its value,
and so does any ``…_key``: only ``key`` by itself is a field of the engine's own."""

_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


async def async_get_config_entry_diagnostics(
    _hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> dict[str, Any]:
    """Return options, figures and the executions that the engine still knows."""
    engine = entry.runtime_data.engine
    return {
        "options": shown_options(engine),
        "enabled": engine.enabled,
        "catalog": _catalog(engine),
        "statistics": _figures(engine.statistics),
        "journal": _journal(entry.runtime_data.keeper),
        "facts": await _facts(engine),
        "webhooks": webhooks_for_diagnostics(entry),
        "executions": _redacted([_account(each) for each in engine.executions]),
    }


def _catalog(engine: ActionEngine) -> dict[str, Any]:
    """Return how many named actions there are, and which of them do not count."""
    problems = [asdict(one) for one in engine.desk.catalog.problems]
    return {"counts": engine.desk.catalog.counts(), "problems": problems}


def _journal(keeper: Keeper) -> dict[str, Any]:
    return {
        "health": asdict(keeper.health),
        "size": None if keeper.size is None else asdict(keeper.size),
        "undecided": len(keeper.undecided),
        "interrupted": keeper.interrupted,
        "last_resume": _plain(keeper.last_resume),
    }


async def _facts(engine: ActionEngine) -> dict[str, int] | None:
    """Return how many facts each policy has, None while nobody can count them."""
    try:
        return dict(await engine.record.facts.count())
    except JournalUnavailableError:
        return None


def _figures(statistics: Statistics) -> dict[str, Any]:
    names = [figure.name for figure in fields(statistics) if figure.name != "last"]
    return {name: getattr(statistics, name) for name in names}


def _account(execution: Execution) -> dict[str, Any]:
    summary = execution.summary.as_dict()
    if error := summary["error"]:
        # Its ``code`` says what went wrong; under that name it would be hidden.
        summary["error"] = {"reason": error["code"], **error}
    return {
        "request": _request(execution.request),
        "origin": execution.origin,
        "resumed": execution.is_revived,
        "resumable": execution.resumable,
        "undo_of": execution.undo_of,
        "repeat_of": execution.repeat_of,
        "summary": summary,
    }


def _request(request: Request) -> dict[str, Any]:
    source = request.source
    # Text hides nothing by name, so that only its size is told.
    value = len(source.value) if source.kind is SourceKind.YAML else source.value
    return {
        "source": {"kind": source.kind, "value": value},
        "variables": request.variables,
        "name": request.name,
        "priority": request.priority.name,
        "key": request.key,
        "mode": request.mode,
        "wait": request.wait,
        "observe": request.observe,
        "retry": request.retry,
        "verify": request.verify,
        "within": request.within,
        "timeout": request.timeout,
        "on_failure": request.on_failure,
        "idempotent": request.idempotency_key is not None,
    }


def _redacted(data: Any) -> Any:
    plain = _plain(data)
    secret = {name for name in _names(plain) if _is_secret(name)}
    return async_redact_data(plain, secret)


def _is_secret(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    return not _SECRET_WORDS.isdisjoint(words) or (
        len(words) > 1 and words[-1] == "key"
    )


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
        data = data.values()
    elif not isinstance(data, list):
        return
    for value in data:
        yield from _names(value)


def _plain(data: Any) -> Any:
    """Return lists, dicts, numbers and texts only: redaction looks into nothing else."""
    match data:
        case None | bool() | int() | float():
            return data
        case Mapping():
            return {str(key): _plain(value) for key, value in data.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(value) for value in data]
        case _:
            return str(data)
