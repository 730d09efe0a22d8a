"""Reports: figures of the journal as a text for people."""
