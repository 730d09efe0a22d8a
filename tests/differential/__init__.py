"""Is the interpreter distinguishable from Home Assistant's own scripts?"""
