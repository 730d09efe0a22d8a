"""The inventory of the home.

Every device follows at once, unless its line says otherwise. Home Assistant makes
the entity id of platform, area and name: ``light.living_room_lamp``.
"""

from dataclasses import dataclass
from typing import Final

from homeassistant.const import Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """One device, and how it misbehaves."""

    platform: Platform
    area: str
    name: str

    refuses: int = 0
    """So many commands raise an error before one is accepted."""

    deaf: bool = False
    """Accepts commands and stays as it is."""

    travel: float = 0.0
    """Seconds that it takes to get where it was told to go."""

    lag: float = 0.0
    """Seconds that pass before a command returns."""


INVENTORY: Final = (
    Device(platform=Platform.LIGHT, area="Living room", name="Lamp"),
    Device(platform=Platform.LIGHT, area="Living room", name="Ceiling"),
    Device(platform=Platform.COVER, area="Living room", name="Blind", travel=3),
    Device(platform=Platform.CLIMATE, area="Living room", name="Heating"),
    Device(platform=Platform.MEDIA_PLAYER, area="Living room", name="Speaker"),
    Device(platform=Platform.LIGHT, area="Kitchen", name="Counter"),
    Device(platform=Platform.LIGHT, area="Kitchen", name="Table"),
    Device(platform=Platform.SWITCH, area="Kitchen", name="Coffee machine", refuses=2),
    Device(platform=Platform.LOCK, area="Kitchen", name="Back door"),
    Device(platform=Platform.LIGHT, area="Bedroom", name="Lamp"),
    Device(platform=Platform.LIGHT, area="Bedroom", name="Reading lamp", deaf=True),
    Device(platform=Platform.COVER, area="Bedroom", name="Curtain"),
    Device(platform=Platform.CLIMATE, area="Bedroom", name="Heating"),
    Device(platform=Platform.FAN, area="Bedroom", name="Fan"),
    Device(platform=Platform.LIGHT, area="Hallway", name="Lamp"),
    Device(platform=Platform.LOCK, area="Hallway", name="Front door", travel=0.5),
    Device(platform=Platform.NOTIFY, area="Hallway", name="Wall display"),
    Device(platform=Platform.LIGHT, area="Garden", name="Lantern"),
    Device(platform=Platform.SWITCH, area="Garden", name="Fountain"),
    Device(platform=Platform.VALVE, area="Garden", name="Water", lag=0.5),
)
