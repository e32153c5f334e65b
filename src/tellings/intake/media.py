"""What names of media look like: the words that newspapers, agencies and broadcasters call themselves by.

There is no list of outlets here, only of the common nouns in their names.
"""

from __future__ import annotations

import re

WORD = r"(?:[A-Z][\w&’'.-]*\w|[A-Z])"
NAME = rf"{WORD}(?: (?:(?:of|and|&|the|for) )?{WORD}){{0,5}}"
MEDIUM = (
    r"(?:News|Times|Post|Tribune|Herald|Journal|Gazette|Chronicle|Mail|Observer|Today|Magazine|Radio|TV|Television|Press|Star|Sun|Courier"
    r"|Echo|Argus|Standard|Independent|Telegraph|Review|Weekly|Network|Broadcasting|Media|Wire|Online|Register|Record|Examiner|Inquirer"
    r"|Dispatch|Bulletin|Sentinel|Globe|Daily|Express|Mirror|Monitor|Reporter|Advertiser|Ledger|Leader|Messenger|Voice|Digest|Agency|Sports?)"
)
OUTLET = rf"(?:[Tt]he )?(?P<name>(?:{NAME} )?{MEDIUM}(?: (?:of )?{WORD}){{0,2}}|[A-Z]{{2,5}}(?: (?:News|Sports?|TV|Radio))?)(?![\w’'])"

MASTHEAD = re.compile(rf"(?P<name>(?:The )?(?:{WORD} ){{0,4}}{MEDIUM}|[A-Z]{{2,}}(?: [A-Z]{{2,}}){{0,2}})")
"""A line that is the name of an outlet and nothing else."""
