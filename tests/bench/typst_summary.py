"""The summary by typst, warm: python -m tests.bench.typst_summary TEXT.json TIMES."""

import json
import sys
from pathlib import Path

import typst

from tests.bench import sheet
from tests.bench.warm import measure_warm

SETTINGS = """#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "FandolFang", size: 15.8pt, lang: "zh")
#set par(justify: true, leading: 13.8pt, first-line-indent: 2em)
"""


def tell(text: Path, times: int) -> None:
    """Print what one summary costs."""
    paragraphs = json.loads(text.read_text(encoding="utf-8"))
    source = text.with_suffix(".typ")
    source.write_text(SETTINGS + "\n\n".join(map(_quoted, paragraphs)), encoding="utf-8")
    compiler = typst.Compiler(str(source), font_paths=[str(sheet.FOLDER)])
    print(json.dumps(measure_warm(lambda: compiler.compile(format="pdf"), times=times)))


def _quoted(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}"


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]))
