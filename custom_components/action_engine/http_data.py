"""What a REST request brings: its address, its parameters, and a body of limited size."""

from collections.abc import Mapping
from typing import Any, Final

from aiohttp import web

from homeassistant.util.json import JSON_DECODE_EXCEPTIONS, json_loads

from .api_errors import TooLargeError
from .commands import MOST_BYTES
from .engine.errors import InvalidActionError
from .request_values import shown

_CHUNK: Final = 16 * 1024

_NAMES: Final = {"state": "states", "entity": "entity_id"}
"""Parameters with another name than the field that they are."""


async def body_of(request: web.Request) -> Mapping[str, Any]:
    """Return the object that a body holds; nothing at all is an empty one."""
    raw = await _read(request)
    if not raw.strip():
        return {}
    try:
        body = json_loads(raw)
    except JSON_DECODE_EXCEPTIONS as error:
        raise InvalidActionError("body", shown(str(error)), "JSON") from error
    if not isinstance(body, dict):
        raise InvalidActionError("body", shown(body), "a JSON object")
    return body


def query_of(request: web.Request) -> Mapping[str, Any]:
    """Return the parameters by the names of fields; one that comes twice is a list."""
    given: dict[str, Any] = {}
    for name in dict.fromkeys(request.query):
        values = request.query.getall(name)
        given[_NAMES.get(name, name)] = values if len(values) > 1 else values[0]
    return given


def with_path(given: Mapping[str, Any], path: Mapping[str, str]) -> dict[str, Any]:
    """Return the data with what stands in the address, which stands nowhere else."""
    for name in path:
        if name in given:
            expected = "nothing: it stands in the address"
            raise InvalidActionError(name, shown(given[name]), expected)
    return {**given, **path}


async def _read(request: web.Request) -> bytes:
    """Return the body; stop at the limit, whatever its length was said to be."""
    raw = bytearray()
    async for chunk in request.content.iter_chunked(_CHUNK):
        raw += chunk
        if len(raw) > MOST_BYTES:
            raise TooLargeError(MOST_BYTES)
    return bytes(raw)
