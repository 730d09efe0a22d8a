"""The nouns: frozen records that the stages hand to each other."""
