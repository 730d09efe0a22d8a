"""The dashboard of the simulated home, with buttons that run the examples."""

import json
from pathlib import Path
import shutil
from typing import Final

from .house import CONFIGURATION, PROJECT

DASHBOARD: Final = "/simulated-home/home"
CARDS: Final = "/simulated-home/engine"


def furnish_showcase(folder: Path) -> None:
    """Put the dashboard into a configuration folder, and the examples as texts.

    A dashboard hands ``yaml:`` over as a text. As JSON the example is a YAML document
    that consists of one text, so the dashboard can include it unchanged.
    """
    texts = folder / "examples"
    texts.mkdir(parents=True, exist_ok=True)
    for example in (PROJECT / "examples").glob("*.yaml"):
        (texts / example.name).write_text(json.dumps(example.read_text()))
    shutil.copy(CONFIGURATION / "dashboard.yaml", folder)
