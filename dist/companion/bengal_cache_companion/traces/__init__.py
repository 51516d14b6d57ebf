"""Verifying traces: what a rendering read of the site, and whether it still reads the same.

The package has one door for the keep machine, `session.py`. In the order of a build:

    from bengal_cache_companion.traces import session

    # 1. phase_render is about to start: everything is discovered, cascaded and parsed.
    context = session.Context(site=site, build_context=build_context, root=root, output=output)
    recorder = session.install(context)     # Recorder; raises StandAside(why) with everything undone
    old = session.read_trace(data)          # Trace | Unreadable(why): bytes of .bengal/trace.zst
    verifier = session.Verifier(old, recorder)
    verifier.void                           # str | None: why nothing of this trace may be used

    # 2. for each page, in any thread, in place of RenderingPipeline._render_and_write and of
    #    AutodocRenderer.process_virtual_page (template "autodoc", parsed None):
    verdict = verifier.check(output, page, template, parsed)
    #    Holds() | New() | Own() | ReadChanged(read: Read | None) | Doubt(why) | Void(why)
    recorder.page(page, template, parsed, render)   # calls render() once, records, returns its value
    recorder.carry_over(output, verifier)           # instead: the page is kept with its old record

    # 3. phase_render has ended, or is ending by an exception:
    data = recorder.finish()                # bytes for .bengal/trace.zst; removes every hook
    recorder.remove()                       # only removes (idempotent, never raises)

`recorder.own_digest(page, template, parsed)` is what a record's `own` is made of. `output` is the
path relative to the output folder, POSIX. Nothing here raises because of a page: a fault of the
recorder or of the verifier is a doubt of that page. What `render` raises passes through, and the
page is then left out of the trace.
"""
