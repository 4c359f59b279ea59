"""What tests of the editors' pages share."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).parent.parent.parent
OURS = "#content"  # around it is Django's own admin
SCREENS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone, dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


def findings(page) -> list[str]:
    """What axe has against our part of the page."""
    found = Axe().run(page, context=OURS).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
