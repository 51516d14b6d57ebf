"""How often Python looks for garbage while a site is built, and when the process ends.

What a build makes stays until it is over. Python looks through all of it again and again, and once more at the end,
though the system then takes the whole process: together a fifth of a build that keeps its pages. Only objects that refer
to each other in a circle are found that way; everything else goes when nobody refers to it, as always.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import io

# Objects made and not freed before Python looks, then how many such looks before it looks at what survived them.
SELDOM = (500_000, 10, 100)
_HOLD_BACK = (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom)


def collect_seldom() -> None:
    """From now to the end of the process."""
    gc.set_threshold(*SELDOM)
    atexit.register(leave_to_the_system)


def leave_to_the_system() -> None:
    """The last look would also have closed files that nobody closed: what they hold back is written now."""
    hold_back: dict[type, bool] = {}
    for each in gc.get_objects():
        kind = type(each)
        found = hold_back.get(kind)
        if found is None:
            found = hold_back[kind] = issubclass(kind, _HOLD_BACK)
        if found:
            with contextlib.suppress(Exception):
                each.flush()
    gc.freeze()
