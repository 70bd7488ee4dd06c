"""The scorer's own eyes: small readers of words, figures, dates, hedges, names, quotations and clauses.

They share nothing with the readers of the engine: a scorer that shares the engine's eyes shares its blindness.
"""
