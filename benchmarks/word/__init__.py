"""Notes as an office sets them: what they say, and the files of LibreOffice or Chromium."""
