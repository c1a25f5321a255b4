"""The application: command line, pipeline, archives and outputs."""
