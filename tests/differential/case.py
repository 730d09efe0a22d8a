"""A sequence with everything that happens around it, and what is known of its run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import yaml

from .observation import UNSET

FOLDER: Final = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stimulus:
    """Something that happens in the home by itself."""

    at: float
    """Virtual seconds after the start of the run."""

    fire: str | None = None
    """Type of an event, with ``data``."""

    set: str | None = None
    """Entity whose state becomes ``to``, or that is removed if ``to`` is None."""

    to: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is known by hand of the native run; None means: not stated."""

    ending: str = "finished"
    marks: list[Any] | None = None
    """``data.mark`` of the calls of ``test.record``, in order."""

    times: list[float] | None = None
    """When those calls happened."""

    variables: Mapping[str, Any] | None = None
    """Some of the final variables; the value ``<absent>`` says that there is none."""

    error: str | None = None
    """Name of the exception's type."""

    response: Any = None
    conversation: Any = UNSET
    log: list[Mapping[str, Any]] | None = None
    """Entries that occur in this order, each with the fields that matter."""

    absent: list[str] | None = None
    """Names that occur nowhere in the log."""

    seconds: float | None = None
    """How long the run took."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sequence to run."""

    name: str
    actions: Any
    variables: Mapping[str, Any] = field(default_factory=dict)
    happens: tuple[Stimulus, ...] = ()
    cancel_at: float | None = None
    """Cancel whoever waits for the run, at this virtual second."""

    any_order: bool = False
    """What happens at the same instant may happen in any order."""

    expect: Expected = field(default_factory=Expected)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read a case as it stands in a file; unknown keys are a TypeError."""
        rest = dict(data)
        happens = tuple(Stimulus(**item) for item in rest.pop("happens", ()))
        expect = Expected(**rest.pop("expect", {}))
        return cls(**rest, happens=happens, expect=expect)


def load_cases(folder: Path = FOLDER) -> dict[str, Case]:
    """Read all files of the folder; cases are named ``file/name``."""
    cases: dict[str, Case] = {}
    for path in sorted(folder.glob("*.yaml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.stem}/{item['name']}"
            assert name not in cases, f"two cases are called {name}"
            cases[name] = Case.from_dict({**item, "name": name})
    return cases
