"""The workshop: plain functions over text; nobody here asks an engine."""
