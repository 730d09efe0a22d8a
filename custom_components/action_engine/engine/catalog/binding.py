"""What of the steps of a named action is settled before they run.

A step that is only one of several, by a parameter that is known, is the only one that is
left: so the gate weighs what will be done, and no service has to be there that is not
used. ``${{x?}}`` of what is not given is left out with its key.
"""

from collections.abc import Callable, Mapping, Set as AbstractSet
import re
from typing import Any, Final

from ..errors import InvalidActionError
from .parameters import is_open

GIVEN: Final = "when_given"
"""``{when_given: field, then: [], else: []}``: by whether there is a value."""

DOMAIN: Final = "when_domain"
"""``{when_domain: variable, cases: {domain: []}, else: []}``: by what is before the dot
in a text. A variable that is no field, or a template, is looked at when the step runs."""

_WHOLE: Final = re.compile(r"\$\{\{([a-z_]+)(\??)\}\}")
_SERVICE: Final = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")


class Binder:
    """Copies the raw steps of one action for one caller."""

    def __init__(
        self,
        params: Mapping[str, Any],
        missing: AbstractSet[str],
        place: str,
        exists: Callable[[str], bool],
    ) -> None:
        """``missing`` are the fields without a value, ``place`` is that of the data."""
        self._params = params
        self._missing = missing
        self._place = place
        self._exists = exists

    def bound(self, raw: Any) -> Any:
        """Return a copy in which everything is settled that can be by now."""
        if isinstance(raw, (list, tuple)):
            return [
                one
                for each in raw
                if not self._is_left_out(each)
                for one in self._items(each)
            ]
        if not isinstance(raw, Mapping):
            return raw
        if isinstance(name := raw.get("tool"), str) and (found := _WHOLE.match(name)):
            return self._call(raw, found[1])
        kept = ((key, one) for key, one in raw.items() if not self._is_left_out(one))
        return {key: self.bound(one) for key, one in kept}

    def _items(self, raw: Any) -> list[Any]:
        """Return what stands for one item of a list; one of several may be several."""
        if isinstance(raw, Mapping) and GIVEN in raw:
            chosen = "else" if raw[GIVEN] in self._missing else "then"
            return list(self.bound(raw[chosen]))
        if isinstance(raw, Mapping) and DOMAIN in raw:
            return self._by_domain(raw[DOMAIN], raw["cases"], raw["else"])
        return [self.bound(raw)]

    def _by_domain(
        self, name: str, cases: Mapping[str, list[Any]], otherwise: list[Any]
    ) -> list[Any]:
        value = self._params.get(name)
        if value is not None and not is_open(value):
            return list(self.bound(cases.get(str(value).partition(".")[0], otherwise)))
        known = {
            domain: steps
            for domain, each in cases.items()
            if self._all_exist(steps := self.bound(each))
        }
        options = [
            {
                "conditions": [
                    {
                        "condition": "template",
                        "value_template": f"{{{{ {name}.split('.')[0] == '{domain}' }}}}",
                    }
                ],
                "sequence": steps,
            }
            for domain, steps in known.items()
        ]
        return [{"choose": options, "default": self.bound(otherwise)}]

    def _all_exist(self, steps: list[Any]) -> bool:
        named = (
            one["tool"] for one in steps if isinstance(one, Mapping) and "tool" in one
        )
        return all(map(self._exists, named))

    def _is_left_out(self, value: Any) -> bool:
        found = _WHOLE.fullmatch(value) if isinstance(value, str) else None
        return found is not None and bool(found[2]) and found[1] in self._missing

    def _call(self, raw: Mapping[str, Any], name: str) -> dict[str, Any]:
        """Return a call of a service that a parameter names.

        The gate has to see what is called before it runs, so it is a plain name.
        """
        if (service := self._params.get(name)) is None:
            text = f"It would need {name}, which is not given"
            return {"stop": text, "error": True}
        if not isinstance(service, str) or not _SERVICE.fullmatch(service):
            expected = "the name of a service, not a template"
            raise InvalidActionError(f"{self._place}/{name}", service, expected)
        rest = {key: one for key, one in raw.items() if key != "tool"}
        return {"tool": service, **self.bound(rest)}
