"""The study: one module a stage; `async def` asks an engine, `def` does not."""
