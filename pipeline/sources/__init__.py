"""The gate in: bytes from files, pages, rows and pipes become articles."""
