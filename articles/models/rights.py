"""How much of an article's words its rights let the public see. The one home of this rule."""

from articles.models.outlets import Rights

EXCERPT_CHARACTERS = 400


def shown_deck(rights: str, deck: str) -> str:
    return "" if rights == Rights.METADATA else deck


def shown_body(rights: str, body: str) -> str:
    """The beginning of the body that may be shown, so that offsets into the body still hold."""
    if rights == Rights.FULL:
        return body
    if rights == Rights.EXCERPT:
        return _beginning(body, EXCERPT_CHARACTERS)
    return ""


def shown_caption(rights: str, caption: str) -> str:
    return caption if rights == Rights.FULL else ""


def shown_text(rights: str, field: str, text: str) -> str:
    """What may be shown of one field of a version; a headline always may."""
    limits = {"deck": shown_deck, "body": shown_body, "caption": shown_caption}
    return limits[field](rights, text) if field in limits else text


def shown_words(rights: str, text: str, span) -> str:
    """The words of a span of ``text``, or "" where a part of them may not be shown."""
    shown = shown_text(rights, span.field, text)
    return shown[span.start : span.end] if span.end <= len(shown) else ""


def quote_may_be_shown(quote) -> bool:
    """Whether all its words may; needs ``version__article`` and ``spans``."""
    version, rights = quote.version, quote.version.article.rights
    return all(shown_words(rights, version.text_of(one.field), one) for one in quote.spans.all())


def _beginning(text: str, characters: int) -> str:
    if len(text) <= characters:
        return text
    cut = max(text.rfind(mark, 0, characters + 1) for mark in (" ", "\n"))
    return text[: cut if cut > 0 else characters].rstrip()
