"""What goes into a cell: a number, a day or a text; never a formula."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.county_forms.likeness import money_unit
from models.county_forms.settings import Content
from models.county_forms.slots import Shape
from models.county_forms.styles import is_day_format, is_percent_format
from models.fields import Field, Flag, Money, Number, Share, Year
from models.figures.figure import Figure
from models.values.dates import PartialDate, say_day
from models.values.money import FEN_OF
from models.values.wording import group, plain

TEN_THOUSAND = Decimal(10_000)
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class CellValue:
    """The content of a cell, how it shows there, and the figure that it was (blank: none).

    `note` tells the clerk what she should know: reckoned in 万元, nothing on record.
    """

    content: Content
    shown: str
    figure: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a place says about its content: its labels, its number format, the blank's shape."""

    labels: tuple[str, ...] = ()
    number_format: str = "General"
    shape: Shape | None = None

    @property
    def money_unit(self) -> str:
        """The unit of money that the nearest label names, blank where none does."""
        return next((unit for one in reversed(self.labels) if (unit := money_unit(one))), "")

    @property
    def counts_in_ten_thousands(self) -> bool:
        """Whether people and things are counted in 万."""
        return any("万人" in one or "万户" in one or "万家" in one for one in self.labels)

    @property
    def is_percent(self) -> bool:
        """Whether the number format turns a share into percent."""
        return is_percent_format(self.number_format)

    @property
    def says_percent(self) -> bool:
        """Whether a label says that the number is percent."""
        return any("%" in one or "％" in one for one in self.labels)


NOTHING = CellValue(None, "")


def value_of_figure(figure: Figure, style: str, around: Surroundings) -> CellValue:
    """Return a figure as a place wants it: exact, or in the wording of a style."""
    if figure.value is None:
        return CellValue(None, "", figure.code, "台账里没有这一项")
    if style and style != "exact":
        words = figure.say(style)
        return CellValue(words, words, figure.code)
    value = Decimal(figure.value)
    if figure.definition.unit == "%":
        found = _percent(value, around)
    elif figure.definition.unit == "元":
        found = _money(int(value * FEN_OF["元"]), around)
    elif around.counts_in_ten_thousands:
        found = number_value(value / TEN_THOUSAND, note="按“万”计")
    else:
        found = number_value(value)
    return replace(found, figure=figure.code)


def value_of_field(field: Field, value: object, around: Surroundings) -> CellValue:
    """Return a record's field as a place wants it."""
    if field.is_blank(value) and not isinstance(field, Flag):
        return NOTHING
    match field, value:
        case Money(), int():
            return _money(value, around)
        case Share(), Decimal():
            return _percent(value, around)
        case Year(), int():
            return CellValue(Decimal(value), str(value))
        case Number(), int() | Decimal():
            return number_value(Decimal(value))
        case _, PartialDate():
            return _partial(value, around)
        case _, date():
            return day_value(value, around)
    return text_value(field.show(value))


def value_of_setting(content: Content, around: Surroundings) -> CellValue:
    """Return what the office knows about itself as a place wants it."""
    if isinstance(content, date):
        return day_value(content, around)
    if isinstance(content, Decimal):
        return CellValue(content, plain(content))
    return text_value(content or "")


def text_value(text: str) -> CellValue:
    """Return a text as a cell's content; blank for none."""
    return CellValue(text, text) if text else NOTHING


def number_value(number: Decimal, note: str = "") -> CellValue:
    """Return a number as a cell's content; a text when a spreadsheet would lose digits of it."""
    shown = group(number)
    if len(number.as_tuple().digits) > MOST_DIGITS:
        return CellValue(plain(number), shown, note=note)
    return CellValue(number, shown, note=note)


def day_value(day: date, around: Surroundings) -> CellValue:
    """Return a day: a date where the format of the cell shows one, otherwise as it is written."""
    if around.shape is None and is_day_format(around.number_format):
        return CellValue(day, day.isoformat())
    if around.shape == "year":
        return text_value(str(day.year))
    if around.shape == "month":
        return text_value(f"{day.year}年{day.month}月")
    return text_value(say_day(day))


def _partial(day: PartialDate, around: Surroundings) -> CellValue:
    if day.month and day.day:
        return day_value(date(day.year, day.month, day.day), around)
    return text_value(f"{day.year}年{day.month}月" if day.month else f"{day.year}年")


def _percent(share: Decimal, around: Surroundings) -> CellValue:
    shown = f"{plain(share)}%"
    if around.is_percent:
        return CellValue(share / 100, shown)
    if around.says_percent:
        return CellValue(share, plain(share))
    return CellValue(shown, shown)


def _money(fen: int, around: Surroundings) -> CellValue:
    unit = around.money_unit or "元"
    size = FEN_OF.get(unit, 100_000)
    number = Decimal(fen) / size
    return number_value(number, note="" if unit == "元" else f"按“{unit}”计")
