"""The simulated home, and the real Home Assistant process that it lives in."""
