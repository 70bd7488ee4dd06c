"""Servers that tests talk to over the loopback."""
