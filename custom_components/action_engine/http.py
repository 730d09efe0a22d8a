"""The REST API below ``/api/action_engine``: each line of ``ROUTES`` is one address.

Every answer is JSON; what went wrong is ``{"code", "message"}``. Who asks is the user whose
token it is. What he may see and do is decided in ``commands``, as for WebSocket.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError

from .api_errors import refusal_of
from .commands import COMMANDS, admit
from .const import DOMAIN
from .http_data import body_of, query_of, with_path


@dataclass(frozen=True, slots=True)
class Route:
    """An address, and the command that answers there."""

    method: str
    path: str
    command: str


ROUTES: Final = (
    Route("GET", "executions", "list_executions"),
    Route("GET", "executions/{execution_id}", "get_execution"),
    Route("POST", "executions/{execution_id}/approve", "approve"),
    Route("POST", "executions/{execution_id}/reject", "reject"),
    Route("POST", "executions/{execution_id}/cancel", "cancel"),
    Route("POST", "executions/{execution_id}/rollback", "rollback"),
    Route("POST", "executions/{execution_id}/pause", "pause"),
    Route("POST", "executions/{execution_id}/resume", "resume"),
    Route("POST", "executions/{execution_id}/repeat", "repeat"),
    Route("POST", "executions/{execution_id}/retry_from", "retry_from"),
    Route("POST", "verify_journal", "verify_journal"),
    Route("GET", "approvals", "list_approvals"),
    Route("GET", "executions/{execution_id}/proposal", "get_proposal"),
    Route("GET", "answers", "list_answers"),
    Route("GET", "grants", "list_grants"),
    Route("POST", "grants/{grant_id}/revoke", "revoke_grant"),
    Route("GET", "figures", "figures"),
    Route("GET", "settings", "settings"),
    Route("POST", "run", "run"),
    Route("POST", "assess", "assess"),
    Route("POST", "check", "check"),
    Route("POST", "run_plan", "run_plan"),
    Route("POST", "process_response", "process_response"),
    Route("POST", "ask", "ask"),
)


class _View(HomeAssistantView):
    def __init__(self, route: Route) -> None:
        self.url = f"/api/{DOMAIN}/{route.path}"
        self.name = f"api:{DOMAIN}:{route.command}"
        self._command = COMMANDS[route.command]

    async def _answer(
        self, request: web.Request, path: Mapping[str, str]
    ) -> web.Response:
        try:
            return self.json(await self._ask(request, path))
        except HomeAssistantError as error:
            refusal = refusal_of(error)
        headers = {}
        if refusal.retry_after is not None:
            headers["Retry-After"] = str(refusal.retry_after)
        return self.json(refusal.as_dict(), refusal.status, headers)

    async def _ask(
        self, request: web.Request, path: Mapping[str, str]
    ) -> dict[str, Any]:
        hass, user = request.app[KEY_HASS], request[KEY_HASS_USER]
        asker = admit(hass, user, writes=self._command.writes)
        given = (
            await body_of(request) if request.method == "POST" else query_of(request)
        )
        return await self._command.ask(asker, with_path(given, path))


class _GetView(_View):
    async def get(self, request: web.Request, **path: str) -> web.Response:
        """Answer a question."""
        return await self._answer(request, path)


class _PostView(_View):
    async def post(self, request: web.Request, **path: str) -> web.Response:
        """Do what is asked for."""
        return await self._answer(request, path)


_VIEWS: Final = {"GET": _GetView, "POST": _PostView}


@callback
def async_setup_http(hass: HomeAssistant) -> None:
    """Register all addresses; they stay when the entry is unloaded, and say so then."""
    for route in ROUTES:
        hass.http.register_view(_VIEWS[route.method](route))
