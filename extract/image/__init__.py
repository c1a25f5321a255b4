"""Pictures of pages made ready for reading: each step a pure function from array to array.

A picture is a ``numpy`` array of ``uint8``: grey ``(height, width)`` or RGB ``(height, width,
3)``. Grey 255 is paper, 0 is ink. Angles are degrees, positive counter-clockwise.
"""
