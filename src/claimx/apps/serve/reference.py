"""The API reference as a page that loads nothing else: /openapi.json for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

Schema = Mapping[str, Any]


def reference(openapi: Schema) -> str:
    """The page. openapi: the API description made by FastAPI."""
    schemas = openapi.get("components", {}).get("schemas", {})
    operations = "".join(
        _operation(method, path, operation, schemas)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    )
    models = "".join(_model(name, schema) for name, schema in schemas.items() if "properties" in schema)
    title = escape(f"{openapi['info']['title']} {openapi['info']['version']}")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/view.css">'
        '<link rel="stylesheet" href="/static/page.css"></head>'
        f'<body class="claimx-page reference"><main><h1>{title}</h1>'
        f'<p>{escape(openapi["info"]["description"])} <a href="/openapi.json">openapi.json</a> · '
        f'<a href="/">claimx</a></p>{operations}<h2>Bodies</h2>{models}</main></body></html>'
    )


def _operation(method: str, path: str, operation: Schema, schemas: Schema) -> str:
    parameters = "".join(
        f"<li><code>?{escape(item['name'])}</code> {escape(_type(item['schema']))} "
        f"{escape(item.get('description') or item['schema'].get('description', ''))}</li>"
        for item in operation.get("parameters", ())
    )
    content = operation.get("requestBody", {}).get("content", {})
    body = "".join(f"<p>Body: {escape(_type(item['schema']))}</p>" for item in content.values())
    example = "".join(_example(path, item["schema"], schemas) for item in content.values())
    return (
        f"<section><h2><code>{method.upper()} {escape(path)}</code></h2>"
        f"<p><b>{escape(operation.get('summary', ''))}.</b> {escape(operation.get('description', ''))}</p>"
        f"{body}{f'<ul>{parameters}</ul>' if parameters else ''}{example}</section>"
    )


def _example(path: str, body: Schema, schemas: Schema) -> str:
    """A working command with the example of the first body that the endpoint accepts."""
    name = _type(body).partition(" ")[0]
    for example in schemas.get(name, {}).get("examples", ())[:1]:
        data = json.dumps(example, ensure_ascii=False)
        command = f"curl http://127.0.0.1:8000{path} -H 'Content-Type: application/json' -d '{data}'"
        return f'<pre tabindex="0">{escape(command)}</pre>'
    return ""


def _model(name: str, schema: Schema) -> str:
    rows = "".join(_rows(schema))
    return (
        f"<h3>{escape(name)}</h3><table><thead><tr><th scope='col'>field</th><th scope='col'>type</th>"
        f"<th scope='col'>meaning</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _rows(schema: Schema) -> Iterator[str]:
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        default = "" if name in required else f" (default: {json.dumps(field.get('default'))})"
        yield (
            f"<tr><th scope='row'><code>{escape(name)}</code></th><td>{escape(_type(field))}</td>"
            f"<td>{escape(field.get('description', ''))}{escape(default)}</td></tr>"
        )


def _type(schema: Schema) -> str:
    """A type in words: "array of TextItem", "string or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return " or ".join(map(_type, choices))
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"array of {_type(schema['items'])}"
    return str(schema.get("type", "anything"))
