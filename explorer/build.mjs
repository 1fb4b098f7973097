// Builds the explorer and the npm package from the files in FOLDER: the wasm of the library (rules.wasm) and of the compiler
// (law.wasm), and the development dependencies (npm/).
// Usage: node build.mjs FOLDER page|package
// page: FOLDER/explorer.html, one file. package: packages/kz-rules/dist.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [folder, what] = [resolve(process.argv[2]), process.argv[3]];
const own = dirname(fileURLToPath(import.meta.url));
const library = resolve(own, '../packages/kz-rules');
const esbuild = createRequire(`${folder}/npm/`)('esbuild');

execFileSync(process.execPath, [`${library}/generate.mjs`, resolve(own, '../include/kz_rules.h'), `${library}/src/interface.ts`, `${folder}/layout.c`], { stdio: 'inherit' });

if (what === 'package') {
    const out = `${library}/dist`;
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    await esbuild.build({ entryPoints: [`${library}/src/index.ts`], outfile: `${out}/index.js`, bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning' });
    const tsc = resolve(dirname(createRequire(`${folder}/npm/`).resolve('typescript/package.json')), 'bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', `${library}/tsconfig.json`, '--outDir', out], { stdio: 'inherit' });
    copyFileSync(`${folder}/rules.wasm`, `${out}/kz_rules.wasm`);
} else {
    const { outputFiles } = await esbuild.build({
        entryPoints: [`${own}/src/main.ts`], bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', write: false,
        loader: { '.md': 'text' }, logLevel: 'warning', legalComments: 'none',
    });
    const style = await esbuild.transform(readFileSync(`${own}/style.css`, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
    const packed = (name) => gzipSync(readFileSync(`${folder}/${name}.wasm`), { level: 9 }).toString('base64');
    const parts = {
        style: style.code, rules: packed('rules'), compiler: packed('law'),
        // The text must not contain the end of a script in HTML.
        script: outputFiles[0].text.replaceAll('</script', '<\\/script'),
    };
    const html = readFileSync(`${own}/explorer.html`, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
    writeFileSync(`${folder}/explorer.html`, html);
    const most = 2_000_000;
    if (Buffer.byteLength(html) > most) throw new Error(`explorer.html has ${Buffer.byteLength(html)} bytes; it may have ${most}`);
}
