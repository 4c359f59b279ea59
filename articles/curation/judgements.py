"""The log of who decided what, and when."""

from articles.models import Judgement, User


def record(noun: str, target_id: int, about: str, answer: str, by: User | None) -> Judgement:
    """Keeps one answer; call it in the transaction that carries it out."""
    return Judgement.objects.create(
        noun=noun, target_id=target_id, about=about[:300], answer=answer, by=by
    )
