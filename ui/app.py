"""The program on the screen: Qt set up in Chinese, one window, and what happens in a crash."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from models import clock
from models.computer import last_file, settings_folder
from resources import path as resource
from ui import messages
from ui.look import theme
from ui.window import first_look
from ui.window.main_window import MainWindow

# The interface's own letters first; rare characters of names come from the 宋体 and its extension.
FONTS = (
    "NotoSansSC-Regular-TGH.ttf",
    "NotoSansSC-Bold-TGH.ttf",
    "NotoSerifSC-Regular-L2.ttf",
    "HanaMinB-ext.ttf",
    "BabelStoneHan-ExtI.ttf",
)
LOG = "crash.log"


def run_window(path: Path | None, *, demo: bool) -> int:
    """Show the window, then open the file asked for, the last one, or the first-run page."""
    app = make_app()
    sys.excepthook = CrashReport()
    window = MainWindow()
    window.painted.connect(lambda: open_first(window, path, demo=demo))
    window.show()
    return app.exec()


def make_app() -> QApplication:
    """Return the Qt application in Chinese, with our fonts, style and colours."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationDisplayName("")
    app.setApplicationName(messages.PROGRAM)
    system = app.palette()
    app.setStyle("Fusion")
    _speak_chinese(app)
    _use_our_fonts(app)
    scale = first_look.kept_zoom(app.primaryScreen())
    theme.apply(app, scale=scale, tokens=first_look.kept_tokens(system))
    return app


def open_first(window: MainWindow, path: Path | None, *, demo: bool) -> None:
    """Open what the program was started for."""
    if demo:
        window.open_practice()
        return
    chosen = path or last_file()
    if chosen is None:
        window.show_first_run()
    else:
        window.open_office(chosen)


def _speak_chinese(app: QApplication) -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


def _use_our_fonts(app: QApplication) -> None:
    families: list[str] = []
    for name in FONTS:
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        for family in QFontDatabase.applicationFontFamilies(number):
            if family not in families:
                families.append(family)
    font = QFont()
    font.setFamilies(families)
    app.setFont(font)


class CrashReport:
    """Writes down what happened and tells the clerk, in Chinese, where; one box at a time."""

    def __init__(self) -> None:
        self._is_telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what Python hands to sys.excepthook."""
        # Needed once in a crash, and slow to load before the window paints.
        import traceback

        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        written = _write_log("".join(traceback.format_exception(kind, error, trace)))
        # What fails while it is painted fails again as soon as a box is closed over it.
        if not self._is_telling:
            self._is_telling = True
            self._tell(written)
            self._is_telling = False

    def _tell(self, written: Path | None) -> None:
        where = f"详细情况记在：{written}" if written else ""
        messages.door.tell(
            QApplication.activeWindow(),
            "程序出错了，刚才这一步可能没有完成。",
            detail="已保存的台账不受影响。请重新打开程序；如果总是这样，请把下面的文件交给维护的人。"
            f"\n{where}",
        )


def _write_log(text: str) -> Path | None:
    folder = settings_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOG).open("a", encoding="utf-8") as file:
            file.write(f"{clock.stamp()}\n{text}\n")
    except OSError:
        return None
    return folder / LOG
