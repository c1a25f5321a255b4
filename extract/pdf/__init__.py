"""The text layer of a PDF: words and rulings, page by page, through pdfium."""
