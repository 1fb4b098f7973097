// The library for Node and browsers: `await load()`, then the functions of the C interface.
import { instantiate } from './runtime.ts';
import type { KzRules } from './runtime.ts';

export { KzError, instantiate, vocabulary } from './runtime.ts';
export type { KzRules, Vocabulary } from './runtime.ts';
export * from './interface.ts';

/** Loads the library. Its wasm lies beside this file, unless another address or its bytes are given. */
export const load = async (wasm: URL | BufferSource = new URL('./kz_rules.wasm', import.meta.url)): Promise<KzRules> => {
    if (!(wasm instanceof URL)) return instantiate(wasm);
    if (wasm.protocol === 'file:') {
        // A name that bundlers for browsers do not follow.
        const files = 'node:fs/promises';
        const { readFile } = await import(files);
        return instantiate(await readFile(wasm));
    }
    const answer = await fetch(wasm);
    if (!answer.ok) throw new Error(`${wasm.href}: ${answer.status}`);
    return instantiate(await answer.arrayBuffer());
};
