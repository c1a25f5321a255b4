"""The small grammar of Danish officialese that claims are read with."""
