"""The whole body, where the page parts it."""

from articles.ingestion.webpage import parse_page
from tests.pages import LEAD, MORE, page

TEXTS = [f"{text} ({number} of twelve.)" for number, text in enumerate((LEAD, *MORE) * 3, 1)]


def parted(texts: list[str]) -> str:
    """Columns of one class; the library takes the first of them for the whole."""
    columns = (
        f"<div><div class='article__content'><p>{'</p><p>'.join(texts[start : start + 3])}</p>"
        "</div></div><div class='ad'></div>"
        for start in range(0, len(texts), 3)
    )
    return page(paragraphs=(), below="".join(columns))


def test_a_story_parted_by_advertisements_is_whole():
    body = parse_page(parted(TEXTS).encode()).story.body
    assert body.split("\n\n") == TEXTS


def test_another_story_on_the_same_page_is_none_of_it():
    told = "".join(f"<p>Elsewhere, event number {n} went on as planned.</p>" for n in range(9))
    other = f"<article><div class='article__content'>{told}</div></article></main>"
    text = parted(TEXTS).replace("</main>", other)
    assert "Elsewhere" not in parse_page(text.encode()).story.body
