"""The first part of the door: what others ask for."""
