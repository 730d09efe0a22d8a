"""One source in, one draft out."""

from collections.abc import Callable
from typing import Any, Final

from homeassistant.core import HomeAssistant

from ..errors import InvalidActionError
from ..model.draft import Draft
from ..model.request import Source, SourceKind
from .caps import check_caps
from .entities import read_automation, read_script
from .plain import to_plain
from .shapes import to_draft
from .wording import in_words
from .yaml_text import load_yaml


async def async_read(hass: HomeAssistant, source: Source) -> Draft:
    """Read a source of any kind into actions of our own.

    Raises ``ActionParseError`` for text that is not YAML, ``SourceNotFoundError`` for
    an entity that is not there, ``InvalidActionError`` for everything else.

    Nothing is left to a thread: the largest text that is accepted takes 5 ms.
    """
    return _READERS[source.kind](hass, source.value)


def _actions(_: HomeAssistant, value: Any) -> Draft:
    if isinstance(value, str):
        raise InvalidActionError(
            "actions", in_words(value), "a list of actions; text belongs into yaml"
        )
    check_caps(value)
    return to_draft(to_plain(value))


def _yaml(_: HomeAssistant, value: Any) -> Draft:
    if not isinstance(value, str):
        raise InvalidActionError(
            "yaml", in_words(value), "text; a list of actions belongs into actions"
        )
    return to_draft(load_yaml(value))


_READERS: Final[dict[SourceKind, Callable[[HomeAssistant, Any], Draft]]] = {
    SourceKind.ACTIONS: _actions,
    SourceKind.YAML: _yaml,
    SourceKind.SCRIPT: read_script,
    SourceKind.AUTOMATION: read_automation,
}
