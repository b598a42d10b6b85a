"""The areas that have a safeguarding board, partnership or committee of their own."""

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

_KEYS: dict[str, str] = {}
_BEFORE = re.compile(
    r"^(?:the\s+)?(?:council of the\s+|(?:london|royal|metropolitan)\s+borough of\s+|borough of\s+"
    r"|city and county of\s+|city of\s+|county of\s+|council of\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[’']s)?\s+(?:(?:(?:metropolitan|county|city|borough|district|unitary|combined)\s+)*"
    r"(?:council|authority|corporation)|city of|city|county borough|children[’']s trust)$",
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


def areas_named(text: str) -> list[str]:
    """Every area that the text speaks of as a place: "in Kent", "across Kent"; in order."""
    return [_KEYS[_key(found[1])] for found in _SPOKEN_OF.finditer(text)]


_SPOKEN_OF = re.compile(
    r"\b(?:in|within|across|throughout|for children of)\s+(?:the\s+)?("
    + "|".join(re.escape(name) for name in sorted(AREAS, key=len, reverse=True))
    + r")(?![\w’'-]|\s+(?:and|&)\s+[A-Z])"
)
