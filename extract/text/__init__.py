"""Plain text, Markdown and HTML: paragraphs and tables without places on a page."""
