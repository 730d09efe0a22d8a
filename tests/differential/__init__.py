"""The interpreter beside Home Assistant's own scripts: nobody can tell them apart."""
