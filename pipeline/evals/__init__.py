"""The score book: fixtures written by hand, a scorer with eyes of its own, and a gate that explains itself.

It stands across the yard and enters by the front: nothing here imports how a digest is made.
"""
