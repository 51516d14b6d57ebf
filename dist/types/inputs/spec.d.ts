import type { InputSpec } from './input-spec.ts';
/** Inputs that say which site it is and how it is built: every command needs them. */
export declare const SITE_INPUTS: {
    readonly site: {
        readonly description: "Folder of the Bengal site, relative to the workspace.";
        readonly default: ".";
    };
    readonly 'output-dir': {
        readonly description: "Output directory, relative to the site. Empty: what the configuration says, or public.";
        readonly default: "";
    };
    readonly environment: {
        readonly description: "Environment that Bengal builds for (its --environment). Empty: by Bengal's own rules, which say production on GitHub.";
        readonly default: "";
    };
    readonly profile: {
        readonly description: "Profile that Bengal builds with (its --profile).";
        readonly default: "";
    };
    readonly config: {
        readonly description: "Configuration file given to Bengal by --config, relative to the site.";
        readonly default: "";
    };
    readonly 'build-flags': {
        readonly description: "Further arguments that the job gives to bengal build, separated by blanks. A state that was built with others is not built upon.";
        readonly default: "";
    };
    readonly 'config-hash': {
        readonly description: "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: asked from the job's own Bengal, or judged by our own fingerprint.";
        readonly default: "";
    };
    readonly 'bengal-version': {
        readonly description: "Version of the Bengal that this job runs, such as 0.5.1. Empty: asked from the job's own Bengal. Needed to skip a build.";
        readonly default: "";
    };
    readonly 'python-version': {
        readonly description: "Version of the Python that runs Bengal, such as 3.14. Empty: asked from the job's own Bengal. Needed to skip a build.";
        readonly default: "";
    };
    readonly python: {
        readonly description: "Python that has the job's Bengal: a path relative to the workspace, or a name on the PATH. Empty: the one that runs the bengal on the PATH, then virtual environments, any Python on the PATH, and uv.";
        readonly default: "";
    };
    readonly probe: {
        readonly description: "Whether to ask the job's own Bengal for its version, its packages and the hash of the configuration: true or false. It has to be installed before this step.";
        readonly default: "true";
    };
    readonly gate: {
        readonly description: "Whether anything of the last build may be taken over: auto (what is proven to be the same) or always-full (nothing).";
        readonly default: "auto";
    };
    readonly 'full-every': {
        readonly description: "When to render every page again, whatever is proven: after so many builds in which pages were kept, or after so long, as two words such as 50 7d. never: not at all.";
        readonly default: "50 7d";
    };
    readonly 'verify-sample': {
        readonly description: "How many kept pages each build renders all the same and compares, from 0 to 1000.";
        readonly default: "8";
    };
    readonly verify: {
        readonly description: "sample, or full: render every page, and compare each with what would have been kept. For a scheduled job that audits the cache.";
        readonly default: "sample";
    };
    readonly bytecode: {
        readonly description: "Whether Bengal's compiled templates may travel with the state: true or false. They are programs, so say true only where everybody who can write to the cache may run code in this job.";
        readonly default: "false";
    };
    readonly 'expect-mode': {
        readonly description: "Build modes that are right here (skip, incremental, full), separated by blanks. With any other one the step fails. Empty: all are.";
        readonly default: "";
    };
};
/** Inputs of the actions alone. */
export declare const CACHE_INPUTS: {
    readonly prepare: {
        readonly description: "Whether to prepare the build: set the restored output aside and let the build take from it what is proven to be the same: true or false. Without it, changes lead to a plain full build.";
        readonly default: "true";
    };
    readonly 'key-prefix': {
        readonly description: "First part of the cache key. Change it to start anew.";
        readonly default: "bengal-cache";
    };
    readonly key: {
        readonly description: "Key to save under, such as the output cache-primary-key of the restore action. Empty: the key of the tree as it is.";
        readonly default: "";
    };
    readonly 'restore-keys': {
        readonly description: "Further prefixes of keys to try after our own (same configuration, other place, other configuration, other Bengal), one a line, at most 5.";
        readonly default: "";
    };
    readonly path: {
        readonly description: "Further files and folders to keep beside Bengal's state and the output, relative to the site, one a line. Not sources, and no patterns.";
        readonly default: "";
    };
    readonly 'lookup-only': {
        readonly description: "Only tell whether there is something to restore, and restore nothing: true or false.";
        readonly default: "false";
    };
    readonly 'fail-on-cache-miss': {
        readonly description: "Fail the step when nothing was restored, whatever the reason: true or false.";
        readonly default: "false";
    };
    readonly 'read-only': {
        readonly description: "Never save, only restore: true or false.";
        readonly default: "false";
    };
    readonly save: {
        readonly description: "Whether to save the cache after a successful job: true or false.";
        readonly default: "true";
    };
    readonly 'save-always': {
        readonly description: "Whether to save after a failed or cancelled job too: true or false. It is kept under a key of its own, which no later run takes for that of the finished build.";
        readonly default: "false";
    };
    readonly 'max-age': {
        readonly description: "Age above which a stored state is not used, such as 12h or 7d. It is part of the key, so give it wherever you save. Empty: any age.";
        readonly default: "";
    };
    readonly 'max-size': {
        readonly description: "Size of the archive above which nothing is saved, such as 500MB or 2GiB. Empty: any size.";
        readonly default: "";
    };
    readonly 'restore-timeout': {
        readonly description: "Time after which restoring is given up, such as 90s or 5m.";
        readonly default: "10m";
    };
    readonly 'save-timeout': {
        readonly description: "Time after which saving is given up, such as 90s or 5m.";
        readonly default: "10m";
    };
    readonly 'report-path': {
        readonly description: "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.";
        readonly default: "";
    };
    readonly 'report-html': {
        readonly description: "Where to write the report as one HTML page that can be searched, relative to the workspace; after the build it also shows what readers will see change. Empty: nowhere.";
        readonly default: "";
    };
    readonly graph: {
        readonly description: "Whether to draw what changed and what it affects, as SVG beside the JSON report: true or false.";
        readonly default: "true";
    };
    readonly delta: {
        readonly description: "Whether to say after the build what readers will see change: in the summary, on the pull request (see comment), and by a note on each address that vanished: true or false.";
        readonly default: "true";
    };
    readonly 'preview-url': {
        readonly description: "Address of a page in the preview of a pull request: {path} stands for the address of the page with its first slash, {pr} for the number of the pull request. Empty: there is no preview.";
        readonly default: "";
    };
    readonly vanished: {
        readonly description: "How to tell of an address that answered before and leads nowhere now, with neither alias nor redirect: error, warning or off.";
        readonly default: "error";
    };
    readonly comment: {
        readonly description: "Whether to say on the pull request what it affects: auto (while something is affected), always or never. Needs pull-requests: write; where that is missing, nothing is said.";
        readonly default: "auto";
    };
    readonly token: {
        readonly description: "Token that comments on the pull request. Nothing else uses it.";
        readonly default: "${{ github.token }}";
    };
    readonly 'signing-key': {
        readonly description: "Secret of the repository, of 32 characters or more, that signs what is saved. With it, nothing is restored that it has not signed; another one leads to a full build. Pull requests of forks have none.";
        readonly default: "";
    };
    readonly 'job-status': {
        readonly description: "How the job stands, filled in by the runner for the post step. Leave it alone.";
        readonly default: "${{ job.status }}";
    };
};
export declare const ALL_INPUTS: {
    readonly prepare: {
        readonly description: "Whether to prepare the build: set the restored output aside and let the build take from it what is proven to be the same: true or false. Without it, changes lead to a plain full build.";
        readonly default: "true";
    };
    readonly 'key-prefix': {
        readonly description: "First part of the cache key. Change it to start anew.";
        readonly default: "bengal-cache";
    };
    readonly key: {
        readonly description: "Key to save under, such as the output cache-primary-key of the restore action. Empty: the key of the tree as it is.";
        readonly default: "";
    };
    readonly 'restore-keys': {
        readonly description: "Further prefixes of keys to try after our own (same configuration, other place, other configuration, other Bengal), one a line, at most 5.";
        readonly default: "";
    };
    readonly path: {
        readonly description: "Further files and folders to keep beside Bengal's state and the output, relative to the site, one a line. Not sources, and no patterns.";
        readonly default: "";
    };
    readonly 'lookup-only': {
        readonly description: "Only tell whether there is something to restore, and restore nothing: true or false.";
        readonly default: "false";
    };
    readonly 'fail-on-cache-miss': {
        readonly description: "Fail the step when nothing was restored, whatever the reason: true or false.";
        readonly default: "false";
    };
    readonly 'read-only': {
        readonly description: "Never save, only restore: true or false.";
        readonly default: "false";
    };
    readonly save: {
        readonly description: "Whether to save the cache after a successful job: true or false.";
        readonly default: "true";
    };
    readonly 'save-always': {
        readonly description: "Whether to save after a failed or cancelled job too: true or false. It is kept under a key of its own, which no later run takes for that of the finished build.";
        readonly default: "false";
    };
    readonly 'max-age': {
        readonly description: "Age above which a stored state is not used, such as 12h or 7d. It is part of the key, so give it wherever you save. Empty: any age.";
        readonly default: "";
    };
    readonly 'max-size': {
        readonly description: "Size of the archive above which nothing is saved, such as 500MB or 2GiB. Empty: any size.";
        readonly default: "";
    };
    readonly 'restore-timeout': {
        readonly description: "Time after which restoring is given up, such as 90s or 5m.";
        readonly default: "10m";
    };
    readonly 'save-timeout': {
        readonly description: "Time after which saving is given up, such as 90s or 5m.";
        readonly default: "10m";
    };
    readonly 'report-path': {
        readonly description: "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.";
        readonly default: "";
    };
    readonly 'report-html': {
        readonly description: "Where to write the report as one HTML page that can be searched, relative to the workspace; after the build it also shows what readers will see change. Empty: nowhere.";
        readonly default: "";
    };
    readonly graph: {
        readonly description: "Whether to draw what changed and what it affects, as SVG beside the JSON report: true or false.";
        readonly default: "true";
    };
    readonly delta: {
        readonly description: "Whether to say after the build what readers will see change: in the summary, on the pull request (see comment), and by a note on each address that vanished: true or false.";
        readonly default: "true";
    };
    readonly 'preview-url': {
        readonly description: "Address of a page in the preview of a pull request: {path} stands for the address of the page with its first slash, {pr} for the number of the pull request. Empty: there is no preview.";
        readonly default: "";
    };
    readonly vanished: {
        readonly description: "How to tell of an address that answered before and leads nowhere now, with neither alias nor redirect: error, warning or off.";
        readonly default: "error";
    };
    readonly comment: {
        readonly description: "Whether to say on the pull request what it affects: auto (while something is affected), always or never. Needs pull-requests: write; where that is missing, nothing is said.";
        readonly default: "auto";
    };
    readonly token: {
        readonly description: "Token that comments on the pull request. Nothing else uses it.";
        readonly default: "${{ github.token }}";
    };
    readonly 'signing-key': {
        readonly description: "Secret of the repository, of 32 characters or more, that signs what is saved. With it, nothing is restored that it has not signed; another one leads to a full build. Pull requests of forks have none.";
        readonly default: "";
    };
    readonly 'job-status': {
        readonly description: "How the job stands, filled in by the runner for the post step. Leave it alone.";
        readonly default: "${{ job.status }}";
    };
    readonly site: {
        readonly description: "Folder of the Bengal site, relative to the workspace.";
        readonly default: ".";
    };
    readonly 'output-dir': {
        readonly description: "Output directory, relative to the site. Empty: what the configuration says, or public.";
        readonly default: "";
    };
    readonly environment: {
        readonly description: "Environment that Bengal builds for (its --environment). Empty: by Bengal's own rules, which say production on GitHub.";
        readonly default: "";
    };
    readonly profile: {
        readonly description: "Profile that Bengal builds with (its --profile).";
        readonly default: "";
    };
    readonly config: {
        readonly description: "Configuration file given to Bengal by --config, relative to the site.";
        readonly default: "";
    };
    readonly 'build-flags': {
        readonly description: "Further arguments that the job gives to bengal build, separated by blanks. A state that was built with others is not built upon.";
        readonly default: "";
    };
    readonly 'config-hash': {
        readonly description: "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: asked from the job's own Bengal, or judged by our own fingerprint.";
        readonly default: "";
    };
    readonly 'bengal-version': {
        readonly description: "Version of the Bengal that this job runs, such as 0.5.1. Empty: asked from the job's own Bengal. Needed to skip a build.";
        readonly default: "";
    };
    readonly 'python-version': {
        readonly description: "Version of the Python that runs Bengal, such as 3.14. Empty: asked from the job's own Bengal. Needed to skip a build.";
        readonly default: "";
    };
    readonly python: {
        readonly description: "Python that has the job's Bengal: a path relative to the workspace, or a name on the PATH. Empty: the one that runs the bengal on the PATH, then virtual environments, any Python on the PATH, and uv.";
        readonly default: "";
    };
    readonly probe: {
        readonly description: "Whether to ask the job's own Bengal for its version, its packages and the hash of the configuration: true or false. It has to be installed before this step.";
        readonly default: "true";
    };
    readonly gate: {
        readonly description: "Whether anything of the last build may be taken over: auto (what is proven to be the same) or always-full (nothing).";
        readonly default: "auto";
    };
    readonly 'full-every': {
        readonly description: "When to render every page again, whatever is proven: after so many builds in which pages were kept, or after so long, as two words such as 50 7d. never: not at all.";
        readonly default: "50 7d";
    };
    readonly 'verify-sample': {
        readonly description: "How many kept pages each build renders all the same and compares, from 0 to 1000.";
        readonly default: "8";
    };
    readonly verify: {
        readonly description: "sample, or full: render every page, and compare each with what would have been kept. For a scheduled job that audits the cache.";
        readonly default: "sample";
    };
    readonly bytecode: {
        readonly description: "Whether Bengal's compiled templates may travel with the state: true or false. They are programs, so say true only where everybody who can write to the cache may run code in this job.";
        readonly default: "false";
    };
    readonly 'expect-mode': {
        readonly description: "Build modes that are right here (skip, incremental, full), separated by blanks. With any other one the step fails. Empty: all are.";
        readonly default: "";
    };
};
export type InputName = keyof typeof ALL_INPUTS;
/** Such an input is written to no file and told to nobody. */
export declare function isSecretInput(name: string): boolean;
/** Raw values by input name; a missing or blank one takes its default. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;
/** Inputs of the main action, in their order. */
export declare const INPUTS: Readonly<Partial<Record<InputName, InputSpec>>>;
/** Inputs of `restore/`. */
export declare const RESTORE_INPUTS: Readonly<Partial<Record<InputName, InputSpec>>>;
/** Inputs of `save/`. */
export declare const SAVE_INPUTS: Readonly<Partial<Record<InputName, InputSpec>>>;
/** Outputs of the main action and of `restore/`. Lists are JSON arrays, cut to fit; the whole list is in the report file. */
export declare const OUTPUTS: {
    readonly 'cache-hit': "true when the cache had a build of exactly these sources, false for an older one, empty when there was nothing to restore.";
    readonly 'cache-primary-key': "Key under which this run looks first and saves.";
    readonly 'cache-matched-key': "Key of the cache that was restored, or found.";
    readonly 'cache-policy': "What this run may do with the cache: read-write, restore-only, save-only or off.";
    readonly state: "What the restored state is worth: usable, absent, stale, corrupt or incompatible.";
    readonly 'config-valid': "true when the configuration is the one that the state was built with, false when not, empty when unknown.";
    readonly 'config-hash': "Bengal's hash of the configuration that the state was built with.";
    readonly 'build-mode': "skip, incremental or full.";
    readonly 'build-reason': "Why, in a sentence.";
    readonly 'build-args': "Arguments for bengal build that fit the mode.";
    readonly 'changed-count': "How many sources were added, modified or deleted since the state was built; empty without a state.";
    readonly 'affected-count': "How many pages a full build would change; empty without a state.";
    readonly 'total-pages': "How many pages the state knows; empty without a state.";
    readonly 'changed-files': "The changed sources, as a JSON array.";
    readonly 'affected-pages': "The affected HTML files below the output directory, as a JSON array.";
    readonly 'affected-tags': "Slugs of the tags whose listings change, as a JSON array.";
    readonly 'report-path': "Absolute path of the JSON report, which holds every list in full.";
    readonly 'graph-path': "Absolute path of an SVG picture of what changed and what it affects; empty when graph is false or writing failed.";
    readonly truncated: "Names of the outputs above that are lists and were cut, as a JSON array; empty when all are whole.";
};
export type OutputName = keyof typeof OUTPUTS;
/** Outputs of `save/`. */
export declare const SAVE_OUTPUTS: {
    readonly 'cache-saved': "true when the cache was stored by this step, false when not.";
    readonly 'cache-primary-key': "Key under which it is stored, or would have been.";
    readonly 'save-reason': "What happened, in a sentence.";
    readonly 'cache-policy': "What this run may do with the cache: read-write, restore-only, save-only or off.";
};
export type SaveOutputName = keyof typeof SAVE_OUTPUTS;
