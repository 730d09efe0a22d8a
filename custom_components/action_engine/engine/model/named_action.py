"""An action that has a name: what it takes, how bad it may be, and what it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from .impact import Reversible, Risk

BUILTIN: Final = "builtin"
SUBENTRY: Final = "subentry"
SCRIPT: Final = "script"
PLATFORM: Final = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One parameter of a named action."""

    selector: Mapping[str, Any]
    """As Home Assistant has it: ``{"text": {}}``. It says what a value has to be."""

    required: bool = False
    default: Any = None
    """Counts where nothing is given; None: there is none."""

    name: str | None = None
    description: str | None = None
    example: Any = None
    aliases: tuple[str, ...] = ()
    """Other names under which the value may come."""

    words: Mapping[str, Any] = field(default_factory=dict)
    """Other words for values, in lower case: ``{"alta": "high"}``."""

    def as_dict(self) -> dict[str, Any]:
        """Return what a caller has to know, as plain data."""
        known = {
            "name": self.name,
            "description": self.description,
            "default": self.default,
            "example": self.example,
        }
        return {
            "selector": _plain(self.selector),
            "required": self.required,
            **{key: one for key, one in known.items() if one is not None},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollback:
    """Whether what an action did can be taken back, and a sentence that says why."""

    supported: Reversible
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAction:
    """One entry of the catalog; it cannot be changed, only be replaced."""

    name: str
    """A word in lower case, without a dot: so it is never the name of a service."""

    title: str
    description: str = ""
    category: str = "custom"
    fields: Mapping[str, Field] = field(default_factory=dict)
    either: tuple[tuple[str, ...], ...] = ()
    """Groups of fields of each of which exactly one has to be given."""

    impact: Risk = Risk.MEDIUM
    """How bad it is at least; the gate looks at the calls in it as well."""

    requires_approval: bool = False
    rollback: Rollback
    active: bool = True
    source: str = BUILTIN
    """``builtin``, or where it is from: ``subentry:<id>``, ``script:<entity id>``,
    ``platform:<domain>``."""

    version: str = ""
    """Hash of everything in it that matters to what is done."""

    sequence: tuple[Mapping[str, Any], ...] = ()
    """Raw steps, in which the parameters are variables; one that is not given is None.

    What they assign to ``result`` is the answer of the action.
    """

    inner: tuple[str, ...] = ()
    """Other variables that the steps set, known to nobody outside."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    """Values of fields that the owner has chosen for the whole home."""

    @property
    def kind(self) -> str:
        """Return what sort of source it is from."""
        return self.source.partition(":")[0]

    def default_of(self, name: str) -> Any:
        """Return what counts where a field is not given; None: there is nothing."""
        chosen = self.settings.get(name)
        return self.fields[name].default if chosen is None else chosen

    def with_settings(self, settings: Mapping[str, Any]) -> NamedAction:
        """Return it with values for the whole home; those of other fields are left out."""
        fitting = {key: one for key, one in settings.items() if key in self.fields}
        return replace(self, settings=fitting)

    def as_dict(self) -> dict[str, Any]:
        """Return what a caller has to know, as plain data."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "category": self.category,
            "fields": {name: self._field(name) for name in self.fields},
            "either": [list(group) for group in self.either],
            "impact": self.impact.word,
            "requires_approval": self.requires_approval,
            "rollback": self.rollback.supported.value,
            "rollback_reason": self.rollback.why,
            "active": self.active,
            "source": self.source,
            "version": self.version,
        }

    def _field(self, name: str) -> dict[str, Any]:
        known = self.fields[name].as_dict()
        if (default := self.default_of(name)) is not None:
            known |= {"default": default, "required": False}
        return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An entry of the catalog as somebody else has made it, unread."""

    name: str
    source: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogProblem:
    """Why an entry does not count."""

    source: str
    name: str
    reason: str


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
