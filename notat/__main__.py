"""``python -m notat``, for where the program itself is not on the path."""

from notat.cli import main

if __name__ == "__main__":
    main()
