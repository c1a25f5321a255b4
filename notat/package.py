"""The Frictionless Data Package descriptor of an output folder (Data Package standard, v1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from notat.schema import DOCUMENTS, RESOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from notat.schema import Field, Resource
    from notat.sheets import Style

NAME = "notat"  # also how a folder is known for one of ours


def descriptor(tables: Sequence[str], style: Style) -> dict[str, Any]:
    """Describe the CSV files of a folder and ``tables``, the paths of the grids as read."""
    return {
        "name": NAME,
        "title": "Notater on skærpet tilsyn as tables, with an audit",
        "profile": "data-package",
        "resources": [
            *(_resource(one, style) for one in RESOURCES),
            *(_grid(f"table-{index}", path, style) for index, path in enumerate(tables, 1)),
        ],
    }


def _file(name: str, path: str, style: Style, header: bool) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": style.encoding,
        "dialect": {"delimiter": style.delimiter, "lineTerminator": "\n", "header": header},
    }


def _grid(name: str, path: str, style: Style) -> dict[str, Any]:
    return _file(name, path, style, header=False) | {"title": "a table of the document as read"}


def _resource(resource: Resource, style: Style) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field, style) for field in resource.fields],
        "missingValues": [""],
    }
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    if resource is not DOCUMENTS:
        schema["foreignKeys"] = [
            {"fields": ["document"], "reference": {"resource": "documents", "fields": ["document"]}}
        ]
    return _file(resource.name, f"{resource.name}.csv", style, header=True) | {
        "profile": "tabular-data-resource",
        "title": f"One row is {resource.title}.",
        "schema": schema,
    }


def _field(field: Field, style: Style) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "description": field.description,
    }
    if field.words:
        described["constraints"] = {"enum": list(field.words)}
    if field.type == "number" and style.decimal != ".":
        described["decimalChar"] = style.decimal
    return described
