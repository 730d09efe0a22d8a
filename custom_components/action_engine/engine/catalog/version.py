"""The version of a named action: a hash of all that matters to what is done."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
import json
from typing import Any, Final

from ..model.named_action import Field, NamedAction

_DIGITS: Final = 16


def versioned(action: NamedAction) -> NamedAction:
    """Return the action with its version; words for people do not count."""
    content = {
        "name": action.name,
        "fields": {name: _field(one) for name, one in action.fields.items()},
        "either": action.either,
        "impact": action.impact.word,
        "requires_approval": action.requires_approval,
        "sequence": action.sequence,
    }
    text = json.dumps(content, sort_keys=True, default=_plain)
    return replace(action, version=sha256(text.encode()).hexdigest()[:_DIGITS])


def _field(field: Field) -> dict[str, Any]:
    return {
        "selector": field.selector,
        "required": field.required,
        "default": field.default,
        "aliases": field.aliases,
        "words": field.words,
    }


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)
