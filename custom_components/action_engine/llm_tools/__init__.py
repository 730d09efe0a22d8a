"""The tools that language models are given; one a file."""
