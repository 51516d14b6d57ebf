"""Rendering in stages: judge every page, render what has to be and the sample, compare, keep the rest.

Bengal hands all its pages to one function (which one depends on the size of the site); that function is called with a
part of them at a time. Judging a page means taking it through everything that comes before its rendering, which happens
once for each page, whoever needs it.

Nothing of the last build is in the output before every page has been judged and the sample has been compared. What goes
wrong on the way ends with every page that is not written yet being rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .hooks import Original
from .journal import Journal, Rendered, RenderedWhy
from .judge import Judge, Keep, Render, Verdict
from .keep_autodoc import is_autodoc, keep_autodoc, record_of, set_output_path
from .keep_pages import Candidate, Places, fill_empty, forget_data, keep_page, output_of
from .kept_files import CannotKeep
from .plan import Plan
from .sample import Catch, difference, draw

AUTODOC = "autodoc"

type RenderSome = Callable[[Sequence[Any]], Any]


class Stages:
    def __init__(self, plan: Plan, journal: Journal, fault: Callable[[str, Exception], None]) -> None:
        self._plan = plan
        self._journal = journal
        self._fault = fault
        self._candidates: dict[int, Candidate] = {}
        self._judging = False
        self._inside = False
        self._places: Places | None = None
        self.judge: Judge | None = None
        self.catch = Catch()
        self.kept_sources: set[Any] = set()
        self.why_nothing: tuple[RenderedWhy, str] | None = ("full", "rendering has not begun")

    # --- the hooks -------------------------------------------------------------------------------------------------

    def render_all(self, original: Original, scheduler: Any, pages: Sequence[Any]) -> Any:
        def pipeline() -> Any:
            return _pipeline(
                scheduler.site,
                build_stats=scheduler.stats,
                build_context=scheduler.build_context,
                output_collector=scheduler._output_collector,
                block_cache=scheduler._block_cache,
                write_behind=scheduler._write_behind,
            )

        return self._run(_by_template(scheduler, pages), lambda some: original(scheduler, some), pipeline, scheduler.site)

    def render_pages(
        self,
        original: Original,
        orchestrator: Any,
        pages: Sequence[Any],
        quiet: bool,
        stats: Any,
        progress_manager: Any = None,
        build_context: Any = None,
        changed_sources: Any = None,
    ) -> Any:
        def pipeline() -> Any:
            return _pipeline(
                orchestrator.site,
                build_stats=stats,
                build_context=build_context,
                block_cache=orchestrator._block_cache,
                highlight_cache=orchestrator._highlight_cache,
            )

        def render(some: Sequence[Any]) -> Any:
            return original(orchestrator, some, quiet, stats, progress_manager, build_context, changed_sources)

        return self._run(pages, render, pipeline, orchestrator.site)

    def process_page(self, original: Original, pipeline: Any, page: Any) -> None:
        candidate = self._candidates.get(id(page))
        if self._judging or candidate is None or candidate.template == AUTODOC:
            original(pipeline, page)
            return
        # It has been taken as far as this when it was judged.
        pipeline._render_and_write(page, candidate.template, parsed_page=candidate.parsed)

    def render_and_write(
        self, original: Original, pipeline: Any, page: Any, template: str, _prof: Any = None, parsed_page: Any = None
    ) -> None:
        if self._judging:
            fill_empty(page, parsed_page)
            self._judge_page(Candidate(page, "", template, parsed_page, pipeline, Render("doubt")))
            return
        self._record(page, template, parsed_page, lambda: original(pipeline, page, template, _prof, parsed_page))

    def process_virtual(self, original: Original, renderer: Any, page: Any) -> None:
        self._record(page, AUTODOC, None, lambda: original(renderer, page))

    def write_output(self, original: Original, page: Any, *args: Any, **kwargs: Any) -> Any:
        rendered = kwargs.get("rendered_page")
        self.catch.see(page, rendered.rendered_html if rendered is not None else getattr(page, "rendered_html", None))
        return original(page, *args, **kwargs)

    def judging(self) -> bool:
        """While pages are judged nothing may be rendered: a hook that fails then must not call what it stands in for."""
        return self._judging

    # --- judging ---------------------------------------------------------------------------------------------------

    def _judge_autodoc(self, pipeline: Any, page: Any) -> None:
        set_output_path(page, pipeline.site)
        record = record_of(page, pipeline.site)
        self._judge_page(Candidate(page, "", AUTODOC, None, pipeline, Render("doubt"), record))

    def _judge_page(self, candidate: Candidate) -> None:
        output = output_of(candidate.page, self._plan.output)
        if output is None:
            return
        candidate.output = output
        candidate.verdict = self._verdict(candidate)
        self._candidates[id(candidate.page)] = candidate

    def _verdict(self, candidate: Candidate) -> Verdict:
        assert self._places is not None and self.judge is not None
        page, output, template = candidate.page, candidate.output, candidate.template
        obstacle = self._places.obstacle(page, output)
        if obstacle is not None and obstacle.why != "missing":
            return obstacle
        verdict = self.judge.check(output, page, template, candidate.parsed)
        if isinstance(verdict, Render):
            return verdict
        if obstacle is not None:
            return obstacle
        if template == AUTODOC:
            return verdict if candidate.autodoc is not None else Render("elsewhere")
        return self._places.other_origin(page, template) or verdict

    # --- the stages ------------------------------------------------------------------------------------------------

    def _run(self, pages: Sequence[Any], render: RenderSome, pipeline: Callable[[], Any], site: Any) -> Any:
        if self._inside:
            return render(pages)
        self._inside = True
        try:
            return self._stages(list(pages), render, pipeline, site)
        finally:
            self._inside = False

    def _stages(self, pages: list[Any], render: RenderSome, pipeline: Callable[[], Any], site: Any) -> Any:
        kept = self._judge_all(pages, pipeline, site)
        sample = self._draw(kept)
        rest = [page for page in pages if id(page) in kept and id(page) not in sample]
        late = self._overwriting(pages) if rest else []
        left = {id(page) for page in (*rest, *late)}
        answer = render([page for page in pages if id(page) not in left])
        for page in late:
            render([page])
        try:
            again = rest if self._differs(sample) else self._keep(rest)
        except Exception as error:
            self._fault("keeping pages", error)
            again = [page for page in rest if page.source_path not in self.kept_sources]
        if again:
            render(again)
        return answer

    def _judge_all(self, pages: list[Any], make_pipeline: Callable[[], Any], site: Any) -> dict[int, Candidate]:
        """The candidates to keep. A fault leaves none."""
        if self.why_nothing is not None or self.judge is None:
            self._note_all(pages, "full" if self.why_nothing is None else self.why_nothing[0])
            return {}
        try:
            from bengal.effects.render_integration import BuildEffectTracer
            from bengal.icons import resolver
            from bengal.utils.paths.url_strategy import URLStrategy

            for page in pages:
                if not page.output_path:
                    page.output_path = URLStrategy.compute_regular_page_output_path(page, site)
            self._places = Places(self._plan, site, BuildEffectTracer.get_instance().tracer.effects)
            self._judging = True
            pipeline = make_pipeline()
            with resolver.site_context(site):
                for page in pages:
                    self._take_through(pipeline, page)
        except Exception as error:
            self._fault("judging pages", error)
        finally:
            self._judging = False
        if self.why_nothing is not None:
            self._note_all(pages, "fault")
            return {}
        self._note_verdicts(pages)
        return {key: candidate for key, candidate in self._candidates.items() if isinstance(candidate.verdict, Keep)}

    def _take_through(self, pipeline: Any, page: Any) -> None:
        try:
            if is_autodoc(page):
                self._judge_autodoc(pipeline, page)
            elif not (getattr(page, "virtual", False) and page.prerendered_html is not None):
                pipeline.process_page(page)
        except Exception:
            # Bengal's own error: it comes again when Bengal renders the page, and is treated there.
            self._candidates.pop(id(page), None)

    def _overwriting(self, pages: list[Any]) -> list[Any]:
        """Pages that are written over another one's output. In which order Bengal takes pages depends on how many of
        them each template has; a part of the pages has another order, and the last one to be written stays."""
        written: set[str] = set()
        late = []
        for page in pages:
            path = str(page.output_path)
            if path in written:
                late.append(page)
            written.add(path)
        return late

    def _draw(self, kept: dict[int, Candidate]) -> set[int]:
        by_output = {candidate.output: key for key, candidate in kept.items()}
        templates = {candidate.output: candidate.wanted_template for candidate in kept.values()}
        compiled = {each.wanted_template for key, each in self._candidates.items() if key not in kept}
        sample = {by_output[output] for output in draw(templates, compiled, self._plan)}
        for key in sample:
            candidate = kept[key]
            self.catch.expect(candidate.page, candidate.output)
            self._journal.page_rendered(candidate.output, Rendered("sample"))
        return sample

    def _differs(self, sample: set[int]) -> bool:
        for key in sample:
            assert self._plan.previous is not None
            output = self._candidates[key].output
            found = difference(self._plan.previous, output, self.catch.html_of(output))
            if found is not None:
                self._journal.different.append(found)
        self._journal.compared = len(sample)
        return bool(self._journal.different) or self.why_nothing is not None

    def _keep(self, pages: list[Any]) -> list[Any]:
        """Keeps them one by one, and answers those that have to be rendered after all."""
        again = []
        for position, page in enumerate(pages):
            candidate = self._candidates[id(page)]
            try:
                if candidate.template == AUTODOC:
                    keep_autodoc(candidate, self._plan)
                else:
                    keep_page(candidate, self._plan)
                self._kept(candidate)
            except CannotKeep:
                self._journal.page_rendered(candidate.output, Rendered("missing"))
                again.append(page)
            except Exception as error:
                self._fault(f"keeping {candidate.output}", error)
                forget_data(candidate)
                again.extend(pages[position:])
                self._note_all(pages[position:], "fault")
                break
        return again

    def _kept(self, candidate: Candidate) -> None:
        assert self.judge is not None
        self.kept_sources.add(candidate.page.source_path)
        self._journal.page_kept(candidate.output)
        try:
            self.judge.kept(candidate.output)
        except Exception as error:
            # The page is kept, and rightly; the trace of this build is of no use.
            self._fault(f"carrying over what {candidate.output} read", error)

    def _record(self, page: Any, template: str, parsed: Any, render: Callable[[], Any]) -> None:
        try:
            if self.judge is None:
                render()
            else:
                self.judge.render(page, template, parsed, render)
        except Exception:
            output = output_of(page, self._plan.output)
            if output is not None:
                self._journal.failed_pages.add(output)
            raise

    # --- the journal -----------------------------------------------------------------------------------------------

    def _note_all(self, pages: Sequence[Any], why: RenderedWhy) -> None:
        for page in pages:
            output = output_of(page, self._plan.output)
            if output is not None:
                self._journal.page_rendered(output, Rendered(why))

    def _note_verdicts(self, pages: Sequence[Any]) -> None:
        for page in pages:
            candidate = self._candidates.get(id(page))
            output = candidate.output if candidate is not None else output_of(page, self._plan.output)
            verdict = candidate.verdict if candidate is not None else Render("doubt")
            if output is not None:
                why, read = (verdict.why, verdict.read) if isinstance(verdict, Render) else ("difference", None)
                # What is to be kept stands as rendered until it is kept: a difference in the sample would leave it so.
                self._journal.page_rendered(output, Rendered(why, read))


def _by_template(scheduler: Any, pages: Sequence[Any]) -> list[Any]:
    """The pages in the order in which the scheduler takes all of them."""
    from bengal.snapshots.scheduler import resolve_template_name

    attention = {page.source_path: page.attention_score for page in scheduler.snapshot.pages}
    groups: dict[str, list[Any]] = {}
    for page in pages:
        groups.setdefault(resolve_template_name(page), []).append(page)
    return [
        page
        for group in sorted(groups.values(), key=len, reverse=True)
        for page in sorted(group, key=lambda page: -attention.get(page.source_path, 0.0))
    ]


def _pipeline(site: Any, **settings: Any) -> Any:
    from bengal.rendering.pipeline.core import RenderingPipeline

    return RenderingPipeline(site, quiet=True, **settings)
