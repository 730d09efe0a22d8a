"""What every test of the integration needs."""

import logging

import pytest

# The test plugin has a ``custom_components`` package of its own; whichever is imported
# first, before the first ``hass``, is the one that Home Assistant finds.
import custom_components.action_engine.engine.errors  # noqa: F401 - imported for that


@pytest.fixture
def hass_config_dir(tmp_path):
    """Give every ``hass`` a folder of its own: the journal and its key are kept there."""
    return str(tmp_path)


@pytest.fixture(autouse=True)
def _custom_integrations(request):
    """Let ``hass`` load the integration; a test without ``hass`` starts none for it."""
    if "hass" in request.fixturenames:
        request.getfixturevalue("enable_custom_integrations")


@pytest.fixture(autouse=True, scope="session")
def _quiet_database():
    """Keep every single statement out of the log; the plugin turns it on at INFO."""
    logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)
