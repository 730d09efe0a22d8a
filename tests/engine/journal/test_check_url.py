from pathlib import Path

import pytest

from custom_components.action_engine.engine.journal.check_url import check_url
from custom_components.action_engine.engine.journal.place import Place


def test_a_file_that_can_be_made_is_good(tmp_path):
    """Nothing of the trial is left in it."""
    url = f"sqlite:///{tmp_path}/new.db"
    assert check_url(url) is None
    assert check_url(url) is None


def test_another_database_is_good(postgres):
    """As far as its server is running."""
    assert check_url(postgres) is None


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("no url", "invalid_url"),
        ("postgresql://host:port/x", "invalid_url"),
        ("sqlite://", "in_memory"),
        ("sqlite:///:memory:", "in_memory"),
        ("postgresql+asyncpg://host/x", "async_driver"),
        ("sqlite+aiosqlite:///x.db", "async_driver"),
        ("nosuch://host/x", "missing_driver"),
        ("mssql+pymssql://host/x", "missing_driver"),
        ("sqlite:////proc/self/nothing/x.db", "cannot_connect"),
    ],
)
def test_what_is_wrong_is_named(url, code):
    """By a code for the form, and in words for people."""
    problem = check_url(url)
    assert problem.code == code
    assert problem.detail


def test_a_file_of_something_else_is_refused(tmp_path):
    """It stays as it is."""
    file = tmp_path / "notes.txt"
    file.write_text("These are my notes. " * 100)
    assert check_url(f"sqlite:///{file}").code == "cannot_connect"
    assert file.read_text().startswith("These")


def test_rights_are_tried(postgres):
    """Somebody who may log in and not make tables is told so."""
    url = f"{postgres}&options=-cdefault_transaction_read_only%3Don"
    assert check_url(url).code == "no_rights"


def test_no_password_is_ever_shown():
    """Neither in a state, nor in a log."""
    place = Place("postgresql+psycopg://ha:hunter22@db/journal", Path())
    assert str(place) == "postgresql+psycopg://ha:***@db/journal"
    assert place.files == ()
    assert str(Place(None, Path("/config/a.db"))) == "/config/a.db"
