# Home Assistant puts probatio in the place of voluptuous at run time; without this,
# a type checker would see two unrelated classes named Schema.
from probatio import *  # noqa: F403 - all of it is the point
