"""Home Assistant's HTTP interface, as far as a home needs it."""

from dataclasses import dataclass, replace
import json
from typing import Any, override
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class ApiError(Exception):
    """Home Assistant answered with an error status."""

    def __init__(self, status: int, body: Any) -> None:
        """Keep the status and the decoded body, or its text where it is no JSON."""
        super().__init__(status, body)
        self.status = status
        self.body = body

    @override
    def __str__(self) -> str:
        return f"HTTP {self.status}: {self.message}"

    @property
    def message(self) -> str:
        """What the answer says, for people."""
        return str(
            self.body.get("message", self.body)
            if isinstance(self.body, dict)
            else self.body
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """One address, and the token that is sent along once there is one.

    Every call blocks, answers decoded JSON, and raises ApiError for an error status
    and OSError while nobody listens.
    """

    url: str
    token: str | None = None

    def signed(self, token: str) -> Api:
        """Return the same address with a token."""
        return replace(self, token=token)

    def get(self, path: str) -> Any:
        """Read."""
        return self._send(Request(f"{self.url}{path}"))  # noqa: S310 - always http

    def post(self, path: str, data: Any = None) -> Any:
        """Send JSON."""
        body = json.dumps({} if data is None else data).encode()
        request = Request(f"{self.url}{path}", body)  # noqa: S310 - always http
        request.add_header("Content-Type", "application/json")
        return self._send(request)

    def post_form(self, path: str, data: dict[str, str]) -> Any:
        """Send a form, as OAuth wants it."""
        return self._send(
            Request(f"{self.url}{path}", urlencode(data).encode())  # noqa: S310 - http
        )

    def delete(self, path: str) -> Any:
        """Remove."""
        return self._send(Request(f"{self.url}{path}", method="DELETE"))  # noqa: S310 - http

    def _send(self, request: Request) -> Any:
        if self.token is not None:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urlopen(request, timeout=120) as response:  # noqa: S310 - always http
                return _decode(response.read())
        except HTTPError as error:
            raise ApiError(error.code, _decode(error.read())) from None


def _decode(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode(errors="replace")
