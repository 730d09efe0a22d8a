"""Executions, for the REST and the WebSocket API: run, look at, cancel and undo them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from .asking import Asker
from .engine.errors import InvalidActionError
from .people_names import names_behind
from .record_fields import parse_rollback, parse_search
from .request_fields import parse_id, parse_run
from .run_answer import answer_to_run, question_of

_RAISES: Final = "on_failure_raise"


async def run(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Run actions, and tell what became of them."""
    if data.get(_RAISES) is not None:
        expected = "an answer that tells of the failure"
        raise InvalidActionError(_RAISES, "a value", expected)
    request = parse_run(data, asker.context)
    execution = await asker.engine.run(request)
    return answer_to_run(asker.engine, request, execution)


async def list_executions(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of executions, the newest first."""
    wanted = replace(
        parse_search(data),
        sight=asker.sight,
        agents=frozenset(
            one.id for one in asker.engine.gate.policies if not one.trusted
        ),
    )
    return await asker.engine.record.page(wanted)


async def get_execution(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the account of one, its timeline, what is behind it, and its question."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    account = await asker.engine.record.get(execution_id)
    account |= await asker.engine.record.telling.get(execution_id, asker.sight)
    account |= await names_behind(asker, account)
    return account | question_of(asker.engine, execution_id)


async def cancel(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """End one, or take it back while it waits for a person."""
    execution_id = parse_id(data)
    await asker.check_seen(execution_id)
    asker.engine.cancel(execution_id)
    await asker.engine.settled()
    return {"execution_id": execution_id}


async def rollback(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Undo one, in the name of who asks and with no more rights than he has."""
    request = parse_rollback(data, asker.context, answers=True)
    # Whoever does not see everything says which one: "the last one" may be anybody's.
    await asker.check_seen(request.execution_id or "")
    answer = await asker.engine.record.rollback(request)
    return answer | question_of(asker.engine, answer.get("execution_id", ""))
