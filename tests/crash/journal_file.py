"""What the journal held at the moment of a crash, read without the engine."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
import json
from pathlib import Path
import shutil
import sqlite3
from tempfile import TemporaryDirectory
from typing import Any, Final

FILE: Final = "action_engine.db"
ENDED: Final = frozenset(
    {"success", "failed", "cancelled", "unknown", "denied", "rejected", "expired"}
    | {"rolled_back"}
)
FINAL: Final = frozenset({"result", "raised"})


@dataclass(slots=True, kw_only=True)
class Kept:
    """What is kept of one execution."""

    id: str
    name: str
    state: str
    key: str | None
    undo_of: str | None
    completed: set[str] = field(default_factory=set)
    """Steps of which the result is on disk."""

    sent: set[str] = field(default_factory=set)
    """Steps of which it is on disk that they were to go out."""

    in_flight: set[str] = field(default_factory=set)
    """Steps that went out, and of which nothing more is on disk."""

    @property
    def is_open(self) -> bool:
        """It has not ended."""
        return self.state not in ENDED


@dataclass(slots=True, kw_only=True)
class Snapshot:
    """The whole journal at one moment; steps only of what was open or unknown."""

    executions: dict[str, Kept]
    damage: list[str]

    def of_key(self, key: str) -> list[Kept]:
        """Return the executions with an idempotency key."""
        return [one for one in self.executions.values() if one.key == key]


def read_journal(folder: Path) -> Snapshot:
    """Read a copy, so that the file stays as the crash has left it."""
    with TemporaryDirectory() as scratch:
        for suffix in ("", "-wal"):
            path = folder / f"{FILE}{suffix}"
            if path.exists():
                shutil.copy(path, scratch)
        with closing(sqlite3.connect(Path(scratch) / FILE)) as connection:
            connection.row_factory = sqlite3.Row
            return _read(connection)


def _read(connection: sqlite3.Connection) -> Snapshot:
    damage = [row[0] for row in connection.execute("PRAGMA quick_check")]
    columns = "id, name, state, idempotency_key, undo_of"
    rows = connection.execute(f"SELECT {columns} FROM action_engine_executions")  # noqa: S608 - fixed names
    executions = {
        row["id"]: Kept(
            id=row["id"],
            name=row["name"],
            state=row["state"],
            key=row["idempotency_key"],
            undo_of=row["undo_of"],
        )
        for row in rows
    }
    _read_steps(connection, executions)
    return Snapshot(executions=executions, damage=[d for d in damage if d != "ok"])


def _read_steps(connection: sqlite3.Connection, executions: dict[str, Kept]) -> None:
    wanted = [
        one.id for one in executions.values() if one.is_open or one.state == "unknown"
    ]
    for execution_id in wanted:
        events = connection.execute(
            "SELECT kind, path, data FROM action_engine_events"
            " WHERE execution_id = ? ORDER BY seq",
            [execution_id],
        )
        _follow(executions[execution_id], events)


def _follow(kept: Kept, events: Iterable[sqlite3.Row]) -> None:
    keys: dict[str, str] = {}
    for event in events:
        kind, path = event["kind"], event["path"]
        if kind == "intent":
            data = json.loads(event["data"])
            if "service" in data:
                keys[path] = _key(data)
            kept.sent.add(keys[path])
            kept.in_flight.add(keys[path])
        elif kind in FINAL and path in keys:
            kept.completed.add(keys[path])
            kept.in_flight.discard(keys[path])
        elif kind == "attempt" and path in keys:
            kept.in_flight.discard(keys[path])


def _key(order: dict[str, Any]) -> str:
    """Return what a device knows the step by."""
    mark: str | None = order["data"].get("mark")
    if mark is not None:
        return mark
    targets = _plain(order["targets"])
    device = targets[0].partition(".")[2] if targets else None
    return f"{device}:{order['service']}"


def _plain(value: Any) -> Any:
    """Take the type off a value that the journal has written with one."""
    return value["="] if isinstance(value, dict) and "!" in value else value
