"""A Chromium, an archive with a little of everything, and the addresses of its pages."""

import datetime as dt
import shutil

import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from articles.models import FormerStageDate, Party, Position, Quote, Result, Stage, Statement
from articles.search.indexing import bring_up_to_date
from tests.browser.editors import ROOT
from tests.builders import (
    link_race,
    make_article,
    make_editor,
    make_outlet,
    make_person,
    make_race,
    mention,
    quote,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
BODY = (
    "The runoff moved to July. Doug Jones waited, and so did Roy Moore.\n\n"
    "“We won,” Doug Jones said, adding that Roy Moore “fought fairly and at great length, "
    "in every county, on every day, whatever the weather.”\n\nA_very_long_unbroken_word_" + "x" * 80
)


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Opens pages of one browser context; keeps what its console said against a policy."""
    contexts = []

    def open_one(**options):
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.violations = []
        page.on("console", lambda message: note(page, message.text))
        return page

    def note(page, text: str) -> None:
        if "Content Security Policy" in text:
            page.violations.append(text)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def archive(live_server) -> dict[str, str]:
    """Addresses by page of an archive with articles, people, a race and outlets."""
    jones, moore = make_person("Doug Jones"), make_person("Roy Moore")
    race = almanac_race(jones, moore)
    outlet = make_outlet("Ballot Lantern", place="Mobile", is_sample=True, about="A lantern.")
    for number in range(25):
        article = make_article(f"The runoff moved {number}", body=BODY, outlet=outlet, deck="Deck")
        mention(article, jones, "Doug Jones")
        mention(article, moore, "Roy Moore")
        quote(article, jones, "We won")
        quote(article, jones, BODY[BODY.index("fought") : BODY.index("weather") + 7], kind="mixed")
        link_race(article, race, why="Its candidates are named.", stages_named=["runoff"])
    said = same_words(article.current_version.quotes.filter(kind="mixed").get())
    bring_up_to_date()
    rows = {"article": article, "person": jones, "race": race, "outlet": outlet, "quote": said}
    return {name: live_server.url + path for name, path in LISTS.items()} | {
        name: live_server.url + row.get_absolute_url() for name, row in rows.items()
    }


def same_words(said: Quote) -> Quote:
    """Makes what all articles of the archive pass on in part one Statement."""
    statement = Statement.objects.create(words=said.words)
    Quote.objects.filter(kind=said.kind).update(statement=statement)
    return said


LISTS = {
    "home": "/",
    "articles": "/articles/",
    "found": "/articles/?q=runoff&person=doug-jones&state=AL",
    "excluded": "/articles/?not_person=ann-filer&from=2020&copies=folded&open=office",
    "people of a list": "/articles/facet/person/?q=runoff&find=o",
    "mistaken": "/articles/?q=%22runoff",
    "partly mistaken": "/articles/?state=Alabma&page=x",
    "nothing": "/articles/?q=zebra",
    "quotes": "/quotes/",
    "quotes found": "/quotes/?q=fairly&person=doug-jones&copies=folded",
    "no quote": "/quotes/?q=zebra",
    "draft": "/quotes/check/",
    "checked": "/quotes/check/?words=%22fought+so+fairly+and+at+length%22+%22a+zebra+ran%22",
    "people": "/people/",
    "nobody": "/people/?q=zebra",
    "races": "/races/",
    "outlets": "/outlets/",
    "missing": "/articles/never-was/",
}


def almanac_race(jones, moore):
    race = make_race("2020-al-us-senate", jones, moore, make_person("Ann Filer"))
    party = Party.objects.get_or_create(code="DEM", defaults={"name": "Democratic", "letter": "D"})
    Position.objects.create(
        person=jones, office="senate", state="AL", party=party[0], start=dt.date(2018, 1, 3)
    )
    stage = Stage.objects.create(race=race, kind="runoff", date=dt.date(2020, 7, 14))
    FormerStageDate.objects.create(stage=stage, date=dt.date(2020, 3, 31))
    for candidacy in race.candidacies.filter(person__in=[jones, moore]):
        candidacy.party = party[0]
        candidacy.save()
        Result.objects.create(candidacy=candidacy, stage=stage, votes=1000, outcome="won")
    return race


@pytest.fixture
def signed_in(open_page, live_server, client):
    """Opens pages as an editor, with the demonstration's rosters loaded."""
    call_command("load_rosters", str(ROOT / "articles/demo/rosters"), verbosity=0)
    client.force_login(make_editor())
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}

    def open_signed_in(path: str, **options):
        page = open_page(**options)
        page.context.add_cookies([cookie | {"url": live_server.url}])
        page.goto(live_server.url + path)
        return page

    return open_signed_in
