"""Characters that old systems kept in the private use area, and what they are called today."""

# The cells FE50 to FEA0 of GBK stood at U+E815 and after until GB18030-2005 and Unicode 5.1 gave
# each of them a place; radicals of the first block follow those of dictionaries.
_FIRST_GBK = 0xE815
_GBK = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
    "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)
_FIRST_VERTICAL = 0xE78D
_VERTICAL = "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19"
_LATIN = {0xE7C7: "\u1e3f", 0xE7C8: "\u01f9"}

TODAY: dict[int, str] = {
    **dict(enumerate(_GBK, _FIRST_GBK)),
    **dict(enumerate(_VERTICAL, _FIRST_VERTICAL)),
    **_LATIN,
}


def from_old_codes(text: str) -> tuple[str, str]:
    """Return the text in today's characters, and those that were put in place of old ones."""
    kept = text.translate(TODAY)
    if kept == text:
        return text, ""
    return kept, "".join(dict.fromkeys(TODAY[ord(one)] for one in text if ord(one) in TODAY))
