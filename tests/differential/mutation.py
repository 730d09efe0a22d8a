"""Changes one function of the engine for the length of a test."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
import importlib
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

ENGINE = "custom_components.action_engine.engine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One defect that somebody might bring in."""

    name: str
    module: str
    """Below ``engine``, as in ``run.loops``."""

    old: str
    """Text that occurs once in the module, or in ``function`` if that is given."""

    new: str
    function: str | None = None
    """Function or method, as in ``Frame.block``."""

    noticed_by: tuple[str, ...]
    """Cases of which each shows the defect."""


@contextmanager
def mutated(mutation: Mutation) -> Iterator[None]:
    """Run the changed code in the place of the function that holds the old text.

    Whoever has imported the function gets the change. AssertionError if the text is
    not there any more: then the mutation has to follow the engine.
    """
    module = importlib.import_module(f"{ENGINE}.{mutation.module}")
    path = Path(str(module.__file__))
    source = path.read_text(encoding="utf-8")
    name, first, end = _place(source, mutation)
    changed = source[:first] + mutation.new + source[end:]
    code = compile(changed, str(path), "exec", dont_inherit=True)
    function = _function(module, name)
    before = function.__code__
    function.__code__ = _find(code, name)
    try:
        yield
    finally:
        function.__code__ = before


def _place(source: str, mutation: Mutation) -> tuple[str, int, int]:
    """Return the function with the old text, and where in the source the text is."""
    found = []
    for name, start, end in _functions(source):
        if mutation.function in (None, name):
            times = source.count(mutation.old, start, end)
            found += [(name, source.find(mutation.old, start, end))] * times
    assert len(found) == 1, f"{mutation.old!r} occurs {len(found)} times"
    name, first = found[0]
    return name, first, first + len(mutation.old)


def _functions(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield name, start and end of each function and method, nested ones left out."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    todo: list[tuple[str, ast.stmt]] = [("", node) for node in ast.parse(source).body]
    for prefix, node in todo:
        if isinstance(node, ast.ClassDef):
            todo.extend((f"{prefix}{node.name}.", inner) for inner in node.body)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            yield f"{prefix}{node.name}", starts[node.lineno - 1], starts[last]


def _function(module: ModuleType, name: str) -> FunctionType:
    holder: Any = module
    for part in name.split("."):
        holder = vars(holder)[part]
    for wrapped in ("fget", "__func__"):
        holder = getattr(holder, wrapped, holder)
    assert isinstance(holder, FunctionType)
    return holder


def _find(code: CodeType, name: str) -> CodeType:
    todo = [code]
    for found in todo:
        if found.co_qualname == name:
            return found
        todo.extend(const for const in found.co_consts if isinstance(const, CodeType))
    raise AssertionError(f"no function {name}")
