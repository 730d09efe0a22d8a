"""Executions in motion, for the REST and the WebSocket API: halt, go on, do again."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .asking import Asker
from .engine.engine import Execution
from .engine.errors import ExecutionNotFoundError
from .request_fields import parse_id, parse_nothing
from .run_answer import accepted, question_of


async def pause(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Halt one before its next step."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    asker.engine.pause(execution_id)
    await asker.engine.settled()
    return accepted(asker.engine.get(execution_id))


async def resume(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Let one go on that halts."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    asker.engine.resume(execution_id)
    await asker.engine.settled()
    return accepted(asker.engine.get(execution_id))


async def repeat(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Make the same request again, in the name of who asks and with his rights."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    return _begun(asker, await asker.engine.record.repeat(execution_id, asker.context))


async def retry_from(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Run a failed one again from the step that failed, in the name of who asks."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    record = asker.engine.record
    return _begun(asker, await record.retry_from(execution_id, asker.context))


async def verify_journal(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Walk along the chains of all executions; for whoever sees everything."""
    parse_nothing(data)
    if asker.sight is not None:
        raise ExecutionNotFoundError(execution_id="journal")
    return asdict(await asker.engine.record.verify())


def _begun(asker: Asker, execution: Execution) -> dict[str, Any]:
    return accepted(execution) | question_of(asker.engine, execution.id)
