"""What Home Assistant and HACS read before any code."""

from PIL import Image
import pytest

from homeassistant.loader import async_get_integration

from custom_components.action_engine.const import DOMAIN
from tests.face.package_files import ROOT, load

MANIFEST = load("manifest.json")


def test_keys_are_sorted_as_hassfest_wants_them():
    """Domain and name first, then the alphabet."""
    rest = [key for key in MANIFEST if key not in ("domain", "name")]
    assert list(MANIFEST) == ["domain", "name", *sorted(rest)]


async def test_home_assistant_accepts_it(hass):
    """As a single service that needs one small package, pinned as hassfest wants it."""
    integration = await async_get_integration(hass, DOMAIN)
    assert integration.file_path == ROOT
    assert integration.version == MANIFEST["version"]
    assert integration.single_config_entry
    assert integration.integration_type == "service"
    assert integration.iot_class == "calculated"
    assert integration.requirements == ["json-repair==0.64.5"]
    assert integration.has_branding


@pytest.mark.parametrize("prefix", ["", "dark_"])
@pytest.mark.parametrize(("suffix", "size"), [("", 256), ("@2x", 512)])
def test_the_mark_has_the_sizes_that_are_asked_for(prefix, suffix, size):
    """Icons are square, logos as high as their kind wants; all can be seen through."""
    with Image.open(ROOT / "brand" / f"{prefix}icon{suffix}.png") as icon:
        assert icon.size == (size, size)
        assert icon.mode == "RGBA"
    with Image.open(ROOT / "brand" / f"{prefix}logo{suffix}.png") as logo:
        assert logo.height == size / 2
        assert logo.width > logo.height
        assert logo.mode == "RGBA"
