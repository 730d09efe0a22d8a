"""Ways through Home Assistant's own pages and dialogs, as a person clicks them.

What a dialog shows is mostly slotted into it, and so no descendant of its ``dialog``
role: each is found by its element, and what is in it by role, label or text.
"""

import re
from typing import Final

from playwright.sync_api import Locator, Page, expect

PATIENCE: Final = 30_000
"""Milliseconds that a page of Home Assistant may take on a busy machine."""

RAW_KEY: Final = re.compile(r"component\.\w+|(?<![\w.])[a-z]+(?:_[a-z]+)+(?![\w.])")
"""What a text that is not translated looks like: its path, or the name of a field."""


def exactly(text: str) -> re.Pattern[str]:
    """Match a whole text, whatever white space is around it."""
    return re.compile(rf"^\s*{re.escape(text)}\s*$")


def flow(page: Page) -> Locator:
    """Return the dialog of a config, options or subentry flow once it shows a form."""
    dialog = page.locator("dialog-data-entry-flow")
    expect(dialog.locator("step-flow-form")).to_be_visible(timeout=PATIENCE)
    return dialog


def add_integration(page: Page, name: str) -> None:
    """Go from the list of integrations to the form of a new one."""
    page.get_by_role("button", name="Add integration").first.click()
    brands = page.locator("dialog-add-integration")
    brands.get_by_placeholder("Search for a brand name").fill(name)
    brands.get_by_text(exactly(name)).first.click()


def open_section(dialog: Locator, name: str) -> Locator:
    """Open a section of a form, and return it."""
    section = dialog.locator("ha-form-expandable").filter(
        has=dialog.page.get_by_role("heading", name=name, exact=True)
    )
    button = section.get_by_role("button", name=name, exact=True)
    if button.get_attribute("aria-expanded") != "true":
        button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    return section


def flip(form: Locator, label: str) -> None:
    """Turn a switch of a form to its other side."""
    form.locator("ha-selector-boolean").filter(
        has=form.page.get_by_text(label, exact=True)
    ).locator("ha-switch").click()


def submit(page: Page) -> None:
    """Submit a form, and leave the page that says that it worked."""
    dialog = page.locator("dialog-data-entry-flow")
    dialog.get_by_role("button", name="Submit").click()
    done = dialog.locator("step-flow-create-entry, step-flow-abort")
    expect(done).to_be_visible(timeout=PATIENCE)
    dialog.get_by_role("button", name=re.compile("Finish|Skip|Close")).last.click()
    expect(dialog.locator("step-flow-form")).to_have_count(0)


def add_element(
    page: Page, kind: str, name: str, within: Locator | None = None
) -> None:
    """Add a trigger, a condition or an action by its name in the list of all."""
    (within or page).get_by_role("button", name=f"Add {kind}").last.click()
    dialog = page.locator("add-automation-element-dialog")
    dialog.get_by_placeholder("Search").fill(name)
    dialog.get_by_text(name, exact=True).first.click()
    expect(dialog.get_by_placeholder("Search")).to_have_count(0)


def sidebar(page: Page) -> Locator:
    """Return what the editor shows beside the element that is chosen."""
    return page.locator("ha-automation-sidebar")


def row(form: Locator, label: str) -> Locator:
    """Return the row of a field in the form of a trigger, condition, action or blueprint."""
    heading = form.page.locator("[slot=heading]", has_text=exactly(label))
    return form.locator("ha-settings-row").filter(has=heading)


def tick(form: Locator, label: str) -> Locator:
    """Say that an optional field is to count; return its row."""
    field = row(form, label)
    field.locator("ha-checkbox").first.click()
    return field


def add_text(field: Locator, text: str) -> None:
    """Write one more text into a field that takes several."""
    field.get_by_role("button", name="Add").click()
    field.get_by_role("textbox").last.fill(text)


def save_automation(page: Page, name: str) -> None:
    """Save what the editor has under a name, and wait until it is there."""
    page.get_by_role("button", name="Save").click()
    dialog = page.locator("ha-dialog-automation-save, dialog-automation-save")
    dialog.get_by_role("textbox", name="Name*").fill(name)
    dialog.get_by_role("button", name="Save").click()
    _expect_saved(page)


def save_blueprint(page: Page) -> None:
    """Save what was filled in; it has the name of the blueprint already."""
    page.get_by_role("button", name="Save").click()
    _expect_saved(page)


def _expect_saved(page: Page) -> None:
    expect(page).not_to_have_url(re.compile("/edit/new"), timeout=PATIENCE)


def choose_action(page: Page, action: str) -> Locator:
    """Choose an action in the developer tools; return its form."""
    page.locator("ha-service-picker").click()
    page.locator("ha-picker-combo-box").get_by_placeholder("Search").fill(action)
    page.locator("ha-picker-combo-box").get_by_text(action, exact=True).click()
    form = page.locator("ha-service-control")
    expect(form.locator("ha-settings-row").first).to_be_visible(timeout=PATIENCE)
    return form


def raw_keys(form: Locator) -> set[str]:
    """Return what looks like a key that nobody has translated, in all that a form says."""
    said = [line for line in form.aria_snapshot().splitlines() if "/url:" not in line]
    return set(RAW_KEY.findall("\n".join(said)))
