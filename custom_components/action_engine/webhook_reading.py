"""Between a webhook and what is stored of it, read without goodwill.

``{section: {key: value}}``, as the form has it. Home Assistant keeps subentries in its own
storage, secrets among them, and hands them to nobody but administrators.
"""

from collections.abc import Mapping
from typing import Any, Final

from .engine.model.webhook import (
    LONGEST_TIMEOUT,
    METHODS,
    MOST_BYTES,
    MOST_RETRIES,
    Webhook,
    header_problem,
    is_name,
    url_problem,
)
from .stored_section import INVALID_VALUE, NAMED_TWICE, PolicyDataError, StoredSection

WHERE: Final = "where"
HEADERS: Final = "headers"
SIGNING: Final = "signing"
BOUNDS: Final = "bounds"
SECTIONS: Final = (WHERE, HEADERS, SIGNING, BOUNDS)

_DEFAULT: Final = Webhook(name="")


def read_webhook(name: str, stored: Mapping[str, Any]) -> Webhook:
    """Return the endpoint; raise ``PolicyDataError`` for what cannot be meant."""
    if extra := sorted(str(key) for key in stored.keys() - set(SECTIONS)):
        raise PolicyDataError(INVALID_VALUE, extra[0], extra[0])
    if not is_name(name):
        raise PolicyDataError("invalid_name", "name", name)
    where, headers, signing, bounds = (StoredSection(stored, one) for one in SECTIONS)
    allow_http = where.flag("allow_http", _DEFAULT.allow_http)
    webhook = Webhook(
        name=name,
        url=_url(where, allow_http=allow_http),
        methods=_methods(where),
        paths=where.flag("paths", _DEFAULT.paths),
        allow_http=allow_http,
        allow_private=where.flag("allow_private", _DEFAULT.allow_private),
        headers=_headers(headers),
        secret=signing.word("secret", None),
        signature_header=_header_name(signing, "signature_header"),
        timestamp_header=_header_name(signing, "timestamp_header"),
        timeout=bounds.number(
            "timeout", _DEFAULT.timeout, lowest=1, highest=LONGEST_TIMEOUT
        ),
        max_request=bounds.whole(
            "max_request", _DEFAULT.max_request, highest=MOST_BYTES
        ),
        max_response=bounds.whole(
            "max_response", _DEFAULT.max_response, highest=MOST_BYTES
        ),
        retries=bounds.whole("retries", _DEFAULT.retries, highest=MOST_RETRIES),
    )
    for section in (where, headers, signing, bounds):
        section.end()
    _check_headers(webhook)
    return webhook


def webhook_as_data(webhook: Webhook) -> dict[str, dict[str, Any]]:
    """Return all but the name in the shape in which the entry stores it."""
    return {
        WHERE: {
            "url": webhook.url,
            "methods": list(webhook.methods),
            "paths": webhook.paths,
            "allow_http": webhook.allow_http,
            "allow_private": webhook.allow_private,
        },
        HEADERS: {
            "headers": [
                {"name": name, "value": value}
                for name, value in webhook.headers.items()
            ]
        },
        SIGNING: {
            "secret": webhook.secret or "",
            "signature_header": webhook.signature_header,
            "timestamp_header": webhook.timestamp_header,
        },
        BOUNDS: {
            "timeout": webhook.timeout,
            "max_request": webhook.max_request,
            "max_response": webhook.max_response,
            "retries": webhook.retries,
        },
    }


def _url(where: StoredSection, *, allow_http: bool) -> str:
    url = where.word("url", None) or ""
    if (code := url_problem(url, allow_http=allow_http)) is not None:
        # What came may hold a token, and is not repeated.
        raise PolicyDataError(code, f"{WHERE}.url", "")
    return url


def _methods(where: StoredSection) -> tuple[str, ...]:
    methods = where.words("methods", _DEFAULT.methods)
    if not methods or not set(methods) <= set(METHODS):
        raise PolicyDataError(INVALID_VALUE, f"{WHERE}.methods", ", ".join(methods))
    return tuple(dict.fromkeys(methods))


def _headers(section: StoredSection) -> dict[str, str]:
    found: dict[str, str] = {}
    place = f"{HEADERS}.headers"
    for row in section.mappings("headers"):
        name, value = row.get("name"), row.get("value")
        if (
            row.keys() != {"name", "value"}
            or not isinstance(name, str)
            or not isinstance(value, str)
        ):
            raise PolicyDataError("invalid_header", place, "")
        if (code := header_problem(name, value)) is not None:
            raise PolicyDataError(code, place, name)
        if name.lower() in {one.lower() for one in found}:
            raise PolicyDataError(NAMED_TWICE, place, name)
        found[name] = value
    return found


def _header_name(signing: StoredSection, key: str) -> str:
    name = signing.word(key, getattr(_DEFAULT, key)) or ""
    if header_problem(name, "-") is not None:
        raise PolicyDataError("invalid_header", f"{SIGNING}.{key}", name)
    return name


def _check_headers(webhook: Webhook) -> None:
    """Raise if a header that signs stands in the list of fixed ones as well."""
    signing = {webhook.signature_header.lower(), webhook.timestamp_header.lower()}
    fixed = {name.lower() for name in webhook.headers}
    if len(signing) != 2 or signing & fixed:  # noqa: PLR2004 - of the two that sign
        place = f"{SIGNING}.signature_header"
        raise PolicyDataError(NAMED_TWICE, place, webhook.signature_header)
