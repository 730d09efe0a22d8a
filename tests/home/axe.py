"""Looks at a page with axe-core, as somebody does who cannot see it or has no mouse."""

from typing import Any, Final

from playwright.sync_api import Locator, Page

from .house import PROJECT

AXE: Final = PROJECT / "frontend/node_modules/axe-core/axe.min.js"
"""It comes with ``npm ci`` in ``frontend/``."""

_SERIOUS: Final = ("serious", "critical")
_RUN: Final = "element => axe.run(element, {resultTypes: ['violations']})"
_FOCUSED: Final = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    tag: one.localName,
    name: (one.ariaLabel || one.textContent || one.name || '').trim().slice(0, 60),
    within: (function host(node) {
      const root = node.getRootNode();
      const own = root.host ? [root.host.localName, ...host(root.host)] : [];
      return node.closest('dialog') ? ['dialog', ...own] : own;
    })(one),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    // The parts of a date are stops of one and the same field.
    stop: (window.stops ??= new Map()).get(one)
      ?? window.stops.set(one, window.stops.size).get(one),
    shown: box.width > 0 && box.height > 0
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
_REACHABLE: Final = """panel => {
  const wanted = 'a[href], button:not([disabled]), input:not([disabled]), '
    + 'select:not([disabled]), textarea:not([disabled]), summary';
  const all = root => [...root.querySelectorAll('*')].flatMap(
    one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  return all(panel.shadowRoot).filter(
    one => one.matches(wanted) && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true})).length;
}"""


def serious_faults(page: Page, element: Locator) -> list[str]:
    """Return what is serious or critical in an element, a line for each place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found: dict[str, Any] = element.evaluate(_RUN)
    return [
        f"{fault['id']} ({fault['impact']}): {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
    ]


def focused(page: Page) -> dict[str, Any] | None:
    """Return what has the focus, however deep it is; None if nothing has."""
    found: dict[str, Any] | None = page.evaluate(_FOCUSED)
    return found


def reachable(panel: Locator) -> int:
    """Return how many elements there are in a panel that take the focus by Tab."""
    count: int = panel.evaluate(_REACHABLE)
    return count
