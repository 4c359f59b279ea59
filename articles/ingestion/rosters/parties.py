"""Party codes: what the files call a party, and the one code the archive has for it."""

from articles.models import Party, PartyAlias

# code: (name, letter, other codes and names)
PARTIES = {
    "DEM": ("Democratic", "D", "Democrat, DFL, Democratic-Farmer-Labor, DGR, Democrat Party"),
    "REP": ("Republican", "R", "GOP, RE, Republican Party"),
    "LIB": ("Libertarian", "L", "LBL"),
    "GRE": ("Green", "G", "DCG"),
    "IND": ("Independent", "I", "IDP, ICD"),
    "NON": ("Nonpartisan", "", "NPA, UN, NOP, NNE, N/A, no party, Unaffiliated"),
    "CON": ("Constitution", "C", "CST"),
    "CRV": ("Conservative", "", ""),
    "AIP": ("American Independent", "", "AIC"),
    "IAP": ("Independent American", "", ""),
    "REF": ("Reform", "", ""),
    "COM": ("Communist", "", ""),
    "SOC": ("Socialist", "", "SWP, SEP, PSL"),
    "WFP": ("Working Families", "", ""),
    "FED": ("Federalist", "", ""),
    "WHG": ("Whig", "", ""),
    "DRP": ("Democratic-Republican", "", "Jeffersonian Republican, Anti-Administration"),
    "OTH": ("Other", "", "UNK, W, Write-In"),
}


class Parties:
    """Finds the code for whatever a file calls a party; an unknown one becomes a party itself."""

    def __init__(self) -> None:
        self._codes = {party.code.lower(): party.code for party in Party.objects.all()}
        self._codes |= {alias.name.lower(): alias.party_id for alias in PartyAlias.objects.all()}
        self._codes |= {party.name.lower(): party.code for party in Party.objects.all()}
        for code, (name, letter, others) in PARTIES.items():
            if code.lower() not in self._codes:
                self._add(code, name, letter, others)

    def code(self, told: str) -> str | None:
        told = told.strip()
        if not told:
            return None
        if told.lower() not in self._codes:
            self._add(self._free_code(told), told, "", "")
        return self._codes[told.lower()]

    def _free_code(self, told: str) -> str:
        base = "".join(c for c in told.upper() if c.isalnum())[:8] or "PARTY"
        code, number = base, 1
        while code.lower() in self._codes:
            number += 1
            code = f"{base[:6]}{number}"
        return code

    def _add(self, code: str, name: str, letter: str, others: str) -> None:
        Party.objects.create(code=code, name=name, letter=letter)
        self._codes |= {code.lower(): code, name.lower(): code}
        for other in filter(None, (part.strip() for part in others.split(","))):
            if other.lower() not in self._codes:
                PartyAlias.objects.create(party_id=code, name=other)
                self._codes[other.lower()] = code
