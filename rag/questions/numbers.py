"""How numbers and months are written: patterns for other patterns to be made of."""

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
WORD_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|both|single|twice|once|couple of|dozens?(?: of)?|half|none|no|neither)"
)
NUMBER = rf"(?:\d[\d,.]*|{WORD_NUMBER})"
