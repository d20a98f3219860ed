"""How properties are tested: the same examples each time, and no test that a slow machine fails.

`--hypothesis-profile=default` looks for new examples.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
