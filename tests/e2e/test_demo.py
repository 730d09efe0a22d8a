import os
from pathlib import Path
import re
import subprocess
import time

import pytest

from tests.home.house import PROJECT

pytestmark = pytest.mark.e2e

FAILING = """
- alias: Ask the lamp that never follows
  action: light.turn_on
  target:
    entity_id: light.bedroom_reading_lamp
  expect:
    state: "on"
    within: 0.1
  retry: false
"""


def demo(folder, *arguments):
    """Run script/demo as a user does, in a folder of his own."""
    return subprocess.run(
        [PROJECT / "script/demo", *arguments],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


def test_evening_routine_meets_everything_and_succeeds(tmp_path):
    """Retry, fallback and the return of an offline lamp are in the summary."""
    began = time.monotonic()
    result = demo(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert time.monotonic() - began < 60
    steps, account = result.stdout.split("\nstate ", 1)
    for line in (
        r"retry +1/parallel/2/sequence/0 .*attempt 2: .* did not answer; again in",
        r"ok +1/parallel/2/sequence/0 .*at attempt 3",
        r"ok +1/parallel/0/sequence/0 .*light.garden_lantern; seen on; at attempt 2",
        r"ok +1/parallel/1/sequence/0 .*cover.living_room_blind; seen closed",
        r"ok +2/fallback/0 .*light.bedroom_lamp; seen on",
        r"ok +3/choose/0/sequence/0 .*temperature 21.5",
        r"ok +4/repeat/2/sequence/0 .*light.hallway_lamp; seen off",
    ):
        assert re.search(line, steps), line
    for line in (
        r"^ +success\n",
        r"ok +Light the garden .*light.garden_lantern is unavailable",
        r"ok +Warm up the coffee machine .*3 attempts; .* did not answer",
        r"fallback +Light for reading .*expected on, found off",
    ):
        assert re.search(line, account, re.MULTILINE), line
    assert "\033" not in result.stdout
    assert not list(tmp_path.iterdir()), "the demo left files behind"


def test_failed_run_shows_in_the_exit_code(tmp_path):
    """A run that fails is reported, with the reason, and ends with 1."""
    Path(tmp_path / "mine.yaml").write_text(FAILING)
    result = demo(tmp_path, "mine.yaml")
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(r"^state +failed", result.stdout, re.MULTILINE)
    assert "expected on, found off" in result.stdout


def test_refused_file_shows_in_the_exit_code(tmp_path):
    """Actions that are not valid are named, nothing runs, and it ends with 2."""
    Path(tmp_path / "mine.yaml").write_text("- action: light.turn_on\n  retry: often\n")
    result = demo(tmp_path, "mine.yaml")
    assert result.returncode == 2, result.stdout + result.stderr
    assert re.search(r"Refused: .*0: retry.*often", result.stdout)
