"""``tellings schema``: the JSON Schema of the export."""

from __future__ import annotations

import json
import sys

from tellings.cli.status import OK


def schema() -> int:
    """Print the JSON Schema of story.json.

    **Examples**

    ```
    tellings schema > tellings.schema.json
    tellings schema | jq .properties
    ```
    """
    from tellings.export import schema as export_schema  # noqa: PLC0415  # imported when called

    sys.stdout.write(json.dumps(export_schema.schema(), indent=2, ensure_ascii=False) + "\n")
    return OK
