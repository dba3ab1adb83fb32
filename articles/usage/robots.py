"""Whether a browser names itself as a robot, by the list that COUNTER refers to (section 7.8).

The list is the package counter-robots. A few names that it lacks as of 2025.11 are added here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from counter_robots import is_robot_or_machine

# In any case: the list has `bot`, `crawl` and `spider` as written. CUBOT makes telephones.
MORE_NAMES = re.compile(
    r"(?<!cu)bot\b|crawl|spider|scrap(?:er|ing)|headless|phantomjs|selenium|playwright"
    r"|go-http-client|node-fetch|undici|postman|anthropic|perplexity|uptime|pingdom|monitoring",
    re.IGNORECASE,
)
LONGEST_NAME = 2_000  # characters of a name that are looked at


@lru_cache(10_000)
def is_robot(agent: str) -> bool:
    """True also for a browser that names itself not at all."""
    name = agent.strip()[:LONGEST_NAME]
    if len(name) < 2:
        return True
    return bool(MORE_NAMES.search(name)) or bool(is_robot_or_machine(name))
