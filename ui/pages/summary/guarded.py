"""Changing the text where the clerk may: her paragraphs, never headings, title and signature."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.pages.summary.manuscript import (
    block_format,
    insert_words,
    kind_of,
    letter_format,
    section_of,
)

KEEP = QTextCursor.MoveMode.KeepAnchor


def is_open(block: QTextBlock) -> bool:
    """Whether the clerk may write in a block."""
    return kind_of(block) == "paragraph" and bool(section_of(block))


def may_write(cursor: QTextCursor) -> bool:
    """Whether what is typed now has a place to go."""
    if not cursor.hasSelection():
        return is_open(cursor.block())
    return any(is_open(block) for block in selected_blocks(cursor))


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks that a selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    found = [block]
    while block.isValid() and block != last:
        block = block.next()
        found.append(block)
    return found


def remove_selected(cursor: QTextCursor) -> bool:
    """Remove what is selected as far as it is the clerk's; whether anything went."""
    if not cursor.hasSelection():
        return False
    blocks = selected_blocks(cursor)
    if all(is_open(one) for one in blocks) and len({section_of(one) for one in blocks}) == 1:
        _join(cursor, blocks[0], blocks[-1])
        return True
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    numbers = [one.blockNumber() for one in blocks if is_open(one)]
    cursor.beginEditBlock()
    has_gone = False
    for number in reversed(numbers):
        block = cursor.document().findBlockByNumber(number)
        has_gone = _clear(block, first, last) or has_gone
    cursor.endEditBlock()
    if numbers:
        cursor.setPosition(_landing(cursor.document(), numbers[0], first))
    return has_gone


def break_line(cursor: QTextCursor) -> bool:
    """Begin a paragraph: the clerk's own at an edge of another, two halves in the middle of one."""
    remove_selected(cursor)
    block = cursor.block()
    if not is_open(block):
        if kind_of(block) != "heading" or not section_of(block):
            return False
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        _insert_own(cursor, section_of(block))
        return True
    if cursor.atBlockEnd():
        _insert_own(cursor, section_of(block))
        return True
    at_start = cursor.atBlockStart()
    cursor.beginEditBlock()
    cursor.insertBlock()
    if at_start:
        before = QTextCursor(block)
        before.setBlockFormat(block_format("paragraph", section_of(block), ""))
    cursor.endEditBlock()
    return True


def insert_lines(cursor: QTextCursor, lines: list[str]) -> bool:
    """Write marked-up lines at the cursor, each behind the first as the clerk's own paragraph."""
    if not lines or not may_write(cursor):
        return False
    cursor.beginEditBlock()
    remove_selected(cursor)
    if is_open(cursor.block()):
        insert_words(cursor, lines[0])
        for line in lines[1:]:
            break_line(cursor)
            insert_words(cursor, line)
    cursor.endEditBlock()
    return True


def drop_empty_line(cursor: QTextCursor) -> bool:
    """Take away an empty paragraph that is not the only one of its chapter; whether it went."""
    block = cursor.block()
    if not is_open(block) or block.length() > 1 or not _has_neighbour(block):
        return False
    before, following = block.previous(), block.next()
    look, letters = following.blockFormat(), following.charFormat()
    cursor.beginEditBlock()
    cursor.setPosition(following.position(), KEEP)
    cursor.removeSelectedText()
    cursor.setBlockFormat(look)
    cursor.setBlockCharFormat(letters)
    cursor.endEditBlock()
    if before.isValid() and is_open(before):
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    return True


def _join(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    """Remove a selection within a chapter; what is left belongs where its greater part stood."""
    is_from_start = cursor.selectionStart() == first.position()
    is_to_end = cursor.selectionEnd() == last.position() + last.length() - 1
    look = (last if is_from_start and not is_to_end else first).blockFormat()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    cursor.setBlockFormat(look)
    cursor.endEditBlock()


def _insert_own(cursor: QTextCursor, section: str) -> None:
    cursor.insertBlock(block_format("paragraph", section, ""), letter_format("paragraph"))
    cursor.setCharFormat(letter_format("paragraph"))


def _clear(block: QTextBlock, first: int, last: int) -> bool:
    """Remove the part of a block that lies between two places, the block too when it is all."""
    start, end = block.position(), block.position() + block.length() - 1
    cursor = QTextCursor(block)
    cursor.setPosition(max(first, start))
    cursor.setPosition(min(last, end), KEEP)
    had_any = cursor.hasSelection()
    cursor.removeSelectedText()
    if first <= start and last > end:
        return drop_empty_line(cursor) or had_any
    return had_any


def _has_neighbour(block: QTextBlock) -> bool:
    return any(
        one.isValid() and is_open(one) and section_of(one) == section_of(block)
        for one in (block.previous(), block.next())
    )


def _landing(document: QTextDocument, number: int, first: int) -> int:
    """Return where writing goes on after a selection over headings was removed."""
    place = min(first, document.characterCount() - 1)
    if is_open(document.findBlock(place)):
        return place
    near = document.findBlockByNumber(number)
    return near.position() if near.isValid() and is_open(near) else place
