"""The first part of the door: what others ask for, made into requests of our own."""
