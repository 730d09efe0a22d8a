"""Crashes: a real Home Assistant killed again and again, beside devices that are not.

plans        what the executions of the matrix do, and what devices must see of it
growing      random plans
devices      the devices: a process of their own, with the log that counts
crash_home   the integration between both, which also kills on request
crash_house  one Home Assistant with that integration
journal_file what the journal held at the moment of a crash
judging      device log and journal against the promises
lives        start, submit, kill, read, again
matrix       the command line, and the table
"""
