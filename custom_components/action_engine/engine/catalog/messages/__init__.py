"""Texts of the owner that are filled in: one file each, in the configuration folder."""
