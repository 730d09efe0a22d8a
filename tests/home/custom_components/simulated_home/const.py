"""Names that several files of the simulated home need."""

from typing import Final

DOMAIN: Final = "simulated_home"
CONF_DEVICE_LOG: Final = "device_log"
