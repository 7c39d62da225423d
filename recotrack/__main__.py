"""`python -m recotrack` does what the `recotrack` command does."""

import sys

from recotrack.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
