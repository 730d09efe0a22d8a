"""Answers of language models become wishes; one file for each format."""
