"""The options of triggers and conditions: how each is read, and what it lets through."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

import voluptuous as vol

from homeassistant.const import CONF_OPTIONS
from homeassistant.helpers import config_validation as cv

from .engine.model.impact import Risk
from .engine.model.state import ENDED
from .news import News

type Options = Mapping[str, list[str]]
type Fits = Callable[[News, str], bool]


def is_like(text: str | None, pattern: str) -> bool:
    """Tell whether a text is as a pattern with ``*`` and ``?`` says; case is the same."""
    return fnmatchcase((text or "").casefold(), pattern.casefold())


def _is(key: str) -> Fits:
    return lambda news, value: news.facts[key] == value


def _is_of_policy(news: News, value: str) -> bool:
    name, policy_id = news.facts["policy"], news.facts["policy_id"]
    return value == policy_id or value.casefold() == (name or "").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One option that lets some of the news through."""

    fits: Fits
    values: tuple[str, ...] = ()
    """What may be chosen, empty for any text."""


FILTERS: Final[Mapping[str, Filter]] = {
    "policy": Filter(fits=_is_of_policy),
    "name": Filter(fits=lambda news, value: is_like(news.facts["name"], value)),
    "action": Filter(
        fits=lambda news, value: any(is_like(one, value) for one in news.actions)
    ),
    "origin": Filter(fits=_is("origin")),
    "states": Filter(
        fits=_is("state"), values=tuple(sorted(state.value for state in ENDED))
    ),
    "risk": Filter(fits=_is("risk"), values=tuple(risk.word for risk in Risk)),
    "kind": Filter(fits=_is("kind"), values=("action", "integration", "all")),
}


def lets_through(options: Options, news: News) -> bool:
    """Tell whether news fit every option that is given; an empty one asks for nothing."""
    return all(
        any(FILTERS[name].fits(news, value) for value in values)
        for name, values in options.items()
        if values
    )


def options_schema(fields: Mapping[vol.Marker, Any]) -> vol.Schema:
    """Return how the configuration of a trigger or a condition is read.

    It takes no target, and no option that is not in ``fields``.
    """
    return vol.Schema({vol.Required(CONF_OPTIONS, default={}): dict(fields)})


def texts(values: Iterable[str] = ()) -> Any:
    """Return how one text or a list is read, each one of ``values`` if there are any."""
    known = list(values)
    return vol.All(cv.ensure_list, [vol.In(known) if known else cv.string])


def filters_schema(names: Iterable[str]) -> vol.Schema:
    """Return how a configuration with these filters is read."""
    return options_schema(
        {vol.Optional(name): texts(FILTERS[name].values) for name in names}
    )
