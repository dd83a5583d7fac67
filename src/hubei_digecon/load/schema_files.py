"""JSON Schemas (2020-12) made from the types that read and write the files."""

import json

from pydantic import TypeAdapter

from ..result import FORMAT, Result


def result_schema() -> str:
    """Return the schema of the JSON result."""
    schema = TypeAdapter(Result).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": FORMAT}
    return json.dumps(head | _closed(schema), ensure_ascii=False, indent=1) + "\n"


def _closed(schema: dict[str, object]) -> dict[str, object]:
    """Refuse keys that the types do not have, in every object of the schema."""
    definitions = schema.get("$defs")
    shapes = [schema, *(definitions.values() if isinstance(definitions, dict) else ())]
    for shape in shapes:
        if shape.get("type") == "object":
            shape["additionalProperties"] = False
    return schema
