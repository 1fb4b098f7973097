// The explorer in a browser: all vectors, every view in three languages, and what a person does in it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { address, browser, built, LANGUAGES, need, open, root, STATES } from './browser.mjs';
import { differences, rows } from './lines.mjs';

const DESK = { width: 1200, height: 900 };
// The longest words are Kazakh: if they fit, all fit.
const PHONE = { width: 360, height: 740 };

let chromium;
before(async () => {
    chromium = await browser();
});
after(() => chromium.close());

/** The files of vectors, each with the page of its law if that is another one. */
const vectors = () => {
    const found = [];
    const folder = (path, law) => readdirSync(`${root}${path}`).filter((name) => name.endsWith('.csv'))
        .forEach((name) => found.push({ file: `${path}/${name}`, kind: name.slice(0, -4), law }));
    folder('tests/vectors');
    folder('tests/own');
    for (const name of readdirSync(`${root}tests/vectors/laws`).filter((name) => name.endsWith('.md'))) {
        folder(`tests/vectors/laws/${name.slice(0, -3)}`, readFileSync(`${root}tests/vectors/laws/${name}`, 'utf8'));
    }
    return found;
};

test('all vectors come out as they must, those of other laws by their compiled pages', async () => {
    const page = await open(chromium, address('en', 'person'));
    const kinds = await page.evaluate(() => globalThis.explorer.kinds);
    let [cases, results] = [0, 0];
    for (const { file, kind, law } of vectors()) {
        assert.ok(kinds.includes(kind), `${file}: no answers of this kind`);
        const lines = rows(readFileSync(root + file, 'utf8'));
        const answers = await page.evaluate(([of, all, text]) => globalThis.explorer.answers(of, all, text), [kind, lines, law]);
        assert.deepEqual(differences(lines, answers), [], file);
        cases += lines.length;
        results += lines.length * Object.keys(lines[0]).filter((name) => name.startsWith('=')).length;
    }
    assert.ok(cases > 5000, `${cases} cases`);
    console.log(`${cases} cases, ${results} results are equal`);
    await page.close();
});

test('the three languages say the same words with the same blanks', async () => {
    const page = await open(chromium, address('en', 'person'));
    const { en, ...others } = await page.evaluate(() => globalThis.explorer.words);
    // Kazakh gives the grammatical case of a day.
    const blanks = (text) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort().join();
    for (const [language, words] of Object.entries(others)) {
        for (const [name, text] of Object.entries(en)) {
            assert.ok(words[name].trim(), `${language} ${name}: empty`);
            assert.equal(blanks(words[name]), blanks(text), `${language} ${name}`);
        }
        for (const list of ['months', 'monthsInDay', 'monthsFrom', 'monthsTo', 'weekdays']) {
            assert.equal(words[list].split('|').length, en[list].split('|').length, `${language} ${list}`);
        }
    }
    await page.close();
});

test('the page of the law that is shown is the law that decides', async () => {
    const page = await open(chromium, address('en', 'law'));
    assert.ok(await page.evaluate(() => globalThis.explorer.isSame()));
    assert.equal(await page.evaluate(() => document.querySelectorAll('article tr').length > 200), true);
    await page.close();
});

for (const name of Object.keys(STATES)) {
    test(`${name}: three languages, a desk, and a phone: nothing missing, nothing too wide, nothing that axe finds`, async () => {
        for (const language of LANGUAGES) {
            for (const size of language === 'kk' ? [DESK, PHONE] : [DESK]) {
                const page = await open(chromium, address(language, name), size);
                const where = `${name} ${language} ${size.width}`;
                await page.waitForFunction(() => !document.querySelector('.later'));
                for (const summary of await page.$$('main details:not([open]) > summary')) await summary.click();
                assert.deepEqual(page.wrong, [], where);
                assert.deepEqual(page.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:') && !url.startsWith('blob:')), [], `${where}: it asks a network`);
                const text = await page.evaluate(() => document.querySelector('#app').textContent);
                for (const hole of ['undefined', 'null', 'NaN', '[object', '{', '..']) {
                    assert.ok(!text.includes(hole) || hole === '..' && name === 'law', `${where}: it says ${hole}: …${text.slice(Math.max(text.indexOf(hole) - 60, 0), text.indexOf(hole) + 20)}`);
                }
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(wide <= 0, `${where}: ${wide} pixels too wide`);
                await page.evaluate(need('axe-core').source);
                const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
                assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}: ${one.nodes[0].failureSummary}`), [], where);
                await page.close();
            }
        }
    });
}

const shown = (page) => page.$$eval('.possible .mark:not(.excluded)', (all) => all.map((one) => one.textContent));

test('the possible obligations shrink as one answers; what does not matter fades and is dropped; a link gives the same', async () => {
    const page = await open(chromium, `file://${built}/explorer.html#lang=en&on=2026-11-27`);
    const before = await shown(page);
    assert.ok(before.length > 2, String(before));
    await page.check('#fact-standing-foreigner', { force: true });
    await page.selectOption('#fact-occasion', 'visa');
    await page.fill('#fact-birth', '1990-05');
    await page.keyboard.press('Tab');
    await page.check('#fact-fingerprinted-no', { force: true });
    await page.check('#fact-action-first_issue', { force: true });
    assert.deepEqual(await shown(page), ['Mandatory']);
    assert.equal(await page.textContent('.verdict'), 'Mandatory');
    assert.equal(await page.textContent('.decision .decided code'), 'L50-CASE-6');
    // The place of residence matters under the announced edition, not under the law as enacted.
    await page.check('#fact-permanent_resident-yes', { force: true });
    assert.ok(await page.$('.question.idle #fact-permanent_resident-yes'));
    await page.click('#drop');
    assert.ok(!page.url().includes('permanent_resident'));
    const link = page.url();
    const other = await open(chromium, link);
    assert.equal(await other.textContent('.result'), await page.textContent('.result'));
    assert.equal(await other.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
    await other.close();
    await page.close();
});

test('the next question says why it is asked, and takes an answer from the keyboard', async () => {
    const page = await open(chromium, `file://${built}/explorer.html#lang=en&on=2026-11-27&standing=foreigner&occasion=visa&birth=1990-05-17`);
    const next = await page.textContent('.question.next');
    assert.match(next, /Next question/);
    assert.match(next, /Yes/);
    await page.focus('.question.next input');
    await page.keyboard.press('Space');
    assert.match(page.url(), /fingerprinted=yes/);
    assert.equal(await page.textContent('.verdict'), 'Not required');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'fact-fingerprinted-yes');
    await page.close();
});

test('why not: each other obligation comes with changes that do lead to it', async () => {
    const page = await open(chromium, address('en', 'decided'));
    const words = await page.textContent('.otherwise');
    assert.match(words, /Voluntary.*Citizenship: Citizen/s);
    assert.match(words, /Not required.*Yes/s);
    assert.match(words, /Not in force yet.*before 1 January 2024/s);
    await page.close();
});

test('a deadlock is drawn as a loop, and its ways out are those of the day', async () => {
    const page = await open(chromium, address('en', 'way'));
    assert.equal((await page.$$('.loop .edge.closed')).length, 4);
    const now = await page.textContent('.by-day .now');
    assert.match(now, /airport/);
    await page.fill('#set-on', '2026-06-27');
    assert.equal((await page.$$('.loop')).length, 1);
    assert.doesNotMatch(await page.textContent('.by-day .now'), /airport/);
    await page.close();
});

test('a deadline is drawn on its months: in time, late in one reading, late in every reading', async () => {
    const page = await open(chromium, address('en', 'time'));
    const day = (number) => page.$eval(`.month:nth-of-type(2) td:has(.unseen) >> nth=${number - 1}`, (cell) => cell.className);
    assert.match(await day(9), /open/);
    const all = await page.$$eval('.month td', (cells) => cells.map((cell) => cell.className));
    for (const state of ['open', 'due_today', 'contested', 'overdue']) assert.ok(all.some((name) => name.includes(state)), state);
    await page.close();
});

test('whom a row takes is told in place', async () => {
    const page = await open(chromium, `file://${built}/explorer.html#lang=en&view=law&on=2026-11-27`);
    await page.click('article .ask >> nth=2');
    assert.match(await page.textContent('.whom'), /Citizen of Kazakhstan/);
    await page.close();
});

test('a law is edited: errors at their line, differences at once, page and pack to take away, answers by it', async () => {
    const page = await open(chromium, address('en', 'changes'));
    assert.match(await page.textContent('.differences'), /Nobody/);
    await page.selectOption('#load', 'evisa-2026');
    assert.match(await page.textContent('.differences'), /Mandatory.*Not required/s);
    // A question that only the edited law has is shown by its texts.
    assert.match(await page.textContent('.differences'), /Exempt/i);
    assert.doesNotMatch(await page.textContent('.differences .changes'), /exempt_from_prints/);
    const text = await page.inputValue('#editor');
    await page.fill('#editor', text.replace('| standing = citizen | voluntary |', '| standing = citizan | voluntary |'));
    await page.waitForSelector('.diagnostics .error');
    const line = text.split('\n').findIndex((one) => one.includes('| standing = citizen | voluntary |')) + 1;
    assert.match(await page.textContent('.diagnostics .error'), new RegExp(`Line ${line} .*citizan`));
    await page.fill('#editor', text.replace('| standing = citizen | voluntary |', '| standing = citizen | mandatory |'));
    await page.waitForSelector('#use');
    assert.match(await page.textContent('.differences'), /Voluntary.*Mandatory.*Citizen/s);
    const taken = {};
    for (const what of ['page', 'pack']) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#download-${what}`)]);
        taken[download.suggestedFilename()] = readFileSync(await download.path());
    }
    assert.deepEqual(Object.keys(taken), ['kazakhstan.md', 'kazakhstan.kzl']);
    assert.match(taken['kazakhstan.md'].toString(), /citizen \| mandatory/);
    assert.equal(taken['kazakhstan.kzl'].subarray(-64).every((byte) => byte === 0), true);
    await page.click('#use');
    await page.check('#fact-standing-citizen', { force: true });
    await page.check('#fact-fingerprinted-no', { force: true });
    assert.equal(await page.textContent('.verdict'), 'Mandatory');
    await page.click('#built-in');
    assert.equal(await page.textContent('.verdict'), 'Voluntary');
    await page.close();
});

test('a card is printed on one page', async () => {
    const page = await open(chromium, address('en', 'decided'));
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal((pdf.match(/\/Type \/Page\b/g) ?? []).length, 1);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.isVisible('.card'), true);
    assert.equal(await page.isVisible('main'), false);
    const text = await page.textContent('.card');
    assert.match(text, /Mandatory/);
    assert.doesNotMatch(text, /airport/, 'what does not matter is left out');
    await page.close();
});

test('speed', async () => {
    const page = await open(chromium, address('en', 'person'));
    const clicks = await page.evaluate(async () => {
        const times = [];
        for (let round = 0; round < 10; round++) {
            for (const id of ['fact-fingerprinted-no', 'fact-action-first_issue', 'fact-visa_channel-airport', 'fact-action-holding', 'fact-fingerprinted-yes']) {
                const from = performance.now();
                document.getElementById(id).click();
                times.push(performance.now() - from);
                await new Promise((then) => requestAnimationFrame(then));
            }
        }
        return times.sort((one, other) => one - other);
    });
    await page.click('#view-changes');
    const compared = await page.evaluate(() => {
        const list = document.getElementById('load');
        list.value = 'evisa-2026';
        const from = performance.now();
        list.dispatchEvent(new Event('change'));
        return performance.now() - from;
    });
    console.log(`an answer after a click: ${clicks[25].toFixed(1)} ms in the middle, ${clicks[48].toFixed(1)} ms at most; two laws compiled and compared: ${compared.toFixed(0)} ms`);
    await page.close();
});
