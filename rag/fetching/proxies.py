"""An address in, whether the environment sends it through a proxy out: then it is not asked for.

A proxy looks a host up itself, so that nothing could be said of where the request ends: that no
private address is asked for holds only without one.
"""

from urllib.request import getproxies_environment, proxy_bypass

import httpx

from rag.errors import NotFetched

_ALL = "all"


def refuse_proxy(address: httpx.URL) -> None:
    """Raises NotFetched where HTTP_PROXY, HTTPS_PROXY or ALL_PROXY names a proxy for the address,
    and NO_PROXY does not except its host."""
    proxies = getproxies_environment()
    found = address.scheme if proxies.get(address.scheme) else _ALL
    if proxies.get(found) and not proxy_bypass(address.host):
        raise NotFetched(
            f"the environment names a proxy ({found.upper()}_PROXY), and documents are fetched"
            " without one, so that nothing on a private network is asked by mistake: download the"
            f" document in a browser and add the file, or set NO_PROXY={address.host} if this"
            " machine reaches it directly."
        )
