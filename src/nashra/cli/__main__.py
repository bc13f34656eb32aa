"""``python -m nashra.cli``: the same as the command ``nashra``."""

from nashra.cli.main import main

if __name__ == "__main__":
    main()
