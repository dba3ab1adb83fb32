"""The sampler makes the change that it tells, the same ones for the same seed."""

import ast
import textwrap

import pytest

from articles.records import languages
from tests.mutants.changes import changed_tree, changes
from tests.mutants.choice import choose_rounds
from tests.mutants.report import lines_of
from tests.mutants.runner import Runner, Trial, Verdict
from tests.mutants.sample import functions, places_in, shares, shortened, take, tree_of

PACKAGE = ["articles/citations"]
PREFER = "articles/records/languages.py"


def variants(code: str) -> list[str]:
    """Every body that the sampler makes of a function's body."""
    source = f"def function() -> str:\n{textwrap.indent(textwrap.dedent(code), '    ')}"
    function = ast.parse(source).body[0]
    trees = [changed_tree(function, change, shown=True) for _, change in changes(function)]
    return ["; ".join(ast.unparse(tree).split("\n    ")[1:]) for tree in trees]


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("a == b", ["a != b"]),
        ("a < b", ["a <= b", "a >= b"]),
        ("a in b", ["a not in b"]),
        ("a is None", ["a is not None"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a(True)", ["a(False)"]),
        ("a[3]", ["a[4]", "a[2]"]),
        ("yield a", ["None"]),
        ("return a", ["return ''"]),
        ("return ''", ["return '~'"]),
        ("return 'a'", ["return ''", "return 'a~'"]),
        ("return f'a{b}c'", ["return ''", "return f'a~{b}c'", "return f'a{b}c~'"]),
        ("a = {'b': c}", ["a = {'b~': c}"]),
        ("if a: b", ["if True:;     b", "if False:;     b"]),
        ("[a for a in b if c]", ["[a for a in b if True]", "[a for a in b if False]"]),
    ],
)
def test_each_kind_of_change_is_what_it_says(code, changed):
    assert variants(code) == changed


@pytest.mark.parametrize(
    "code",
    [
        "'''A docstring.'''",
        "return None",
        "a = 'a text that is not given out'",
        "logger.info('a message', True)",
        "CharField(verbose_name=1, help_text=2)",
        "zip(a, b, strict=True)",
        "if TYPE_CHECKING: a = 1",
        "a: Literal[1]",
    ],
)
def test_what_cannot_matter_is_left_alone(code):
    assert variants(code) == []


def executed(source: str, kind: str) -> dict:
    """The names of a module after its one change of that kind."""
    tree = ast.parse(source)
    [change] = [one for _, one in changes(tree.body[0]) if one.kind == kind]
    names: dict = {}
    exec(compile(changed_tree(tree, change), "f", "exec"), names)
    return names


def test_changed_code_runs_changed():
    names = executed("def f(a):\n    return not any(b for b in a)", "not dropped")

    assert (names["f"]([True]), names["f"]([])) == (True, False)


def test_a_generator_stays_one_without_its_yield():
    names = executed("def f():\n    yield 1", "yield dropped")

    assert list(names["f"]()) == []


def test_one_seed_gives_one_sample():
    def diffs(seed):
        return [(place.path, place.line, place.diff()) for place in take(5, seed, PACKAGE)]

    assert len(diffs(1)) == 5
    assert diffs(1) == diffs(1)
    assert diffs(1) != diffs(2)


def test_a_sample_is_shared_out_by_the_size_of_packages():
    assert shares(10, {"a": 50, "b": 31, "c": 19}) == {"a": 5, "b": 3, "c": 2}
    assert shares(4, {"a": 1, "b": 1, "c": 1}) == {"a": 2, "b": 1, "c": 1}


def test_a_loaded_function_gets_the_changed_code(tmp_path):
    function = languages.prefer
    before = function.__code__
    [place] = [
        place
        for name, node in functions(tree_of(PREFER))
        if name == "prefer"
        for places in places_in(PREFER, name, node)
        for place in places
        if place.change.kind == "return emptied"
    ]
    runner = Runner(tmp_path, jobs=1)
    runner.functions = {PREFER: [function]}
    try:
        runner.put(PREFER, place.code(), "prefer")

        assert function({"kk": "Дала"}, "kk") in ("", None)
    finally:
        function.__code__ = before
    assert function({"kk": "Дала"}, "kk") == "Дала"


def test_tests_of_the_package_and_of_little_code_run_first_and_long_ones_later():
    key = "articles/dois/polling.py::poll"
    tests = {
        "tests/admin/test_a.py::test_page": {"seconds": 13, "functions": [key]},
        "tests/dois/test_b.py::test_all": {"seconds": 1, "functions": [key, "x", "y"]},
        "tests/dois/test_b.py::test_poll[1]": {"seconds": 1, "functions": [key]},
        "tests/dois/test_b.py::test_poll[2]": {"seconds": 1, "functions": [key]},
        "tests/dois/test_b.py::test_other": {"seconds": 1, "functions": ["x"]},
    }

    assert choose_rounds(key, tests) == (
        [
            "tests/dois/test_b.py::test_poll[1]",
            "tests/dois/test_b.py::test_all",
            "tests/dois/test_b.py::test_poll[2]",
        ],
        ["tests/admin/test_a.py::test_page"],
    )


def test_the_report_tells_place_change_and_test():
    place = take(1, 1, PACKAGE)[0]
    removed, added = place.diff()

    assert lines_of(Verdict(Trial(3, place, ("a",)), "tests/a.py::test_b")) == [
        f"   3  {place.path}:{place.line} {place.function}  ({place.change.kind})",
        f"        {removed}",
        f"        {added}",
        "      noticed by tests/a.py::test_b",
    ]
    assert lines_of(Verdict(Trial(3, place, ("a",)), ""))[-1] == "      NOT NOTICED by 1 tests"


def test_long_lines_are_shortened_to_what_differs():
    lines = [f"- {'a' * 300}b{'c' * 300}", f"+ {'a' * 300}{'c' * 300}"]

    assert shortened(lines, around=3) == ["- … aaabccc …", "+ … aaaccc …"]
