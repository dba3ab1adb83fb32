"""The fields of a record one by one, for tests that try a text in each."""

import msgspec

# Not free text: choices, and HTML, which is cleaned when it is saved.
NO_TEXT = {"language", "type", "status", "kind", "names_first", "policy", "body"}


def fields(node, place=()):
    """The places of all texts of a record."""
    match node:
        case str():
            yield place
        case msgspec.Struct():
            for name in node.__struct_fields__:
                if name not in NO_TEXT:
                    yield from fields(getattr(node, name), (*place, name))
        case dict():
            for name, value in node.items():
                yield from fields(value, (*place, name))
        case tuple():
            for number, value in enumerate(node):
                yield from fields(value, (*place, number))


def with_text(node, place, text):
    """The record with another text in one place."""
    if not place:
        return text
    first, *rest = place
    match node:
        case msgspec.Struct():
            changed = with_text(getattr(node, first), rest, text)
            return msgspec.structs.replace(node, **{first: changed})
        case dict():
            return {**node, first: with_text(node[first], rest, text)}
        case _:
            changed = with_text(node[first], rest, text)
            return (*node[:first], changed, *node[first + 1 :])
