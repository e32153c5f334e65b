"""The one form of an address, under which it is remembered."""

from __future__ import annotations

import pytest

from tellings.web.addresses import canonical


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("HTTPS://Post.Example:443/a?utm_source=x#top", "https://post.example/a"),
        ("http://post.example", "http://post.example/"),
        ("https://post.example:8443/a?b=1&c=", "https://post.example:8443/a?b=1&c="),
        ("https://post.example/a?b=1&fbclid=2", "https://post.example/a?b=1"),
        ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
        (" http://[2001:db8::1/a ", "http://[2001:db8::1/a"),
    ],
)
def test_the_form_under_which_an_address_is_remembered(url: str, form: str) -> None:
    """No fragment, default port or marks of a campaign; what cannot be taken apart stays as it is."""
    assert canonical(url) == form
