"""Fresh office files for programs that change them."""

import shutil
from pathlib import Path


def renew(fresh: Path, office: Path) -> None:
    """Put a fresh office file, with everything beside it, in the place of a used one."""
    for old in office.parent.glob(f"{office.name}*"):
        old.unlink()
    for file in fresh.parent.glob(f"{fresh.name}*"):
        shutil.copy(file, office.with_name(file.name.replace(fresh.name, office.name, 1)))
