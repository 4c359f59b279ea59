"""The words of a Word document as it stands: tables and accepted changes too, deleted ones not."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

MARKS = (("heading", "## "), ("list", "- "), ("quote", "> "))
TITLES = ("title", "heading 1")
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
TEXT, BOX = qn("w:t"), qn("w:txbxContent")
SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What is no text: settings, what a change took away, and the second copy of a text box.
SILENT = {
    *(qn(f"w:{name}") for name in ("pPr", "rPr", "tblPr", "sectPr", "del", "moveFrom")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def text_of(document: Document) -> Iterator[str]:
    """Each paragraph and each table, in the order of reading; none is empty."""
    yield from filter(None, _blocks(document.element.body, document))


def _blocks(element, document: Document) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in SILENT:
            continue
        if child.tag == PARAGRAPH:
            yield _marked(child, document)
            for box in child.iter(BOX):
                yield from () if _is_silent(box) else _blocks(box, document)
        elif child.tag == TABLE:
            yield from _table(child, document)
        else:
            yield from _blocks(child, document)


def _table(table, document: Document) -> Iterator[str]:
    """Rows of cells in lines; a table of one column is only there to lay paragraphs out."""
    rows = [list(row.iterchildren(CELL)) for row in table.iterchildren(ROW)]
    if all(len(cells) < 2 for cells in rows):
        for cells in rows:
            for cell in cells:
                yield from _blocks(cell, document)
        return
    lines = [[" ".join(_words_of(cell).split()) for cell in cells] for cells in rows]
    yield "\n".join(" | ".join(line) for line in lines if any(line))


def _marked(paragraph, document: Document) -> str:
    """The words of a paragraph, with the mark of its style; lines only where it has none."""
    lines = [" ".join(line.split()) for line in _words_of(paragraph).split("\n")]
    style = Paragraph(paragraph, document).style
    name = (style.name or "").lower() if style is not None else ""
    mark = next((mark for part, mark in MARKS if part in name), "")
    if name in TITLES or not mark:
        return "\n".join(filter(None, lines))
    words = " ".join(filter(None, lines))
    return f"{mark}{words}" if words else ""


def _words_of(element) -> str:
    return "".join(_pieces(element))


def _pieces(element) -> Iterator[str]:
    """Words of an element and what is in it, text boxes apart."""
    for child in element.iterchildren():
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif child.tag != BOX and child.tag not in SILENT:
            yield from _pieces(child)
            yield " " if child.tag == PARAGRAPH else ""


def _is_silent(element) -> bool:
    return any(above.tag in SILENT for above in element.iterancestors())
