"""Files that travel with the program."""

import sys
from pathlib import Path


def path(name: str) -> Path:
    """Return the path of a bundled file, from source or inside the packaged folder."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) / "resources" if bundle else Path(__file__).parent
    return root / name
