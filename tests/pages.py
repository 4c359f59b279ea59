"""Web pages of invented newspapers, written for the tests."""

LEAD = (
    "Election officials in Baxter County said on Tuesday that every one of the ballots from the "
    "August primary had been counted twice, and that both counts agreed to the last vote."
)
COUNT = (
    "The county clerk, Dana Whitfield, told reporters that the second count had taken nine hours "
    "and had needed forty volunteers, most of them from the two parties' own lists."
)
QUOTE = "“We counted until the last box was empty,” Whitfield said. “Nobody found a ballot twice.”"
END = (
    "The results now go to the state board, which meets on the first Monday of September and has "
    "never yet sent a Baxter County result back."
)
MORE = (COUNT, QUOTE, END)


def page(
    headline: str = "Baxter County finishes its second count",
    paragraphs: tuple[str, ...] = (LEAD, *MORE),
    head: str = "",
    site: str = "Baxter Ledger",
    day: str = "2020-08-11T09:30:00-05:00",
    above: str = "",
    below: str = "",
) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    published = f'<meta property="article:published_time" content="{day}">' if day else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{headline} | {site}</title>'
        f'<meta property="og:site_name" content="{site}">{published}{head}</head><body>'
        f"<header><nav><a href='/'>{site}</a></nav></header><main><article><h1>{headline}</h1>"
        f"{above}{body}{below}</article></main><footer><p>All rights reserved.</p></footer>"
        "</body></html>"
    )
