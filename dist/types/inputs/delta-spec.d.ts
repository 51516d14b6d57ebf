/** Inputs of the action in `delta/`, and, but for a few, options of `bengal-cache delta`. */
export declare const DELTA_INPUTS: {
    readonly site: {
        readonly description: "Folder of the Bengal site, relative to the workspace. Without one, give output and base.";
        readonly default: ".";
    };
    readonly output: {
        readonly description: "Folder of what was built, relative to the workspace. Empty: the output of the site. Any generator will do.";
        readonly default: "";
    };
    readonly base: {
        readonly description: "What to compare with: a folder, the deployed.json of the last deployment, the manifest of a state, or the key of a stored state. Empty: the last build, as it was restored for the site; on a pull request the last build of the branch that it goes to.";
        readonly default: "";
    };
    readonly 'base-url': {
        readonly description: "Where the site is published, such as https://example.org/docs. Empty: what the configuration says.";
        readonly default: "";
    };
    readonly 'preview-url': {
        readonly description: "Address of a page in the preview of a pull request: {path} stands for the address of the page with its first slash, {pr} for the number of the pull request. Empty: there is no preview.";
        readonly default: "";
    };
    readonly vanished: {
        readonly description: "How to tell of an address that answered before and leads nowhere now, with neither alias nor redirect: error, warning or off.";
        readonly default: "error";
    };
    readonly deploy: {
        readonly description: "What the lists for deployments name: exact (every file whose bytes differ) or content (not those that differ only as any two builds do).";
        readonly default: "exact";
    };
    readonly 'bucket-folder': {
        readonly description: "Folder in the bucket that the site lies in, for the lists for S3. Empty: the site is all of it.";
        readonly default: "";
    };
    readonly 'indexnow-key': {
        readonly description: "Key of the site for IndexNow, which is no secret: it is published. Empty: no body is written.";
        readonly default: "";
    };
    readonly 'files-path': {
        readonly description: "Folder to write the JSON and the files for tools to, relative to the workspace. Empty: a folder in the runner's temporary folder.";
        readonly default: "";
    };
    readonly comment: {
        readonly description: "Whether to say on the pull request what readers will see change: auto (while anything does), always or never. Needs pull-requests: write; where that is missing, nothing is said.";
        readonly default: "auto";
    };
    readonly token: {
        readonly description: "Token that comments on the pull request. Nothing else uses it.";
        readonly default: "${{ github.token }}";
    };
    readonly 'signing-key': {
        readonly description: "Secret of the repository, of 32 characters or more, that signs what is saved; the same as in the other steps. Without it, no signed state is compared with but the one that was restored.";
        readonly default: "";
    };
};
export type DeltaInputName = keyof typeof DELTA_INPUTS;
/** Raw values by input name; a missing or blank one takes its default. */
export type RawDeltaInputs = Readonly<Partial<Record<DeltaInputName, string>>>;
/** Those that are no options of the command line. */
export declare const ACTION_ONLY: ReadonlySet<string>;
/** Outputs of the action with their descriptions. Lists are JSON arrays, cut to fit; the file has them whole. */
export declare const DELTA_OUTPUTS: {
    readonly 'anything-to-deploy': "false when readers would see no change, true when they would, or when nothing is known of what is deployed.";
    readonly 'base-commit': "Commit of what the output was compared with; empty when nobody knows.";
    readonly 'changed-count': "How many pages are there still and are others for their readers; empty without a base.";
    readonly 'added-count': "How many pages are new; empty without a base.";
    readonly 'removed-count': "How many pages are gone; empty without a base.";
    readonly 'vanished-count': "How many addresses that answered before lead nowhere now, but for listings that went with what they listed; empty without a base.";
    readonly 'changed-pages': "Addresses of the changed pages, as a JSON array.";
    readonly 'added-pages': "Addresses of the new pages, as a JSON array.";
    readonly 'removed-pages': "Addresses of the pages that are gone, as a JSON array.";
    readonly 'delta-path': "Absolute path of the JSON file that holds everything.";
    readonly 'files-path': "Absolute path of the folder with the files for tools; the JSON lies in it too.";
    readonly truncated: "Names of the outputs above that are lists and were cut, as a JSON array; empty when all are whole.";
};
export type DeltaOutputName = keyof typeof DELTA_OUTPUTS;
/** How an address that leads nowhere is told. */
export declare const VANISHED_SETTINGS: readonly ["error", "warning", "off"];
export type VanishedSetting = (typeof VANISHED_SETTINGS)[number];
/**
 * What is deployed: `exact` takes every output whose bytes differ, so that what is deployed is what was built, byte for
 * byte; `content` leaves out what differs by noise alone.
 */
export declare const DEPLOY_SETTINGS: readonly ["exact", "content"];
export type DeploySetting = (typeof DEPLOY_SETTINGS)[number];
