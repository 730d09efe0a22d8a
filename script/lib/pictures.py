"""Makes the pictures of the documentation from real runs on a real Home Assistant.

What happens in them: a routine with a retry and a fallback, a lamp that never follows, a
run that was undone, one that goes on, and two questions of an assistant.
"""

import argparse
import io
from pathlib import Path
import signal
import sys
from tempfile import TemporaryDirectory
from typing import Any, Final

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from script.lib.gallery import PICTURES, Picture, Write
from tests.home.api import Api
from tests.home.browser import chromium, open_page
from tests.home.dialogs import PATIENCE
from tests.home.flows import reconfigure
from tests.home.house import PROJECT, House
from tests.home.residents import add_resident, sign_in_as
from tests.home.showcase import furnish_showcase

IMAGES: Final = PROJECT / "docs/images"
COLOURS: Final = 128
"""Of a picture as it is kept: a page has few, and each costs room."""
LAMP: Final = {"entity_id": "light.bedroom_reading_lamp"}
DOOR: Final = {"entity_id": "lock.hallway_front_door"}
TABLE: Final = {"entity_id": "light.kitchen_table"}


def main() -> int:
    """Make all of them, or those that are named."""
    names = [picture.name for picture in PICTURES]
    parser = argparse.ArgumentParser(prog="script/pictures", description=__doc__)
    parser.add_argument("name", nargs="*", help=", ".join(names))
    parser.add_argument("--folder", type=Path, default=IMAGES, help="%(default)s")
    arguments = parser.parse_args()
    if unknown := set(arguments.name) - set(names):
        parser.error(f"there is no picture {', '.join(sorted(unknown))}")
    wanted = [one for one in PICTURES if one.name in (arguments.name or names)]
    with (
        TemporaryDirectory(prefix="action-engine-") as folder,
        House(Path(folder), packages=["develop"]) as house,
    ):
        furnish_showcase(house.folder)
        house.start()
        live(house)
        with chromium() as browser:
            for picture in wanted:
                file = arguments.folder / f"{picture.name}.png"
                file.write_bytes(take(browser, house.api, picture))
                print(f"{file} {file.stat().st_size / 1000:.0f} kB", flush=True)
    return 0


def live(house: House) -> None:
    """Let everything happen that is to be seen."""
    entry_id = house.ensure_integration("action_engine")
    user_id = add_resident(house.api, "assistant")
    asking = {"applies": {"users": [user_id]}, "trust": {"enabled": True}}
    reconfigure(house.api, entry_id, "policy", "Agents", asking)
    assistant = sign_in_as(house.api, "assistant")

    wrong = {"action": "light.turn_on", "target": LAMP, "retry": False}
    wrong["expect"] = {"state": "on", "within": 0.2}
    _run(house.api, "Reading light", [wrong])
    aside = _run(house.api, "Set the table", [_call("light.turn_on", TABLE)])
    undone = "/api/services/action_engine/rollback?return_response"
    house.api.post(undone, {"execution_id": aside["execution_id"]})
    routine = (PROJECT / "examples/evening_routine.yaml").read_text()
    run = "/api/services/action_engine/run?return_response"
    house.api.post(run, {"yaml": routine})
    watering = [{"alias": "Let the water run", "delay": 1800}]
    _run(house.api, "Water the garden", watering, wait=False)
    _run(
        assistant,
        "Light for dinner",
        [_call("light.turn_on", TABLE)],
        reasoning="It is getting dark, and somebody is cooking.",
        confidence=0.82,
    )
    _run(
        assistant,
        "Let the guests in",
        [_call("lock.unlock", DOOR)],
        reasoning="The doorbell rang, and guests are in the calendar.",
        confidence=0.64,
    )


def take(browser: Browser, api: Api, picture: Picture) -> bytes:
    """Go where a picture is, and return it as PNG, small."""
    width, height = picture.size
    page = open_page(
        browser,
        api,
        picture.path,
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.dark else "light",
        locale="en-US",
        timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",
    )
    page.set_default_timeout(PATIENCE)
    for step in picture.steps:
        place = page.locator(step.within).first
        if isinstance(step, Write):
            place.get_by_placeholder(step.placeholder).fill(step.text)
        elif step.role is None:
            place.get_by_text(step.name, exact=True).first.click()
        else:
            place.get_by_role(step.role, name=step.name).first.click()
    expect(page.get_by_text(picture.shows).first).to_be_visible(timeout=PATIENCE)
    _come_to_rest(page)
    shot = page.screenshot(animations="disabled", caret="hide")
    page.context.close()
    return _small(shot)


def _come_to_rest(page: Page) -> None:
    """Wait until nothing is loaded any more, nor moves for a person's eye."""
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    page.wait_for_timeout(1000)


def _small(png: bytes) -> bytes:
    """Keep a picture with fewer colours, without those that only smooth an edge."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _call(action: str, target: dict[str, str]) -> dict[str, Any]:
    return {"action": action, "target": target}


def _run(api: Api, name: str, actions: list[dict[str, Any]], **more: Any) -> Any:
    run = "/api/services/action_engine/run?return_response"
    data = {"name": name, "actions": actions, **more}
    return api.post(run, data)["service_response"]


if __name__ == "__main__":
    # Leave through the context managers, so that Home Assistant ends too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    sys.exit(main())
