"""Secrets of which each lets one person answer one question, once, from a phone."""

from hashlib import sha256
import secrets
from typing import Final, NamedTuple

_BYTES: Final = 24


class _Ticket(NamedTuple):
    approval_id: str
    person: str


class Nonces:
    """Those that are out. They are kept as hashes, and end with this life."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tickets: dict[bytes, _Ticket] = {}

    def issue(self, approval_id: str, person: str) -> str:
        """Return the secret with which ``person`` may answer a question."""
        nonce = secrets.token_urlsafe(_BYTES)
        self._tickets[_hash(nonce)] = _Ticket(approval_id, person)
        return nonce

    def redeem(self, nonce: str, person: str) -> str | None:
        """Return the question that a secret answers, and use it up.

        None if it is not this person's; then it stays good for who it was made for.
        """
        ticket = self._tickets.get(key := _hash(nonce))
        if ticket is None or ticket.person != person:
            return None
        del self._tickets[key]
        return ticket.approval_id

    def forget(self, approval_id: str) -> None:
        """Let nobody answer a question any more."""
        self._tickets = {
            key: ticket
            for key, ticket in self._tickets.items()
            if ticket.approval_id != approval_id
        }


def _hash(nonce: str) -> bytes:
    return sha256(nonce.encode()).digest()
