"""More people of the home, with accounts of their own."""

import asyncio
from typing import Any

import aiohttp

from .api import Api
from .owner import sign_in


def add_resident(owner: Api, username: str, *, group: str = "system-users") -> str:
    """Make an account as the owner does in the settings; return the user's id."""
    user_id = str(
        command(owner, "config/auth/create", name=username.title(), group_ids=[group])[
            "user"
        ]["id"]
    )
    command(
        owner,
        "config/auth_provider/homeassistant/create",
        user_id=user_id,
        username=username,
        password=username,
    )
    return user_id


def sign_in_as(api: Api, username: str) -> Api:
    """Return the address with an access token of a resident."""
    return sign_in(Api(url=api.url), username, username)


def command(api: Api, command_type: str, **fields: Any) -> Any:
    """Send one command over a WebSocket of its own, and return its result."""
    return asyncio.run(_command(api, {"id": 1, "type": command_type, **fields}))


async def _command(api: Api, message: dict[str, Any]) -> Any:
    url = f"{api.url}/api/websocket"
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(url) as connection,
    ):
        await connection.receive_json()
        await connection.send_json({"type": "auth", "access_token": api.token})
        await connection.receive_json()
        await connection.send_json(message)
        answer = await connection.receive_json()
    if not answer["success"]:
        raise RuntimeError(str(answer["error"]))
    return answer["result"]
