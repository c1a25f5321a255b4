"""Text in, typed values out. Knows Danish, the 98 municipalities and OCR; not the law."""
