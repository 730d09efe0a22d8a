"""The actions of the gate: judge without running, answer questions, stop and let go.

assess          what the gate would answer              everybody, about his own requests
approve reject  the answer to a question                who may answer it, by hand
list_approvals  the questions that wait                 own ones, approvers, administrators
list_grants     what was allowed in advance             own ones, approvers, administrators
revoke_grant    takes that back                         as those that he sees
panic_stop      ends everything, keeps agents out       everybody
lift_panic      lets them in again                      administrators, by hand
list_circuits   what has failed of late                 administrators
reset_circuit   lets that through again                 administrators

By hand: neither an automation nor a script does it, and no run of the engine.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Final

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse

from . import approvals_api, gate_api
from .asking import Asker, asker_of

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]
type Ask = Callable[[Asker, Mapping[str, Any]], Coroutine[Any, Any, Mapping[str, Any]]]


def service(ask: Ask) -> Handler:
    """Return the handler of an action that asks this of the engine."""

    async def handle(call: ServiceCall) -> ServiceResponse:
        answer = await ask(await asker_of(call), call.data)
        return dict(answer) if call.return_response else None

    return handle


GATE_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "assess": (service(gate_api.assess), SupportsResponse.ONLY),
    "approve": (service(gate_api.approve), SupportsResponse.OPTIONAL),
    "reject": (service(gate_api.reject), SupportsResponse.OPTIONAL),
    "list_approvals": (service(approvals_api.list_approvals), SupportsResponse.ONLY),
    "list_grants": (service(gate_api.list_grants), SupportsResponse.ONLY),
    "revoke_grant": (service(gate_api.revoke_grant), SupportsResponse.OPTIONAL),
    "panic_stop": (service(gate_api.panic_stop), SupportsResponse.OPTIONAL),
    "lift_panic": (service(gate_api.lift_panic), SupportsResponse.OPTIONAL),
    "list_circuits": (service(gate_api.list_circuits), SupportsResponse.ONLY),
    "reset_circuit": (service(gate_api.reset_circuit), SupportsResponse.OPTIONAL),
}
