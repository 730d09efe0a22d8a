"""What Action Engine is: a request on its way through the house.

    request ─► intake ─► plan ─► gate ─► run ─► summary
                                          │
                           journal, undo ─┘   (rooms for what is remembered)

Each folder is one stage, named as in ARCHITECTURE.md; ``engine.py`` is the one
door, and the only module that joins the stages.
"""
