"""The commands, a file each; heavy imports wait until a command runs."""
