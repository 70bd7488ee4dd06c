"""The gate out: a digest becomes text, JSON, Markdown, CSV or a page."""
