"""The rules of the house, read from the imports.

face ─► engine/engine.py ─► stages ─► model, errors
"""

import ast
from pathlib import Path
import re
from statistics import median

import pytest

PACKAGE = Path(__file__).parent.parent / "custom_components" / "action_engine"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "node_modules" not in p.parts)
STAGES = ("intake", "plan", "gate", "run", "undo", "catalog", "journal")
FOUNDATION = ("model", "errors")
JOINTS = ("engine", "admission", "announcing", "known", "archive", "gatehouse", "desk")
"""What joins the stages for engine.py; no stage may use it."""

FACE_MAY_USE = {"engine.engine", "engine.errors"}
DRAWERS = {"utils", "util", "helpers", "common", "manager", "base", "misc"}
PLATFORMS = {
    *("backup", "condition", "config", "config_flow", "diagnostics", "energy"),
    *("group", "hardware", "intent", "logbook", "media_source", "recorder"),
    *("repairs", "system_health", "trigger", "llm", "cast", "onboarding"),
    *("significant_change", "reproduce_state", "sensor", "switch", "button", "event"),
}
"""Names that Home Assistant imports by itself and expects its own hooks in."""


def name_of(path: Path) -> str:
    """Return the module as the package sees it: ``engine.run.call``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(path: Path) -> set[str]:
    """Return the modules of this package that a module imports, by absolute name."""
    package = path.relative_to(PACKAGE).with_suffix("").parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = list(package[: len(package) - node.level])
        if node.module:
            found.add(".".join([*base, *node.module.split(".")]))
        else:
            found.update(".".join([*base, alias.name]) for alias in node.names)
    return found


def stage_of(module: str) -> str | None:
    """Return the room of the engine that a module stands in."""
    parts = module.split(".")
    return parts[1] if parts[0] == "engine" and len(parts) > 1 else None


def allowed(own: str) -> set[str]:
    """Return the rooms that a room may import from, its own among them."""
    if own in FOUNDATION:
        return {"model", "errors"}
    if own in JOINTS:
        return {*STAGES, *FOUNDATION, *JOINTS}
    return {own, *FOUNDATION, *({"plan"} if own == "run" else ())}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_keep_the_layers(path: Path) -> None:
    """Rooms import only what lies below them; only engine.py joins the stages."""
    module = name_of(path)
    own = stage_of(module)
    for imported in imports_of(path):
        if own is None:
            face_ok = not imported.startswith("engine") or (
                imported in FACE_MAY_USE or imported.startswith("engine.model")
            )
            assert face_ok, f"the face reaches past the door: {imported}"
            continue
        assert imported.startswith("engine"), f"{module} imports the face: {imported}"
        room = stage_of(imported)
        assert room in allowed(own), f"{module} must not know {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_say_what_is_inside(path: Path) -> None:
    """No drawer for odds and ends, and no platform name where it is not one."""
    assert path.stem not in DRAWERS
    if stage_of(name_of(path)) is not None:
        assert path.stem not in PLATFORMS


def test_modules_stay_small() -> None:
    """Half of the modules have less than 120 lines, and none more than 350."""
    sizes = {name_of(path): len(path.read_text().splitlines()) for path in MODULES}
    assert median(sizes.values()) < 120
    assert {name: size for name, size in sizes.items() if size > 350} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    """A module begins with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_ignores_have_a_reason(path: Path) -> None:
    """What a linter is told to pass over says why in words."""
    for line in path.read_text().splitlines():
        for found in re.finditer(
            r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])", line
        ):
            reason = line[found.end() :].strip(" -#")
            assert reason, f"without a reason: {line.strip()}"
