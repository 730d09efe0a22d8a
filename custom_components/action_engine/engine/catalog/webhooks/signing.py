"""What proves to a server that a call came from here, and when."""

import hashlib
import hmac

from ...model.webhook import Webhook


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """Return ``sha256=`` and the HMAC of ``<timestamp>.<body>`` in hexadecimal."""
    signed = f"{timestamp}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"sha256={digest}"


def signed_headers(webhook: Webhook, now: float, body: bytes) -> dict[str, str]:
    """Return the headers that sign a body, none without a secret; ``now`` in seconds."""
    if webhook.secret is None:
        return {}
    timestamp = int(now)
    return {
        webhook.timestamp_header: str(timestamp),
        webhook.signature_header: signature(webhook.secret, timestamp, body),
    }
