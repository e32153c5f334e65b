"""Addresses: which may be asked for, and the one form of each, so that nothing is fetched twice in vain."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tellings.errors import WebError

_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ocid|ns_\w+|wt_?mc\w*|xtor|smid|smtyp"
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 8_192


def checked(url: str) -> str:
    """An address that may be asked for, without its fragment. Raises ``WebError`` for any other."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError as error:
        raise WebError(f"no address ({error}); check the spelling") from error
    if parts.scheme.lower() not in _PORTS or not parts.hostname or len(url) > _LONGEST:
        raise WebError("no address of the web; it begins with http:// or https:// and a host")
    if parts.username or parts.password:
        raise WebError("an address with a name or password in it; those are not sent")
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path or "/", parts.query, ""))


def canonical(url: str) -> str:
    """The form of an address under which it is remembered: no fragment, default port or marks of a campaign.

    What cannot be taken apart stays as it is: feeds list such addresses too.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    try:
        port = parts.port
    except ValueError:
        port = None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in {None, _PORTS.get(scheme)} else f"{host}:{port}"
    pairs = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0].lower())
    ]
    query = parts.query if len(pairs) == parts.query.count("&") + bool(parts.query) else urlencode(pairs)
    return urlunsplit((scheme, netloc, parts.path or "/", query, ""))


def host(url: str) -> str:
    """The host of an address, with its port where it has one."""
    return urlsplit(url).netloc.lower()


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody can reach: not this machine, not a network at home."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            within = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if within:
            return within.is_global and not within.is_multicast
    return ip.is_global and not ip.is_multicast
