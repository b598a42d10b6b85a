"""The gazetteer: areas with a safeguarding board, partnership or committee of their own, and the
wider places that coroners, inquiries and other publishers are named after."""

import re

_ENGLAND = """
Barking and Dagenham; Barnet; Barnsley; Bath and North East Somerset; Bedford; Bexley; Birmingham;
Blackburn with Darwen; Blackpool; Bolton; Bournemouth; Bournemouth, Christchurch and Poole;
Bracknell Forest; Bradford; Brent; Brighton and Hove; Bristol; Bromley; Buckinghamshire; Bury;
Calderdale; Cambridgeshire; Camden; Central Bedfordshire; Cheshire East; Cheshire West and Chester;
City and Hackney; City of London; Cornwall; County Durham; Coventry; Croydon; Cumberland; Cumbria;
Darlington; Derby; Derbyshire; Devon; Doncaster; Dorset; Dudley; Durham; Ealing;
East Riding of Yorkshire; East Riding; East Sussex; Enfield; Essex; Gateshead; Gloucestershire;
Greenwich; Hackney; Halton; Hammersmith and Fulham; Hampshire; Haringey; Harrow; Hartlepool;
Havering; Herefordshire; Hertfordshire; Hillingdon; Hounslow; Hull; Isle of Wight; Isles of Scilly;
Islington; Kensington and Chelsea; Kent; Kingston upon Hull; Kingston upon Thames; Kirklees;
Knowsley; Lambeth; Lancashire; Leeds; Leicester; Leicestershire; Lewisham; Lincolnshire; Liverpool;
Luton; Manchester; Medway; Merton; Middlesbrough; Milton Keynes; Newcastle; Newcastle upon Tyne;
Newham; Norfolk; North East Lincolnshire; North Lincolnshire; North Northamptonshire;
North Somerset; North Tyneside; North Yorkshire; Northamptonshire; Northumberland; Nottingham;
Nottinghamshire; Oldham; Oxfordshire; Peterborough; Plymouth; Poole; Portsmouth; Reading; Redbridge;
Redcar and Cleveland; Richmond upon Thames; Rochdale; Rotherham; Rutland; Salford; Sandwell; Sefton;
Sheffield; Shropshire; Slough; Solihull; Somerset; South Gloucestershire; South Tyneside;
Southampton; Southend; Southend-on-Sea; Southwark; St Helens; Staffordshire; Stockport;
Stockton-on-Tees; Stoke-on-Trent; Suffolk; Sunderland; Surrey; Sutton; Swindon; Tameside;
Telford and Wrekin; Thurrock; Torbay; Tower Hamlets; Trafford; Wakefield; Walsall; Waltham Forest;
Wandsworth; Warrington; Warwickshire; West Berkshire; West Northamptonshire; West Sussex;
Westminster; Westmorland and Furness; Wigan; Wiltshire; Windsor and Maidenhead; Wirral; Wokingham;
Wolverhampton; Worcestershire; York
"""
_WALES = """
Blaenau Gwent; Bridgend; Caerphilly; Cardiff; Carmarthenshire; Ceredigion; Conwy; Denbighshire;
Flintshire; Gwynedd; Isle of Anglesey; Merthyr Tydfil; Monmouthshire; Neath Port Talbot; Newport;
Pembrokeshire; Powys; Rhondda Cynon Taf; Swansea; Torfaen; Vale of Glamorgan; Wrexham;
Cardiff and Vale; Cardiff and Vale of Glamorgan; Cwm Taf; Cwm Taf Morgannwg; Gwent;
Mid and West Wales; North Wales; West Glamorgan; Western Bay
"""
_SCOTLAND = """
Aberdeen; Aberdeenshire; Angus; Argyll and Bute; Clackmannanshire; Dumfries and Galloway; Dundee;
East Ayrshire; East Dunbartonshire; East Lothian; East Renfrewshire; Edinburgh; Falkirk; Fife;
Glasgow; Highland; Inverclyde; Midlothian; Moray; North Ayrshire; North Lanarkshire; Orkney;
Perth and Kinross; Renfrewshire; Scottish Borders; Shetland; South Ayrshire; South Lanarkshire;
Stirling; West Dunbartonshire; West Lothian; Western Isles
"""
AREAS = tuple(
    " ".join(name.split())
    for name in f"{_ENGLAND};{_WALES};{_SCOTLAND};Northern Ireland; Jersey; Guernsey".split(";")
)

WELSH_NAMES = tuple(
    """Sir Fynwy; Abertawe; Caerdydd; Bro Morgannwg; Pen-y-bont ar Ogwr; Y Bont ar Ogwr; Ynys Môn;
    Ynys Mon; Sir Gaerfyrddin; Sir Benfro; Sir Ddinbych; Sir y Fflint; Wrecsam; Merthyr Tudful;
    Caerffili; Casnewydd; Castell-nedd Port Talbot; Castell Nedd; Tor-faen; Dyfed Powys; Cymru;
    Aneurin Bevan; Betsi Cadwaladr; Hywel Dda; Cwm Taf Morgannwg; Bae Abertawe; Heddlu;
    Ysbyty Glan Clwyd; Ysbyty Gwynedd; Ysgol""".split(";")
)
"""As areas, health boards, hospitals, schools and the police of Wales are called in Welsh."""

_WIDER = """
England; Wales; Scotland; Great Britain; United Kingdom; Ireland; London; Greater London; Avon;
Bedfordshire; Berkshire; Black Country; Cheshire; Cleveland; Clwyd; Dyfed; Exeter; Fylde; Gibraltar;
Glamorgan; Greater Manchester; Grimsby; Humberside; Isle of Man; Merseyside; Middlesex; Norwich;
Preston; Ryedale; Scarborough; Swansea Neath Port Talbot; Teesside; Tyne and Wear; Tyneside;
Tees Valley; Thames Valley; West Midlands; East Midlands; East of England; Yorkshire; Humber;
Lothian; Grampian; Tayside; Strathclyde; Ayrshire; Lanarkshire; Antrim; Armagh; Belfast; Fermanagh;
Londonderry; Tyrone; Canterbury; Chester; Lincoln; Oxford; Cambridge; Winchester; Hastings; Crawley;
Australia; New Zealand; United States
"""
_UNITED_STATES = """
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii;
Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts;
Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey;
New Mexico; New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania;
Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; Washington;
West Virginia; Wisconsin; Wyoming
"""
PLACES = AREAS + tuple(" ".join(name.split()) for name in f"{_WIDER};{_UNITED_STATES}".split(";"))
"""AREAS and the wider places."""
SHORT_FORMS = {
    "Beds": "Bedfordshire", "Berks": "Berkshire", "Bucks": "Buckinghamshire",
    "Cambs": "Cambridgeshire", "Glos": "Gloucestershire", "Hants": "Hampshire",
    "Herts": "Hertfordshire", "Lancs": "Lancashire", "Leics": "Leicestershire",
    "Lincs": "Lincolnshire", "Northants": "Northamptonshire", "Northumb": "Northumberland",
    "Notts": "Nottinghamshire", "Oxon": "Oxfordshire", "Salop": "Shropshire",
    "Staffs": "Staffordshire", "Warks": "Warwickshire", "Wilts": "Wiltshire",
    "Worcs": "Worcestershire", "Yorks": "Yorkshire",
}  # fmt: skip
"""Of counties, as they are written in an address."""
PLACE_WORDS = frozenset(
    word.casefold()
    for name in (*PLACES, *SHORT_FORMS)
    for word in re.findall(r"[^\W\d_]{4,}", name)
)
"""Words of at least four letters that a place is named by."""
_ALSO_WORDS = frozenset({"Reading", "Bury", "Sale", "Highland", "Sutton", "Halton", "York"})
"""Places whose name is a word or a surname too: in running words a council has to follow."""
_SIDE = (
    r"(?:north|south|east|west|north[ -]?east|north[ -]?west|south[ -]?east|south[ -]?west|inner"
    r"|outer|central|mid|greater|eastern|western|northern|southern|city of|county of|the county of"
    r"|the|area|state|town|borough of|london borough of|metropolitan)"
)
_SIDES = re.compile(rf"^(?:{_SIDE}\s+)+|(?:\s+\(?{_SIDE}\)?)+$", re.IGNORECASE)

_KEYS: dict[str, str] = {}
_BEFORE = re.compile(
    r"^(?:the\s+)?(?:council of the\s+|(?:london|royal|metropolitan)\s+borough of\s+|borough of\s+"
    r"|city and county of\s+|city of\s+|county of\s+|council of\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[’']s)?\s+(?:(?:(?:metropolitan|county|city|borough|district|unitary|combined)\s+)*"
    r"(?:council|authority|corporation)|metropolitan (?:borough|district)|city of|city"
    r"|county borough|children[’']s trust)$",
    re.IGNORECASE,
)


def _key(name: str) -> str:
    return re.sub(r"[^a-z]+", " ", name.casefold().replace("&", "and").replace("’", "'")).strip()


_KEYS.update((_key(name), name) for name in AREAS)


def known_area(name: str) -> str | None:
    """The name as in AREAS, whatever its capitals, hyphens and "&"; None when it is not there."""
    return _KEYS.get(_key(name))


def area_of_council(name: str) -> str:
    """The place in a council's name: "City of Bradford Metropolitan District Council" is Bradford.

    A name that AREAS knows whole ("City of London") stays whole.
    """
    name = " ".join(name.split()).strip(" ,.")
    while not known_area(name):
        shorter = _AFTER.sub("", name).strip(" ,.")
        if shorter == name:
            shorter = _BEFORE.sub("", name)
        if shorter in (name, ""):
            break
        name = shorter
    return known_area(name) or name


def is_place(name: str) -> bool:
    """Is it a place of the gazetteer, a part of one ("Inner North London") or several of them
    ("Plymouth, Torbay and South Devon")?"""
    name = " ".join(name.split()).strip(" .,")
    if not name or not name[0].isupper() or any(sign.isdigit() for sign in name):
        return False
    if _is_known(name):
        return True
    between = _BETWEEN.finditer(name)
    return any(_is_known(name[: m.start()]) and is_place(name[m.end() :]) for m in between)


def _is_known(name: str) -> bool:
    return any(_key(each) in _PLACE_KEYS for each in (name, area_of_council(name), _bare(name)))


def _bare(name: str) -> str:
    """Without the points of the compass, "Inner", "City of" and the like."""
    return _SIDES.sub("", name)


def place_at(text: str, start: int = 0) -> int:
    """End of the longest place whose name begins at `start`; `start` itself where none begins."""
    ends = [word.end() for word in _PLACE_WORD.finditer(text, start)][:_LONGEST_NAME]
    end = next((end for end in reversed(ends) if is_place(text[start:end])), start)
    closes = "(" in text[start:end] and text[end : end + 1] == ")"
    return end + closes


def places_in(text: str) -> list[tuple[int, int]]:
    """Where places of the gazetteer are named in running words, in order; the whole name of each,
    the longest where several begin together."""
    found: list[tuple[int, int]] = []
    for named in _NAMED_PLACE.finditer(text):
        capital = named[0][0].isupper() and not named[0].islower()
        ambiguous = named[0].title() in _ALSO_WORDS and not _COUNCIL_AFTER.match(text, named.end())
        if capital and not ambiguous:
            found.append(named.span())
    return found


def areas_named(text: str) -> list[str]:
    """Every area that the text speaks of as a place: "in Kent", "across Kent"; in order."""
    return [_KEYS[_key(found[1])] for found in _SPOKEN_OF.finditer(text)]


_SPOKEN_OF = re.compile(
    r"\b(?:in|within|across|throughout|for children of)\s+(?:the\s+)?("
    + "|".join(re.escape(name) for name in sorted(AREAS, key=len, reverse=True))
    + r")(?![\w’'-]|\s+(?:and|&)\s+[A-Z])"
)
_PLACE_KEYS = frozenset(_key(name) for name in PLACES)
_PLACE_WORD = re.compile(r"\S+?(?=[\s,.;:)]|$)")
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_LONGEST_NAME = 14
"""Words of several places named together."""
_NAMED_PLACE = re.compile(
    r"(?<![\w’'-])(?:(?:North|South|East|West|Inner|Outer|Mid|City of|Borough of)\s+)*(?:"
    + "|".join(re.escape(name) for name in sorted(PLACES, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_COUNCIL_AFTER = re.compile(
    r"\s+(?:(?:metropolitan|county|city|borough|unitary)\s+)*(?:council|local|safeguarding|LSCB)",
    re.IGNORECASE,
)
