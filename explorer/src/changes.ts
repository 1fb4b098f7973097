// Changes: between two laws, of which the newer can be edited here, or between two days under one law.
import { type Child, h } from './dom.ts';
import { BEFORE, type Change, type Compiled, type Diagnostic, EDITED, open, type Opened } from './library.ts';
import { isDay } from './state.ts';
import { mark, type Page, persons, section } from './view.ts';

/** A page that can be loaded, with its texts. */
export interface Source { name: string; page: string; texts: Record<string, string> }

/** The edited page; it is kept while the view changes, and nowhere else. */
export interface Draft { text: string; texts: Record<string, string>; before: string; compiled: Compiled | null; opened: Opened | null }

export const draftOf = (source: Source): Draft => ({ text: source.page, texts: source.texts, before: source.name, compiled: null, opened: null });

const group = (page: Page, change: Change, ages: number[], title: Child) => h('li', { class: 'change' }, title,
    h('p', { class: 'step' }, change.old ? mark(page, change.old.main) : null, h('span', { 'aria-hidden': 'true' }, ' → '),
        h('span', { class: 'unseen' }, page.labels.words.becomes), change.new ? mark(page, change.new.main) : null),
    h('p', { class: 'citation' }, `${page.labels.words.was} `, h('code', {}, change.old?.basis ?? ''), `, ${page.labels.words.becomes} `, h('code', {}, change.new?.basis ?? '')),
    h('ul', { class: 'ways' }, change.groups.map((one) => h('li', {}, persons(page, one, ages)))),
    change.sample ? h('button', { type: 'button', class: 'plain', onclick: () => page.tell(Object.fromEntries(Object.entries(change.sample!)
        .map(([name, value]) => [name, name === 'edition' ? undefined : value || undefined])), 'person') }, page.labels.words.sample) : null);

const differences = (shown: Page, draft: Draft): Child => {
    const page = { ...shown, labels: shown.labels.with(draft.texts[shown.labels.language] ?? '') };
    const { labels, library } = page;
    const found = library.compiler.differences(BEFORE, EDITED);
    const words = labels.words;
    if (!found.changes && found.rows.length === 0) return h('p', { class: 'verdict not_required' }, words.noDifference);
    const obligations = found.tables.filter((table) => table.edition !== null);
    const kind = (row: { old: unknown; new: unknown }) => (row.old === null ? words.added : row.new === null ? words.removed : words.changed);
    return [
        obligations.length === 0 ? h('p', {}, words.noDifference) : null,
        obligations.map((table) => [h('h3', {}, labels.edition(table.edition!)),
            h('ul', { class: 'changes' }, table.changes.map((change) => group(page, change, found.ages, null)))]),
        found.editions.map((edition) => h('p', {}, `${edition.name}: ${edition.added ? words.added : words.removed}`)),
        found.days.length > 0 ? [h('h3', {}, words.calendarDays), h('ul', {}, found.days.map((day) => h('li', {},
            `${labels.day(day.day)}: `, day.old ? labels.of('reason', day.old) : words.working, ' → ', day.new ? labels.of('reason', day.new) : words.working)))] : null,
        found.rows.length > 0 ? h('details', {}, h('summary', {}, `${words.otherRows} (${found.rows.length})`),
            h('ul', { lang: 'en' }, found.rows.map((row) => h('li', {}, h('strong', {}, `${row.heading}, ${row.key}`), ` (${kind(row)})`,
                row.old ? [h('br'), h('del', {}, row.old.words)] : null, row.new ? [h('br'), h('ins', {}, row.new.words)] : null)))) : null,
    ];
};

/** A file made by this page, for the browser to save. */
const download = (name: string, content: BlobPart) => {
    const link = h('a', { href: URL.createObjectURL(new Blob([content])), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
};

const diagnostics = (page: Page, all: Diagnostic[], go: (line: number) => void) => h('ul', { class: 'diagnostics', lang: 'en' }, all.map((one) => h('li', { class: one.error ? 'error' : 'finding' },
    h('button', { type: 'button', class: 'plain', onclick: () => go(one.line) }, `${page.labels.words.line} ${one.line}`), ` ${one.message}`,
    one.help ? h('span', { class: 'hint' }, ` (${one.help})`) : null)));

/** The editor, and the compiler's messages below it. The editor stays while they are rewritten. */
const editor = (page: Page, draft: Draft, sources: Source[]): Child => {
    const { labels, library } = page;
    const area = h('textarea', { id: 'editor', spellcheck: 'false', autocapitalize: 'off', lang: 'en', wrap: 'off', 'aria-label': labels.words.newLaw, 'aria-describedby': 'edit-hint' });
    area.value = draft.text;
    const numbers = h('pre', { class: 'numbers', 'aria-hidden': 'true' });
    const result = h('div', { class: 'outcome', 'aria-live': 'polite' });
    const go = (line: number) => {
        const start = area.value.split('\n').slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
        area.focus();
        area.setSelectionRange(start, start + (area.value.split('\n')[line - 1]?.length ?? 0));
        area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
        area.scrollLeft = 0;
    };
    const before = () => sources.find((source) => source.name === draft.before) ?? sources[0]!;
    const show = () => {
        const wrong = new Set(draft.compiled?.errors.map((error) => error.line));
        numbers.replaceChildren(...area.value.split('\n').flatMap((_, line) => [wrong.has(line + 1) ? h('b', {}, line + 1) : line + 1, '\n'] as (Node | string)[]).map((piece) => (typeof piece === 'number' ? String(piece) : piece)));
        const compiled = draft.compiled!;
        if (compiled.errors.length > 0) {
            result.replaceChildren(h('h2', {}, `${labels.words.errors} (${compiled.errors.length})`), diagnostics(page, compiled.errors, go));
            return;
        }
        // They take as long as everything else together, so they are computed on demand.
        const findings = h('details', { ontoggle: () => {
            if (findings.childElementCount === 1) findings.append(diagnostics(page, library.compiler.findings(draft.text), go));
        } }, h('summary', {}, labels.words.findings));
        result.replaceChildren(h('p', {}, labels.words.noErrors), findings,
            h('h2', {}, labels.words.differences), ...[h('div', { class: 'differences' }, differences(page, draft))],
            h('p', { class: 'actions' },
                h('button', { type: 'button', id: 'use', onclick: () => page.decideBy(opened()) }, labels.words.useLaw),
                h('button', { type: 'button', id: 'download-page', onclick: () => download(`${compiled.law!.name}.md`, draft.text) }, labels.words.downloadPage),
                h('button', { type: 'button', id: 'download-pack', onclick: () => download(`${compiled.law!.name}.kzl`, library.compiler.pack(EDITED, draft.texts) as BlobPart) }, labels.words.downloadPack)),
            h('p', { class: 'hint' }, labels.words.unsigned));
    };
    const opened = () => open(library, EDITED, draft.text, draft.texts, draft.compiled!.law!);
    let older = '';
    const compile = () => {
        draft.text = area.value;
        if (older !== draft.before) library.compiler.compile(BEFORE, before().page);
        older = draft.before;
        draft.compiled = library.compiler.compile(EDITED, draft.text);
        show();
    };
    let waiting = 0;
    area.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = window.setTimeout(compile, 250);
    });
    area.addEventListener('scroll', () => {
        numbers.scrollTop = area.scrollTop;
    });
    const label = (source: Source) => (source.name === sources[0]!.name ? labels.words.builtIn : labels.say('exercise', { name: source.name }));
    const choose = (id: string, text: string, chosen: string, change: (source: Source) => void) => h('div', { class: 'setting' }, h('label', { for: id }, text),
        h('select', { id, onchange: (event) => change(sources.find((source) => source.name === (event.target as HTMLSelectElement).value)!) },
            sources.map((source) => h('option', { value: source.name, selected: source.name === chosen }, label(source)))));
    compile();
    return [
        h('div', { class: 'settings' },
            choose('before-law', labels.words.oldLaw, draft.before, (source) => {
                draft.before = source.name;
                compile();
            }),
            choose('load', `${labels.words.page}: ${labels.words.load}`, sources.find((source) => source.page === draft.text)?.name ?? '', (source) => {
                draft.texts = source.texts;
                area.value = source.page;
                compile();
            })),
        h('h2', {}, labels.words.newLaw), h('p', { class: 'hint', id: 'edit-hint' }, labels.words.editHint),
        h('div', { class: 'editor' }, numbers, area), result,
    ];
};

const twoDays = (page: Page): Child => {
    const { labels, library, opened, state: { told } } = page;
    const [before, after] = [told.before ?? '2025-06-30', told.after ?? '2025-07-01'];
    const edition = Number(told.edition ?? 1);
    const date = (name: 'before' | 'after', label: string, value: string) => h('div', { class: 'setting' }, h('label', { for: `d-${name}` }, label),
        h('input', { id: `d-${name}`, type: 'date', min: '0001-01-01', max: '9999-12-31', value, onchange: (event) => page.tell({ [name]: (event.target as HTMLInputElement).value || undefined }) }));
    const changes = isDay(before) && isDay(after) ? library.compiler.days(opened.number, edition, before, after).changes : [];
    return [
        h('div', { class: 'settings' }, date('before', labels.words.dayBefore, before), date('after', labels.words.dayAfter, after)),
        section(labels.words.differences, labels.words.daysHint, changes.length === 0 ? h('p', { class: 'verdict not_required' }, labels.words.noDifferenceDays)
            : h('ul', { class: 'changes' }, changes.map((change) => group(page, change, opened.told.ages, null)))),
    ];
};

export const changes = (page: Page, draft: Draft, sources: Source[]): Child => {
    const { labels, state } = page;
    const mode = state.told.mode ?? 'laws';
    return [
        h('fieldset', { class: 'modes' }, h('legend', {}, labels.words.mode), h('div', { class: 'chips' }, ([['laws', labels.words.twoLaws], ['days', labels.words.twoDays]] as const).map(([name, label]) =>
            h('label', { class: 'chip' }, h('input', { type: 'radio', name: 'mode', id: `mode-${name}`, checked: mode === name, onchange: () => page.tell({ mode: name }) }), h('span', {}, label))))),
        mode === 'days' ? twoDays(page) : editor(page, draft, sources),
    ];
};
