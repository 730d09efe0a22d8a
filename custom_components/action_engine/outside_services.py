"""The actions that lead out of the home, and those that make texts for that.

call_webhook     sends something to a server        runs of the engine; administrators, by hand
render_message   fills in a template of the owner   everybody
generate_report  what was done, in words            everybody, what he may see
"""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from homeassistant.core import Context, ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import Unauthorized

from .asking import asker_of
from .engine.engine import ActionEngine
from .engine.errors import ExecutionNotFoundError
from .outside_fields import parse_message, parse_webhook
from .report_delivery import deliver
from .report_fields import parse_report
from .report_sight import report_sight, require_leave_to_deliver
from .rights import require_admin
from .runtime import loaded_engine, loaded_entry
from .webhooks import webhook_of

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _call_webhook(call: ServiceCall) -> ServiceResponse:
    entry = loaded_entry(call.hass)
    engine = entry.runtime_data.engine
    if not is_running(engine, call.context):
        if not engine.gate.by_hand(call.context):
            raise Unauthorized(context=call.context)
        await require_admin(call.hass, call.context)
    endpoint, wanted = parse_webhook(call.data)
    answer = await engine.desk.outside.sender.send(webhook_of(entry, endpoint), wanted)
    return answer.as_dict() if call.return_response else None


def is_running(engine: ActionEngine, context: Context) -> bool:
    """Tell whether a call is made by a run of the engine that has not ended.

    Then it came through the gate: nobody else is given the context of an execution.
    """
    try:
        execution = engine.get(context.id)
    except ExecutionNotFoundError:
        return False
    return not execution.is_ended


async def _render_message(call: ServiceCall) -> ServiceResponse:
    template, variables = parse_message(call.data)
    message = await loaded_engine(call.hass).desk.outside.message(template, variables)
    return dict(message)


async def _generate_report(call: ServiceCall) -> ServiceResponse:
    asker = await asker_of(call)
    sight = report_sight(asker)
    wish, delivery = parse_report(call.data, sight)
    if delivery is not None:
        await require_leave_to_deliver(asker)
    gate = asker.engine.gate
    names = {policy.id: policy.name for policy in gate.policies}
    report = await asker.engine.record.report(wish, names)
    if delivery is not None:
        report["delivered"] = await deliver(
            call.hass, delivery, report["title"], report["text"], call.context
        )
    return report if call.return_response else None


OUTSIDE_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "call_webhook": (_call_webhook, SupportsResponse.OPTIONAL),
    "generate_report": (_generate_report, SupportsResponse.OPTIONAL),
    "render_message": (_render_message, SupportsResponse.ONLY),
}
