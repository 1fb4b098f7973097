// The npm package as users have it: packed, unpacked, its README's example run in Node and in a browser, its types checked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browser, built, need, root } from './browser.mjs';
import { rows } from './lines.mjs';

const folder = `${built}/packed`;
const source = `${root}packages/kz-rules`;
const own = `${folder}/node_modules/kz-rules`;

before(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    // It is built already.
    const made = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: source, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', `${folder}/${made}`, '-C', own, '--strip-components=1']);
});

/** The code blocks of the README in this language. */
const example = (language) => {
    const found = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readFileSync(`${source}/README.md`, 'utf8'));
    return found[1];
};

test('the lines of the README decide in Node', () => {
    writeFileSync(`${folder}/example.mjs`, example('js'));
    assert.equal(execFileSync(process.execPath, [`${folder}/example.mjs`], { encoding: 'utf8' }), 'mandatory [ \'L50-CASE-3\' ]\n');
});

test('the same lines are sound in TypeScript', () => {
    const text = example('js');
    writeFileSync(`${folder}/example.ts`, text);
    const tsc = resolve(dirname(need.resolve('typescript/package.json')), 'bin/tsc');
    const check = (file) => execFileSync(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', '--types', '', file], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    writeFileSync(`${folder}/package.json`, '{"type":"module"}');
    check('example.ts');
    writeFileSync(`${folder}/wrong.ts`, text.replace("'foreigner'", "'stranger'"));
    assert.throws(() => check('wrong.ts'), (error) => error.stdout.includes('stranger'));
});

test('the same lines decide in a page', async () => {
    const chromium = await browser();
    const page = await chromium.newPage();
    const types = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
    await page.route('http://page.invalid/**', (route) => {
        const path = new URL(route.request().url()).pathname;
        const body = path === '/index.html' ? '<!DOCTYPE html><title>page</title>' : readFileSync(`${own}${path}`);
        return route.fulfill({ body, contentType: types[path.split('.').at(-1)] });
    });
    await page.goto('http://page.invalid/index.html');
    const text = example('js').replace("'kz-rules'", "'/dist/index.js'");
    const said = page.waitForEvent('console');
    await page.evaluate((code) => {
        const script = document.createElement('script');
        script.type = 'module';
        script.textContent = code;
        document.head.append(script);
    }, text);
    assert.match((await said).text(), /mandatory.*L50-CASE-3/);
    await chromium.close();
});

test('every closed set has the names that the library gives its values', async () => {
    const { load, VALUES, vocabulary } = await import(pathToFileURL(`${own}/dist/index.js`));
    const kz = await load();
    let sets = 0;
    for (const [type, names] of Object.entries(VALUES)) {
        const set = type.replace(/^kz_/, '');
        let number;
        try {
            number = vocabulary(set);
        } catch {
            continue;
        }
        assert.deepEqual(names, Array.from({ length: kz.vocabulary_count(null, number) }, (_, place) => kz.name(null, number, place + 1)), type);
        sets++;
    }
    assert.ok(sets > 30, `${sets} sets`);
});

test('errors are told by name; a pack is opened by its key alone', async () => {
    const { load, KzError } = await import(pathToFileURL(`${own}/dist/index.js`));
    const kz = await load();
    assert.throws(() => kz.assess(null, {}), (error) => error instanceof KzError && error.code === 'bad_on' && error.status === -110);
    assert.throws(() => kz.assess(null, { on: '2026-11-22', standing: 'stranger' }), TypeError);
    assert.throws(() => kz.assess(null, { day: '2026-11-22' }), TypeError);
    const bytes = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
    for (const { name, key, message, signature, expected } of rows(readFileSync(`${root}tests/ed25519.csv`, 'utf8'))) {
        const verify = () => kz.ed25519(bytes(key), bytes(message), bytes(signature));
        if (expected === 'right') verify();
        else assert.throws(verify, KzError, name);
    }
    assert.throws(() => kz.open(new Uint8Array(100)), KzError);
    assert.throws(() => kz.open(new Uint8Array(100), new Uint8Array(32)), (error) => error.code === 'pack_signature');
});

test('a case of registration goes from state to state', async () => {
    const { load } = await import(pathToFileURL(`${own}/dist/index.js`));
    const kz = await load();
    let registered = kz.case_init({ arrived_on: '2026-07-05' });
    const data = ['surname', 'given_name', 'birth_date', 'passport', 'host', 'address'];
    registered = kz.case_apply(null, registered, { event: 'submit', on: '2026-07-06', data, place: 'hotel' });
    registered = kz.case_apply(null, registered, { event: 'host_confirms', on: '2026-07-07' });
    const view = kz.case_get(null, registered);
    assert.equal(view.state, 'registered');
    assert.deepEqual(view.history.map((one) => one.event), ['submit', 'host_confirms']);
});
