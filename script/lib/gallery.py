"""The table of the pictures in the documentation."""

from dataclasses import dataclass
from typing import Final, Literal

from tests.home.showcase import CARDS, DASHBOARD

DESK: Final = (1280, 900)
PHONE: Final = (390, 844)
TALL: Final = (1280, 1700)
PANEL: Final = "/action-engine"
ELEMENTS: Final = "add-automation-element-dialog"
INTEGRATION: Final = "/config/integrations/integration/action_engine"

type Role = Literal["button", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """On the first thing with this name inside of what a selector finds.

    Without a role it is the text that is looked for.
    """

    name: str
    role: Role | None = "button"
    within: str = "home-assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A text, into the field that shows another one as long as it is empty."""

    text: str
    placeholder: str = "Search"
    within: str = "home-assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Where to go, what to do there, and what has to be seen before it is taken."""

    name: str
    path: str
    shows: str
    steps: tuple[Click | Write, ...] = ()
    size: tuple[int, int] = DESK
    dark: bool = False


ROUTINE: Final = Click(
    role="link", name="Evening routine", within="action-engine-panel"
)

PICTURES: Final = (
    Picture(name="dashboard", path=DASHBOARD, shows="Start a run"),
    Picture(name="panel_overview", path=PANEL, shows="Running now"),
    Picture(name="panel_overview_dark", path=PANEL, shows="Running now", dark=True),
    Picture(
        name="panel_approvals", path=f"{PANEL}/approvals", shows="What the asker claims"
    ),
    Picture(
        name="panel_approvals_phone",
        path=f"{PANEL}/approvals",
        shows="What the asker claims",
        size=PHONE,
        dark=True,
    ),
    Picture(
        name="panel_executions", path=f"{PANEL}/executions", shows="Evening routine"
    ),
    Picture(
        name="panel_execution",
        path=f"{PANEL}/executions",
        steps=(ROUTINE,),
        shows="Plan and way taken",
        size=TALL,
    ),
    Picture(
        name="panel_undo",
        path=f"{PANEL}/executions",
        steps=(ROUTINE, Click(name="Undo", within="action-engine-panel")),
        shows="Undo it",
    ),
    Picture(
        name="panel_try",
        path=f"{PANEL}/try",
        steps=(
            Click(name="Plan with steps at once", within="action-engine-panel"),
            Click(name="Check", within="action-engine-panel"),
        ),
        shows="nothing is wrong with it",
    ),
    Picture(name="panel_settings", path=f"{PANEL}/settings", shows="Change policies"),
    Picture(name="cards", path=CARDS, shows="Waiting for you"),
    Picture(
        name="options",
        path=INTEGRATION,
        steps=(Click(name="Configure", within="ha-config-entry-row"),),
        shows="How much may happen",
    ),
    Picture(
        name="policy",
        path=INTEGRATION,
        steps=(Click(name="Add policy"),),
        shows="Applies to",
    ),
    Picture(
        name="automation_trigger",
        path="/config/automation/edit/new",
        steps=(
            Click(name="Add trigger"),
            Write(text="Execution", within=ELEMENTS),
            Click(role=None, name="Execution failed", within=ELEMENTS),
        ),
        shows="has failed for good",
    ),
)
