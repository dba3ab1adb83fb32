"""One-place changes of a function's code: what can be changed in it, and the changed tree.

A change turns a comparison, swaps `and` and `or`, drops a `not`, empties a `return`, moves a whole
number by one, flips a boolean, fixes the condition of an `if`, alters a text that is returned,
yielded or put in a dictionary, or drops a `yield`. What cannot matter is left alone: docstrings,
`__str__` and `__repr__`, log messages, labels and help texts, `zip(strict=…)`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

TURNED = {
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Lt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
EMPTY = {"str": "''", "int": "0", "list": "[]", "tuple": "()", "dict": "{}", "set": "set()"}
SKIPPED_METHODS = {"__str__", "__repr__"}
SKIPPED_KEYWORDS = {"verbose_name", "verbose_name_plural", "help_text", "strict", "stacklevel"}
LOGGERS = {"log", "logger", "logging"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Change:
    """One expression of a function and what takes its place."""

    kind: str
    old: ast.expr
    new: ast.expr


@dataclass(frozen=True)
class Surroundings:
    """What a node stands in: the innermost statement, the annotation of what is returned, and
    whether its texts are given out."""

    statement: ast.stmt
    returns: str
    is_given_out: bool = False

    def around(self, child: ast.AST) -> Surroundings:
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return Surroundings(child, returned_kind(child))
            case ast.Return():
                return Surroundings(child, self.returns, is_given_out=True)
            case ast.stmt():
                return Surroundings(child, self.returns)
            case ast.Yield() | ast.YieldFrom() | ast.Dict():
                return Surroundings(self.statement, self.returns, is_given_out=True)
        return self


def changes(function: Function) -> Iterator[tuple[ast.stmt, Change]]:
    """Every change that can be made in the body of a function, with its innermost statement."""
    surroundings = Surroundings(function, returned_kind(function))
    for statement in function.body:
        yield from changes_within(statement, surroundings)


def changes_within(node: ast.AST, surroundings: Surroundings) -> Iterator[tuple[ast.stmt, Change]]:
    """The changes of a node and of all below it."""
    if is_skipped(node):
        return
    inside = surroundings.around(node)
    for change in changes_of(node, inside):
        yield inside.statement, change
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from changes_within(child, inside)


def returned_kind(function: Function) -> str:
    return ast.unparse(function.returns) if function.returns else ""


def is_skipped(node: ast.AST) -> bool:
    match node:
        case ast.FunctionDef(name=name):
            return name in SKIPPED_METHODS
        case ast.keyword(arg=name):
            return name in SKIPPED_KEYWORDS
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
            return name in LOGGERS
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def changes_of(node: ast.AST, surroundings: Surroundings) -> Iterator[Change]:
    """The changes of this node alone."""
    match node:
        case ast.Compare():
            yield from turned(node)
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield Change("and/or swapped", node, ast.BoolOp(op=other, values=values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield Change("not dropped", node, operand)
        case ast.Return(value=ast.expr() as value) if not is_empty(value):
            yield Change("return emptied", value, empty_value(surroundings.returns))
        case ast.If(test=test) | ast.IfExp(test=test):
            yield from fixed(test)
        case ast.comprehension(ifs=conditions):
            for condition in conditions:
                yield from fixed(condition)
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() as value):
            yield Change("yield dropped", value, ast.Constant(None))
        case ast.Constant(value=value):
            yield from changed_constant(node, value, surroundings.is_given_out)


def turned(node: ast.Compare) -> Iterator[Change]:
    for position, op in enumerate(node.ops):
        for other in TURNED[type(op)]:
            ops = [*node.ops[:position], other(), *node.ops[position + 1 :]]
            new = ast.Compare(left=node.left, ops=ops, comparators=node.comparators)
            yield Change("comparison turned", node, new)


def fixed(condition: ast.expr) -> Iterator[Change]:
    if isinstance(condition, ast.Constant):
        return
    for value in (True, False):
        yield Change("condition fixed", condition, ast.Constant(value))


def changed_constant(node: ast.Constant, value: object, is_given_out: bool) -> Iterator[Change]:
    if isinstance(value, bool):
        yield Change("boolean flipped", node, ast.Constant(not value))
    elif isinstance(value, int):
        for other in (value + 1, value - 1):
            yield Change("number off by one", node, ast.Constant(other))
    elif isinstance(value, str) and is_given_out:
        yield Change("text altered", node, ast.Constant(f"{value}~"))


def is_empty(value: ast.expr) -> bool:
    """Whether a returned value is already an empty one."""
    match value:
        case ast.Constant(value=constant):
            return not constant
        case ast.List(elts=[]) | ast.Tuple(elts=[]) | ast.Dict(keys=[]):
            return True
    return False


def empty_value(annotation: str) -> ast.expr:
    """The empty value of an annotated kind, otherwise None."""
    kind = annotation.partition("[")[0]
    return ast.parse(EMPTY.get(kind, "None"), mode="eval").body


def changed_tree(tree: ast.AST, change: Change, shown: bool = False) -> ast.AST:
    """A copy of the tree with the change made; `shown` gives the plain one, for a diff."""
    copies: dict[int, ast.AST] = {}
    new = copy.deepcopy(tree, copies)
    node = copies[id(change.old)]
    return ast.fix_missing_locations(Replacement(node, replacement(change, shown)).visit(new))


def replacement(change: Change, shown: bool) -> ast.expr:
    """The new expression; the old one stays behind `if True`, so that the code keeps its free
    names and a generator stays a generator."""
    old, new = copy.deepcopy(change.old), copy.deepcopy(change.new)
    plain = shown or isinstance(old, ast.Constant)
    return new if plain else ast.IfExp(test=ast.Constant(True), body=new, orelse=old)


class Replacement(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.expr) -> None:
        self.old = old
        self.new = new

    def visit(self, node: ast.AST) -> ast.AST:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)
