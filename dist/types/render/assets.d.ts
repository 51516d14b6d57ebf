/** Text of a file in `assets/`, which lies beside this module, and beside the bundle that this module becomes part of. */
export declare function readAsset(name: `${'report' | 'explorer'}.${'css' | 'js'}`): string;
