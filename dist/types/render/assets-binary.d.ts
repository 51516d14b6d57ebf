/** Files of packages that lie in `assets/` beside the bundle; when running from source, in their packages. */
export declare const BINARY_ASSETS: {
    readonly 'resvg.wasm': "@resvg/resvg-wasm/index_bg.wasm";
    readonly 'arimo.ttf': "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf";
};
export declare function readBinaryAsset(name: keyof typeof BINARY_ASSETS): Uint8Array;
