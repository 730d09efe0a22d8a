"""The actions that look into the past, and change what comes of it.

get_execution    the account of one execution, with its timeline   own ones, administrators
list_executions  a page of them, the newest first                  administrators
repeat           the same request once more                        own ones, administrators
retry_from       a failed one again, from the step that failed     own ones, administrators
resolve          what becomes of one that is unknown               administrators
rollback         undo one, the last one, or all since a time       administrators
verify_journal   whether what is written was changed               administrators
purge            remove what is old                                administrators
"""

from collections.abc import Callable, Coroutine
from dataclasses import asdict
from typing import Any, Final

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import Unauthorized, UnknownUser

from .engine.errors import ExecutionNotFoundError
from .record_fields import parse_list, parse_purge, parse_resolve, parse_rollback
from .request_fields import parse_id, parse_nothing
from .rights import require_admin, require_own
from .run_answer import accepted
from .runtime import loaded_engine, loaded_entry
from .undo_answer import raise_unless_undone

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _get_execution(call: ServiceCall) -> ServiceResponse:
    return await own_account(call, parse_id(call.data))


async def _list_executions(call: ServiceCall) -> ServiceResponse:
    await require_admin(call.hass, call.context)
    return await loaded_engine(call.hass).record.page(parse_list(call.data))


async def _repeat(call: ServiceCall) -> ServiceResponse:
    execution_id = parse_id(call.data)
    await own_account(call, execution_id)
    record = loaded_engine(call.hass).record
    return accepted(await record.repeat(execution_id, call.context))


async def _retry_from(call: ServiceCall) -> ServiceResponse:
    execution_id = parse_id(call.data)
    await own_account(call, execution_id)
    record = loaded_engine(call.hass).record
    return accepted(await record.retry_from(execution_id, call.context))


async def _resolve(call: ServiceCall) -> ServiceResponse:
    await require_admin(call.hass, call.context)
    execution_id, verdict = parse_resolve(call.data)
    keeper = loaded_entry(call.hass).runtime_data.keeper
    state = await keeper.resolve(execution_id, verdict)
    return {"execution_id": execution_id, "state": state}


async def _rollback(call: ServiceCall) -> ServiceResponse:
    await require_admin(call.hass, call.context)
    request = parse_rollback(call.data, call.context, answers=call.return_response)
    answer = await loaded_engine(call.hass).record.rollback(request)
    if not call.return_response:
        raise_unless_undone(answer)
    return answer


async def _verify_journal(call: ServiceCall) -> ServiceResponse:
    await require_admin(call.hass, call.context)
    parse_nothing(call.data)
    keeper = loaded_entry(call.hass).runtime_data.keeper
    return asdict(await keeper.verify())


async def _purge(call: ServiceCall) -> ServiceResponse:
    await require_admin(call.hass, call.context)
    wanted = parse_purge(call.data)
    keeper = loaded_entry(call.hass).runtime_data.keeper
    return {"removed": await keeper.purge(wanted.before, wanted.keep_count)}


RECORD_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "get_execution": (_get_execution, SupportsResponse.ONLY),
    "list_executions": (_list_executions, SupportsResponse.ONLY),
    "repeat": (_repeat, SupportsResponse.OPTIONAL),
    "retry_from": (_retry_from, SupportsResponse.OPTIONAL),
    "resolve": (_resolve, SupportsResponse.OPTIONAL),
    "rollback": (_rollback, SupportsResponse.OPTIONAL),
    "verify_journal": (_verify_journal, SupportsResponse.ONLY),
    "purge": (_purge, SupportsResponse.OPTIONAL),
}


async def own_account(call: ServiceCall, execution_id: str) -> dict[str, Any]:
    """Return an account that is the caller's business.

    To everybody else it is not there: another answer would tell that it is. Also for
    doing it again: what comes of that would tell him the same.
    """
    account = await loaded_engine(call.hass).record.get(execution_id)
    try:
        await require_own(call.hass, call.context, account["user_id"])
    except UnknownUser:
        raise
    except Unauthorized as error:
        raise ExecutionNotFoundError(execution_id=execution_id) from error
    return account
