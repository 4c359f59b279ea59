"""Embedded posts as speech of whoever signed them."""

from __future__ import annotations

from .findings import Speech
from .posts import Post, find_post
from .scene import Scene


def find_post_speech(scene: Scene) -> list[Speech]:
    """One Speech for each paragraph that is an embedded post."""
    found = []
    for (start, end), kind in zip(scene.paragraphs, scene.blocks, strict=False):
        post = find_post(scene.text, start, end) if kind == "post" else None
        if post:
            found.append(_as_speech(scene, post))
    return found


def _as_speech(scene: Scene, post: Post) -> Speech:
    end = post.name_start + len(post.name)
    signed = scene.first_named(post.name_start, end)
    return Speech(
        kind="post",
        spans=(scene.span(post.start, post.end),),
        text=scene.text[post.start : post.end],
        speaker_kind="person" if signed else "organisation",
        speaker_text=post.name,
        speaker_span=scene.span(post.name_start, end),
        speaker_key=signed.key if signed else "",
        organisation="" if signed else post.name,
        method="signature",
        cue=f"@{post.handle}",
        said_on=post.on,
        handle=post.handle,
        links=post.links,
    )
