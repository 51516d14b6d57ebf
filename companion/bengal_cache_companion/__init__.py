"""The companion of Bengal Cache: a plugin that lets a full build by Bengal keep what is proven to be the same.

Bengal finds it through `PYTHONPATH` (entry point group `bengal.plugins`) and loads it in every build. It does nothing
at all unless `SITE_CACHE_PLAN` names a plan (plan.py). What it did stands in the journal beside the plan (journal.py).

Whatever goes wrong in here, the build that comes out is a full build: see hooks.py for how a hook that fails gives way
to the function that it stands in for.
"""

COMPANION_VERSION = "1"
