# Prints test/config/config-hash-vectors.json, made by the functions of a real Bengal. Run it with its interpreter:
# .cache/bengal/bin/python -P scripts/config-hash-vectors.py > test/config/config-hash-vectors.json
import json, sys, contextlib, pathlib, os, tempfile
with contextlib.redirect_stdout(sys.stderr):
    import bengal
    from bengal.config.hash import compute_config_hash
    from bengal.config.unified_loader import UnifiedConfigLoader

texts = {
 "an empty mapping": '{}',
 "a title": '{"title": "My Site", "baseurl": "/"}',
 "other order of keys": '{"baseurl": "/", "title": "My Site"}',
 "floats without fraction": '{"a": 1.0, "b": 10.0, "c": -0.0, "d": 100000000000000000000.0}',
 "floats with exponents": '{"a": 1e16, "b": 1e-5, "c": 1.5e-7, "d": 1e100, "e": 123456789012345.6, "f": 0.0001, "g": 1e15, "h": 5e-324, "i": 1.7976931348623157e308}',
 "integers beside floats": '{"a": 1, "b": 1.0, "c": -1, "d": 0}',
 "integers above 2^53": '{"a": 9007199254740993, "b": 12345678901234567890123456789, "c": -9007199254740993}',
 "numbers that are none": '{"a": NaN, "b": Infinity, "c": -Infinity}',
 "private keys": '{"_a": 1, "b": {"_c": 2, "d": {"_e": 3}}, "f": 4}',
 "private keys inside lists": '{"a": [{"_private": 1, "b": {"_also": 2}}]}',
 "a nested list": '{"a": [[1, 2.0, [null, true, false]], "x"]}',
 "keys above the basic plane": json.dumps({"\ue000": 1, "\U0001f389": 2, "b": 3, "B": 4, "é": 5, "": 6}),
 "escapes": json.dumps({"a": "é\u007f\u0000\b\f\n\r\t\"\\/ 🎉 日本語 \u2028 \u00ad"}),
 "a lone surrogate": '{"a": "\\ud800"}',
 "keys of JavaScript objects": '{"__proto__": {"x": 1}, "constructor": 2, "toString": 3, "1": "a", "10": "b", "9": "c"}',
 "digits in strings": '{"a": "1.0 and \\"2\\" and 1e5", "1.0": "NaN"}',
}
vectors = [{"name": n, "json": t, "hash": compute_config_hash(json.loads(t))} for n, t in texts.items()]

def resolved(name, files, environment=None, variables={}):
    keep = dict(os.environ)
    for k in list(os.environ):
        if k.startswith(("BENGAL", "GITHUB_", "NETLIFY", "VERCEL")): del os.environ[k]
    os.environ.update(variables)
    with tempfile.TemporaryDirectory() as d, contextlib.redirect_stdout(sys.stderr):
        for p, t in files.items():
            f = pathlib.Path(d) / p; f.parent.mkdir(parents=True, exist_ok=True); f.write_text(t, encoding="utf-8")
        cfg = UnifiedConfigLoader().load(pathlib.Path(d).resolve(), environment=environment)
        raw = cfg.raw
    os.environ.clear(); os.environ.update(keep)
    # Dates as the text that Python makes of them; everything else as it is, private keys included.
    text = json.dumps(raw, default=str, ensure_ascii=False)
    assert compute_config_hash(json.loads(text)) == compute_config_hash(raw), name
    return {"name": name, "json": text, "hash": compute_config_hash(raw)}

ON = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "o/r"}
vectors += [
 resolved("the defaults of 0.5.1", {}),
 resolved("a site that sets a title, 0.5.1", {"bengal.toml": '[site]\ntitle = "T"\n'}),
 resolved("a site on GitHub without base URL, 0.5.1", {"bengal.toml": '[site]\ntitle = "T"\n'}, variables={**ON, "GITHUB_REF_NAME": "12/merge"}),
 resolved("dates, floats and other scripts in YAML, 0.5.1", {"config/_default/params.yaml": 'params:\n  since: 2024-01-02\n  at: 2024-01-02 03:04:05\n  zone: 2024-01-02T03:04:05+00:00\n  ratio: 1.0\n  big: 12345678901234567890\n  name: "Café 日本語 🎉"\n  list: [{_kept: 1}]\n  _dropped: 1\n'}),
]
print(json.dumps({"bengal": bengal.__version__, "vectors": vectors}, indent=1, ensure_ascii=True))
