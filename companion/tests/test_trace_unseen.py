"""Ways in which a rendering could learn something unseen: each is a read, a node that joins its users, or a doubt."""

from __future__ import annotations

import datetime
import functools
import importlib
import os
import sys
import types
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from test_trace_recorder import BENGAL, WithSite

if BENGAL:
    from bengal_cache_companion.traces import doubts, header, session, table, values
    from bengal_cache_companion.traces.frames import Frame, Nodes, current
    from bengal_cache_companion.traces.mappings import Place, stand_in
    from bengal_cache_companion.traces.templates import only_drawn
    from bengal_cache_companion.traces.trace_file import Trace, read_trace


class Recorded(WithSite):
    def page(self, name: str) -> Any:
        return next(page for page in self.site.pages if page.source_path.name == name)

    def in_frame(self, recorder: Any, act: Callable[[], Any]) -> tuple[Any, set[str], set[str]]:
        answer: list[Any] = []
        reads, found = self.reads(recorder, lambda: answer.append(act()))
        return answer[0], reads, found


class Clocks(Recorded):
    def test_each_function_that_knows_the_present_is_a_read_of_the_clock(self) -> None:
        recorder = self.recorder()
        day = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
        page = types.SimpleNamespace(date=day)
        arguments = {"get_current_year": (), "utc_now": (), "test_outdated": (page,)}
        seen = 0
        for hook in table._clock():
            try:
                function = getattr(importlib.import_module(hook.module), hook.attribute)
            except (ImportError, AttributeError):
                continue
            seen += 1
            given = arguments.get(hook.attribute, (day,))
            _, reads, _ = self.in_frame(recorder, lambda function=function, given=given: function(*given))
            self.assertTrue(any(read.startswith("clock(") for read in reads), hook.place)
        self.assertGreater(seen, 6)

    def test_a_template_that_asks_a_date_for_the_present_is_a_doubt(self) -> None:
        from bengal_cache_companion.traces.templates import _CLOCK

        for source in ("{{ page.date.now() }}", "{{ page.date | attr('today') }}", '{{ dates | map(attribute="utcnow") }}'):
            self.assertTrue(_CLOCK.search(source), source)
        for source in ("{{ page.title }}", "<p>now</p>", "{{ page.known }}"):
            self.assertFalse(_CLOCK.search(source), source)


class Caches(Recorded):
    """Whoever comes first makes it; whoever comes later has read as much."""

    def twice(self, act: Callable[[], Any]) -> tuple[set[str], set[str]]:
        recorder = self.recorder()
        _, first, _ = self.in_frame(recorder, act)
        _, second, _ = self.in_frame(recorder, act)
        return first, second

    def test_a_scaffold_of_the_navigation(self) -> None:
        from bengal.rendering.template_functions.navigation.scaffold import NavScaffoldCache

        NavScaffoldCache.invalidate()
        make = lambda: str(self.page("a.md").title)  # noqa: E731
        first, second = self.twice(lambda: NavScaffoldCache.get_html(self.site, None, "/", make))
        self.assertIn("attribute(page:content/a.md, title)", second)
        self.assertEqual(first, second)

    def test_what_is_memoized_for_a_build(self) -> None:
        from bengal.orchestration.build_context import BuildContext

        build = BuildContext()
        first, second = self.twice(lambda: build.get_cached("titles", lambda: [page.title for page in self.site.pages]))
        self.assertIn("attribute(page:content/a.md, title)", second)
        self.assertEqual(first, second)

    def test_pages_of_another_version(self) -> None:
        from bengal.rendering.template_functions import version_url

        first, second = self.twice(lambda: version_url.page_exists_in_version("/a/", "v1", self.site))
        self.assertTrue(any("page_exists_in_version" in read for read in second))
        self.assertEqual(first, second)

    def test_pages_in_another_language(self) -> None:
        from bengal.rendering.template_functions import i18n

        first, second = self.twice(lambda: i18n._alternate_links(self.site, self.page("a.md")))
        self.assertTrue(any("alternate_links" in read for read in second))
        self.assertEqual(first, second)

    def test_a_doubt_of_the_first_is_one_of_the_second_and_so_is_what_was_drawn(self) -> None:
        nodes, users = Nodes(), [Frame(), Frame()]

        def make() -> str:
            frame = current.frame
            assert frame is not None
            frame.add(1)
            frame.drawn.add(2)
            frame.doubts.add("why")
            return "made"

        for user, compute in zip(users, (make, lambda: "kept"), strict=True):
            current.frame = user
            try:
                nodes.run("x", compute)
            finally:
                current.frame = None
        self.assertEqual(set(users[0]), set(users[1]))
        self.assertEqual(users[1].doubts, {"why"})
        self.assertEqual(users[1].drawn, {2})

    def test_a_page_that_fails_leaves_its_reads_to_those_who_use_what_it_left(self) -> None:
        nodes, user = Nodes(), Frame()

        def fails() -> None:
            frame = current.frame
            assert frame is not None
            frame.add(5)
            raise ValueError

        with self.assertRaises(ValueError):
            nodes.run("x", fails)
        nodes.use("x", user)
        self.assertEqual(set(user), {5})


class Plugins(Recorded):
    def test_a_function_that_goes_by_the_name_of_one_of_bengals_is_not_known(self) -> None:
        from bengal.rendering.template_functions import strings

        @functools.wraps(strings.truncatewords)
        def wrapped(*arguments: Any) -> Any:
            return strings.truncatewords(*arguments)

        known = doubts.KnownCode()
        self.assertTrue(known.has(strings.truncatewords))
        for each in (wrapped, functools.partial(wrapped), functools.lru_cache(wrapped), self.page, lambda: wrapped):
            self.assertFalse(known.has(each), each)

    def test_a_package_whose_name_begins_like_a_known_one_is_not_known(self) -> None:
        for module in ("mathematica", "operators.of_mine", "bengal_extras", "builtins_of_mine"):
            kind = type("Tool", (), {"__module__": module, "__call__": lambda self: 1})
            self.assertFalse(doubts.KnownCode().has(kind()), module)
        for function in (len, max, str.upper, str):
            self.assertTrue(doubts.KnownCode().has(function))

    def environment(self, **given: Any) -> tuple[Any, Any]:
        recorder = self.recorder()
        environment = types.SimpleNamespace(_filters={}, _tests={}, globals=given)
        recorder.recording.engine = types.SimpleNamespace(_env=environment)
        doubts.mark_foreign(recorder.recording, recorder.recording.engine)
        return recorder, environment

    def test_objects_and_classes_of_a_plugin_are_doubts_of_the_templates_that_name_them(self) -> None:
        class Tool:
            pass

        recorder, environment = self.environment(tool=Tool(), Tool=Tool, number=3, site=self.site, range=range, bengal={"a": 1})
        self.assertEqual(recorder.recording.foreign_objects, {"tool", "Tool"})
        self.assertIsInstance(environment.globals["tool"], Tool)
        recorder.recording.template_sources.update({"a.html": "{{ tool.x }}", "b.html": "{{ toolbox }}"})
        for name, doubtful in (("a.html", True), ("b.html", False)):
            frame, found = Frame(), set[str]()
            frame.add(recorder.recording.table.add("template", (name,), values.TRUE))
            recorder._judge_templates(frame, found)
            self.assertEqual(bool(found), doubtful, name)

    def test_data_of_a_plugin_is_compared(self) -> None:
        recorder, environment = self.environment(limits={"most": 3})
        user = Frame()
        recorder.recording.nodes.use("set-up", user)
        (read,) = (recorder.recording.table.reads[index] for index in user)
        self.assertEqual(str(read), "key(engine, globals, limits)")
        (digest,) = (recorder.recording.table.digests[index] for index in user)
        self.assertEqual(recorder.questions.ask(read), digest)
        environment.globals["limits"] = {"most": 4}
        self.assertNotEqual(recorder.questions.ask(read), digest)


class Drawn(unittest.TestCase):
    @unittest.skipUnless(BENGAL, "there is no Bengal in this Python")
    def test_a_list_is_left_out_only_if_templates_do_nothing_but_draw_from_it(self) -> None:
        for fine in (
            "{{ site.pages | sample(3) }}",
            "{{site?.pages|sample}}",
            "{% for each in site.regular_pages |> sample(2) %}{% end %}",
            "{% let all = site?.regular_pages ?? [] %}{% let some = all | sample(3) %}{{ some | length }}",
            "{% set all = site.pages %}{{ all | sample(1) }}<p>A free sample</p>",
        ):
            self.assertTrue(only_drawn([fine, "{{ page.title }}"]), fine)
        for not_fine in (
            "{% set all = site.pages %}{{ all | length }}{{ all | sample(3) }}",
            "{% set all = x.pages %}{{ all | sample(3) }}",
            "{{ all | sample(3) }}",
            "{{ (all) | sample(3) }}",
            "{% filter sample %}{% endfilter %}",
            "{{ lists | map('sample') }}",
            "{% set all = site.pages | reverse %}{{ all | sample(1) }}",
        ):
            self.assertFalse(only_drawn([not_fine]), not_fine)
        self.assertFalse(only_drawn(["{% set all = site.pages %}{{ all | sample(1) }}", "{{ all | length }}"]))


class WaysOut(Recorded):
    def test_what_leaves_the_rendering_is_a_doubt(self) -> None:
        import concurrent.futures
        import socket
        import subprocess

        from bengal.cache.query_index import QueryIndex

        recorder = self.recorder()
        made = type("Made", (QueryIndex,), {"extract_keys": lambda self, page: []})
        index = made("made", self.root / "index.json")
        descriptor = os.open(self.root, os.O_RDONLY)
        self.addCleanup(os.close, descriptor)
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            pool.submit(int).result()
            acts: dict[str, Callable[[], Any]] = {
                "a pool that runs already": lambda: pool.submit(int).result(),
                "a socket": lambda: socket.socket().close(),
                "a name": lambda: socket.gethostname(),
                "a shell": lambda: os.system("true"),
                "a program": lambda: subprocess.run(["true"], check=True),
                "all variables": lambda: dict(os.environ),
                "their number": lambda: len(os.environ),
                "permissions": lambda: os.access(self.root, os.R_OK),
                "an open folder": lambda: os.listdir(descriptor),
                "inside of an index": lambda: index.entries,
            }
            for name, act in acts.items():
                _, _, found = self.in_frame(recorder, act)
                self.assertTrue(found, name)

    def test_the_dict_of_a_page_is_a_doubt_also_after_python_has_looked_there(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")

        def first() -> None:
            for name in ("word_count", "toc_items", "title", "href"):
                getattr(page, name, None)
            hasattr(page, "absent")
            dir(page)

        self.in_frame(recorder, first)
        for act in (lambda: page.__dict__, lambda: vars(page)):
            _, _, found = self.in_frame(recorder, act)
            self.assertEqual(found, {"reads __dict__"})

    def test_what_a_rendering_leaves_on_its_page_for_others_is_a_doubt(self) -> None:
        recorder, page = self.recorder(), self.page("a.md")
        for name, doubtful in (("note", True), ("html_content", False), ("render_time_ms", False)):
            frame = Frame(page)
            current.frame = frame
            try:
                setattr(page, name, 1)
            finally:
                current.frame = None
            self.assertEqual(bool(frame.doubts), doubtful, name)

    def test_a_list_that_a_template_appends_to_is_a_doubt_of_all_that_read_it(self) -> None:
        recorder, page, other = self.recorder(), self.page("a.md"), self.page("_index.md")
        for each in (page, other):
            each.output_path = self.root / "public" / each.source_path.stem / "index.html"
        shown = self.site.config["shown"] = ["x"]
        recorder.page(page, "page.html", None, lambda: self.site.config.get("shown").append("y"))
        recorder.page(other, "page.html", None, lambda: self.site.config.get("title"))
        self.assertEqual(shown, ["x", "y"])
        trace = read_trace(recorder.finish())
        assert isinstance(trace, Trace)
        doubtful = {name: any("changes while" in why for why in each.doubts) for name, each in trace.pages.items()}
        self.assertEqual(doubtful, {"a/index.html": True, "_index/index.html": False})


class Files(Recorded):
    def test_a_file_that_becomes_a_folder_changes_the_listing(self) -> None:
        recorder = self.recorder()
        folder = self.root / "things"
        folder.mkdir()
        (folder / "a").write_text("x")
        self.in_frame(recorder, lambda: [each.is_dir() for each in os.scandir(folder)])
        table_ = recorder.recording.table
        index = next(i for i, read in enumerate(table_.reads) if str(read) == "listing(things)")
        self.assertEqual(recorder.questions.ask(table_.reads[index]), table_.digests[index])
        (folder / "a").unlink()
        (folder / "a").mkdir()
        self.assertNotEqual(recorder.questions.ask(table_.reads[index]), table_.digests[index])

    def test_where_a_link_leads_is_read(self) -> None:
        (self.root / "link").symlink_to("content")
        _, reads, _ = self.in_frame(self.recorder(), lambda: os.readlink(self.root / "link"))
        self.assertEqual(reads, {"exists(link, lstat)"})


class Values(Recorded):
    def test_data_that_refers_to_itself_is_unknown_in_bounded_time(self) -> None:
        digester = self.recorder().recording.digester
        loop: list[Any] = []
        loop += [loop, loop]
        many: Any = "lol"
        for _ in range(18):
            many = [many] * 10
        pairs: dict[str, Any] = {}
        pairs["a"] = pairs["b"] = pairs
        for value in (loop, many, pairs):
            with mock.patch.object(values, "_MOST_PARTS", 50_000), self.assertRaises(values.UnknownValueError):
                digester.digest(value)

    def test_a_comparison_of_two_stand_ins_reads_both(self) -> None:
        recorder = self.recorder()
        for wrap in (dict, types.MappingProxyType):
            made = [
                stand_in(wrap({"a": wrap({"b": 1})}), Place(recorder.recording, "site", name, (), 9)) for name in "xy"
            ]
            for act in (lambda made=made: made[0] == made[1], lambda made=made: made[0] != made[1]):
                _, reads, _ = self.in_frame(recorder, act)
                self.assertLessEqual({"key(site, x, a, b)", "key(site, y, a, b)"}, reads)

    def test_what_shows_a_stand_in_whole_reads_what_lies_below(self) -> None:
        recorder = self.recorder()
        made = stand_in(
            types.MappingProxyType({"a": types.MappingProxyType({"b": 1})}), Place(recorder.recording, "site", "z", (), 9)
        )
        for act in (lambda: repr(made), lambda: str(made), lambda: str(made | {}), lambda: str({} | made)):
            answer, reads, _ = self.in_frame(recorder, act)
            self.assertIn("'b': 1", answer)
            self.assertIn("key(site, z, a, b)", reads)

    def test_a_stand_in_makes_what_its_original_makes(self) -> None:
        import collections

        recorder = self.recorder()
        original: dict[str, list[int]] = collections.defaultdict(list)
        made = stand_in(original, Place(recorder.recording, "site", "d", (), 0))
        answer, reads, _ = self.in_frame(recorder, lambda: made["new"])
        self.assertEqual((answer, list(original)), ([], ["new"]))
        self.assertIn("key(site, d, new)", reads)

    def test_the_configuration_of_the_theme_is_read_key_by_key(self) -> None:
        self.site.theme_config.config.update({"shade": "dark", "nested": {"a": 1, "b": 2}})
        recorder = self.recorder()
        theme = self.site.theme_config
        _, reads, _ = self.in_frame(recorder, lambda: (theme.config["shade"], theme.config["nested"]["a"]))
        self.assertIn("key(theme, config, shade)", reads)
        self.assertIn("key(theme, config, nested, a)", reads)
        self.assertFalse(any("nested, b" in read for read in reads))


class Header(WithSite):
    def test_each_part_of_the_header_voids_the_trace(self) -> None:
        with mock.patch.dict(os.environ, {"PYTHONHASHSEED": "0"}):
            plain = header.header_of(self.site)
        self.assertIsNone(header.difference(plain, plain))
        for name in plain:
            self.assertIn(name, header.difference({**plain, name: "other"}, plain) or "")
        self.assertIn("more", header.difference({**plain, "more": "x"}, plain) or "")

    def test_a_random_hash_seed_voids_every_trace(self) -> None:
        with mock.patch.dict(os.environ):
            os.environ.pop("PYTHONHASHSEED", None)
            plain = header.header_of(self.site)
        self.assertIn("random", header.difference(plain, plain) or "")

    def test_code_beside_the_site_and_installed_packages_count(self) -> None:
        before = header.header_of(self.site)
        code = self.root / "plugin_of_mine.py"
        code.write_text("value = 1\n")
        made = self.root / "packages" / "new_thing-1.0.dist-info"
        made.mkdir(parents=True)
        with mock.patch.object(sys, "path", [*sys.path, str(self.root), str(self.root / "packages")]):
            importlib.import_module("plugin_of_mine")
            self.addCleanup(sys.modules.pop, "plugin_of_mine")
            after = header.header_of(self.site)
            self.assertNotEqual(before["plugins"], after["plugins"])
            self.assertNotEqual(before["distributions"], after["distributions"])
            code.write_text("value = 2\n")
            self.assertNotEqual(after["plugins"], header.header_of(self.site)["plugins"])

    def test_an_editable_package_counts_by_its_files(self) -> None:
        source, info = self.root / "src", self.root / "packages" / "mine-1.0.dist-info"
        for folder in (source, info):
            folder.mkdir(parents=True)
        (source / "mine.py").write_text("a = 1\n")
        (info / "direct_url.json").write_text(f'{{"dir_info": {{"editable": true}}, "url": "file://{source}"}}')
        with mock.patch.object(sys, "path", [*sys.path, str(self.root / "packages")]):
            before = header.header_of(self.site)["distributions"]
            (source / "mine.py").write_text("a = 2\n")
            self.assertNotEqual(before, header.header_of(self.site)["distributions"])


if __name__ == "__main__":
    unittest.main()
