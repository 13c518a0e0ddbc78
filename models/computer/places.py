"""The folders of the person at this PC."""

import os
import re
import sys
from pathlib import Path

from models.computer import windows

_SYNC_FOLDERS = (
    (r"onedrive( ?-.*)?", "OneDrive"),
    (r"wps ?云盘|wpsdrive|wps cloud files", "WPS云盘"),
    (r"坚果云|我的坚果云|nutstore( files)?", "坚果云"),
    (r"微信文件|wechat files|xwechat_files", "微信文件"),
    (r"百度网盘|百度同步盘|baidusyncdisk|baidunetdiskworkspace", "百度网盘"),
    (r"腾讯微云|微云同步助手", "腾讯微云"),
    (r"dropbox", "Dropbox"),
    (r"icloud ?drive", "iCloud"),
    (r"google ?drive", "Google Drive"),
)
_SETTINGS_NAME = "UnionDesk"
_LAST_FILE = "last-file.txt"


def sync_folder_name(path: Path) -> str | None:
    """Return the name of the cloud service that copies this folder about, if one does."""
    for part in path.absolute().parts:
        for pattern, name in _SYNC_FOLDERS:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return name
    return None


def documents_folder() -> Path:
    """Return the person's folder for documents."""
    if sys.platform == "win32":
        return windows.documents() or Path.home() / "Documents"
    home = Path.home()
    candidates = (_xdg_documents(home), home / "文档", home / "Documents")
    return next((folder for folder in candidates if folder and folder.is_dir()), home)


def settings_folder() -> Path:
    """Return the folder of this person's settings, which may not exist yet."""
    if sys.platform == "win32":
        roaming = os.environ.get("APPDATA")
        return Path(roaming or Path.home() / "AppData" / "Roaming") / _SETTINGS_NAME
    return _config_folder(Path.home()) / _SETTINGS_NAME.lower()


def remember_file(path: Path) -> None:
    """Keep the path of the office file to open next time."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _LAST_FILE).write_text(str(path.absolute()), encoding="utf-8")


def last_file() -> Path | None:
    """Return the office file opened last, if it is still there."""
    try:
        text = (settings_folder() / _LAST_FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    path = Path(text) if text else None
    return path if path and path.is_file() else None


def _config_folder(home: Path) -> Path:
    chosen = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return chosen if chosen.is_absolute() else home / ".config"


def _xdg_documents(home: Path) -> Path | None:
    try:
        text = (_config_folder(home) / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    found = re.search(r'^XDG_DOCUMENTS_DIR="(.+)"$', text, re.MULTILINE)
    return Path(found[1].replace("$HOME", str(home))) if found else None
