"""Steps that hold sequences, taken apart: the shell here, the sequences there.

The shell goes through Home Assistant's own schema with its sequences empty, and the
sequences are compiled step by step. So the engine's keys can stand at any depth, and
every error knows the step it belongs to.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

type Slots = dict[str, Any]
"""Raw sequences by the place in their step: ``then``, ``choose/0/sequence``."""

type _Hollow = Callable[[dict[str, Any]], Slots]


def _plain(*keys: str) -> _Hollow:
    def take(shell: dict[str, Any]) -> Slots:
        slots = {}
        for key in keys:
            if key in shell:
                slots[key], shell[key] = shell[key], []
        return slots

    return take


def _listed(value: Any) -> list[Any]:
    """Return what Home Assistant makes of a list, one item, or nothing."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _choose(shell: dict[str, Any]) -> Slots:
    slots: Slots = {}
    options = _listed(shell["choose"])
    shell["choose"] = hollowed = []
    for index, option in enumerate(options):
        if isinstance(option, Mapping) and "sequence" in option:
            slots[f"choose/{index}/sequence"] = option["sequence"]
            option = {**option, "sequence": []}  # noqa: PLW2901 - a copy, on purpose
        hollowed.append(option)
    return slots | _plain("default")(shell)


def _parallel(shell: dict[str, Any]) -> Slots:
    slots: Slots = {}
    branches = _listed(shell["parallel"])
    shell["parallel"] = hollowed = []
    for index, branch in enumerate(branches):
        whole = isinstance(branch, Mapping) and "sequence" in branch
        slots[f"parallel/{index}/sequence"] = branch["sequence"] if whole else branch
        hollowed.append({**branch, "sequence": []} if whole else {"sequence": []})
    return slots


def _repeat(shell: dict[str, Any]) -> Slots:
    loop = shell["repeat"]
    if not isinstance(loop, Mapping) or "sequence" not in loop:
        return {}
    shell["repeat"] = {**loop, "sequence": []}
    return {"repeat/sequence": loop["sequence"]}


def _graph(shell: dict[str, Any]) -> Slots:
    slots: Slots = {}
    nodes = _listed(shell["graph"])
    shell["graph"] = hollowed = []
    for index, node in enumerate(nodes):
        if not isinstance(node, Mapping):
            hollowed.append(node)
            continue
        slots[f"graph/{index}"] = {k: v for k, v in node.items() if k != "depends_on"}
        hollowed.append({k: node[k] for k in ("id", "depends_on") if k in node})
    return slots


HOLLOWS: Final[Mapping[str, _Hollow]] = {
    "sequence": _plain("sequence"),
    "if": _plain("then", "else"),
    "choose": _choose,
    "parallel": _parallel,
    "repeat": _repeat,
    "try": _plain("try", "catch", "finally"),
    "graph": _graph,
    "catalog": _plain("sequence"),
}
"""Which action types hold sequences, and how they are taken out of a shallow copy."""
