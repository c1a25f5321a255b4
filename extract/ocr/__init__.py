"""Pages that are pictures: when to read them, with which readers, and how sure each cell is.

The way of a page: `triage` says why its picture is read; `extract.image` makes it level, flat
and free of rulings; Tesseract reads the words and their places (`pages`), and print that it
passed over is read by the crop reader; the one table builder finds the cells, and every short
line in them is cropped and read again by the other reader, by further ones where the two
differ (`cells`). What each made of a cell stays with it as evidence.
"""
