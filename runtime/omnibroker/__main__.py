"""`python -m omnibroker` is the command `omnibroker`."""

from omnibroker.cli import main

if __name__ == "__main__":
    main()
