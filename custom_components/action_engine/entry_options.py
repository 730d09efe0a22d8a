"""The options page's shape, ``{section: {key: value}}``, and the engine's own."""

from collections.abc import Mapping
from typing import Any

from .const import (
    SECTION_EXECUTION,
    SECTION_JOURNAL,
    SECTION_RESTART,
    SECTION_RETRY,
    SECTION_SAFETY,
    SECTION_VERIFICATION,
)
from .engine.engine import ActionEngine
from .engine.model.circuit import CircuitSettings
from .engine.model.journal import JournalSettings
from .engine.model.options import EngineOptions, OnRestart
from .engine.model.retry import RetryPolicy


def options_from_entry(stored: Mapping[str, Any]) -> EngineOptions:
    """Return what the owner has set; what is not there keeps its default.

    A timeout of 0 stands for no limit, because a form has no way to say None.
    """
    execution = dict(stored.get(SECTION_EXECUTION, {}))
    verification = dict(stored.get(SECTION_VERIFICATION, {}))
    restart = dict(stored.get(SECTION_RESTART, {}))
    safety = dict(stored.get(SECTION_SAFETY, {}))
    default = EngineOptions()
    return EngineOptions(
        workers=int(execution.get("workers", default.workers)),
        max_queue=int(execution.get("max_queue", default.max_queue)),
        timeout=float(execution.get("timeout", 0)) or None,
        retry=_retry(stored.get(SECTION_RETRY, {})),
        verify=bool(verification.get("verify", default.verify)),
        within=float(verification.get("within", default.within)),
        on_restart=OnRestart(restart.get("on_restart", default.on_restart)),
        resume_within=float(restart.get("resume_within", default.resume_within)),
        journal=_journal(stored.get(SECTION_JOURNAL, {})),
        circuits=_circuits(safety),
        approval_code=str(safety.get("approval_code") or "") or None,
    )


def options_as_entry(options: EngineOptions) -> dict[str, dict[str, Any]]:
    """Return the options in the shape in which the entry stores them."""
    return {
        SECTION_EXECUTION: {
            "workers": options.workers,
            "max_queue": options.max_queue,
            "timeout": options.timeout or 0,
        },
        SECTION_RETRY: {
            "max_retries": options.retry.max_retries,
            "initial_delay": options.retry.initial_delay,
            "multiplier": options.retry.multiplier,
            "max_delay": options.retry.max_delay,
            "jitter": options.retry.jitter,
        },
        SECTION_VERIFICATION: {"verify": options.verify, "within": options.within},
        SECTION_RESTART: {
            "on_restart": options.on_restart.value,
            "resume_within": options.resume_within,
        },
        SECTION_SAFETY: {
            "approval_code": options.approval_code or "",
            "circuit_threshold": options.circuits.threshold,
            "circuit_cooldown": options.circuits.cooldown,
        },
        SECTION_JOURNAL: {
            "db_url": options.journal.url or "",
            "encrypt": options.journal.encrypt,
            "keep_days": options.journal.keep_days,
            "keep_count": options.journal.keep_count,
        },
    }


def shown_options(engine: ActionEngine) -> dict[str, dict[str, Any]]:
    """Return the options in force for people to read: nothing in it opens a door."""
    options = options_as_entry(engine.options)
    # A hash of four digits is soon undone.
    options[SECTION_SAFETY]["approval_code"] = bool(engine.options.approval_code)
    if options[SECTION_JOURNAL]["db_url"]:
        options[SECTION_JOURNAL]["db_url"] = engine.record.health.place
    return options


def needs_reopening(before: JournalSettings, after: JournalSettings) -> bool:
    """Tell whether a journal has to be closed and opened for a change to count."""
    return (before.url, before.encrypt) != (after.url, after.encrypt)


def _retry(stored: Mapping[str, Any]) -> RetryPolicy:
    default = RetryPolicy()
    return RetryPolicy(
        max_retries=int(stored.get("max_retries", default.max_retries)),
        initial_delay=float(stored.get("initial_delay", default.initial_delay)),
        multiplier=float(stored.get("multiplier", default.multiplier)),
        max_delay=float(stored.get("max_delay", default.max_delay)),
        jitter=float(stored.get("jitter", default.jitter)),
    )


def _circuits(stored: Mapping[str, Any]) -> CircuitSettings:
    default = CircuitSettings()
    return CircuitSettings(
        threshold=int(stored.get("circuit_threshold", default.threshold)),
        cooldown=float(stored.get("circuit_cooldown", default.cooldown)),
    )


def _journal(stored: Mapping[str, Any]) -> JournalSettings:
    default = JournalSettings()
    return JournalSettings(
        url=str(stored.get("db_url") or "").strip() or None,
        encrypt=bool(stored.get("encrypt", default.encrypt)),
        keep_days=int(stored.get("keep_days", default.keep_days)),
        keep_count=int(stored.get("keep_count", default.keep_count)),
    )
