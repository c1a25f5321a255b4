"""Names as OCR reads them: made, gathered, and what the channel learns from them."""
