// What every view gets, and pieces that several views share.
import { KzError, type FactsGiven, type Law } from '../../packages/kz-rules/src/index.ts';
import type { KzRules } from '../../packages/kz-rules/src/runtime.ts';
import { type Child, h } from './dom.ts';
import type { Labels } from './labels.ts';
import type { Group, Library, Opened } from './library.ts';
import type { State, Told, View } from './state.ts';

export interface Page {
    library: Library;
    rules: KzRules;
    /** The law that decides: the built-in or the edited one. */
    opened: Opened;
    labels: Labels;
    state: State;
    /** Sets facts, for this view and all others. */
    tell: (told: Partial<Record<keyof Told, string | undefined>>, view?: View) => void;
    /** Decides by another law from now on. */
    decideBy: (opened: Opened) => void;
    /** Announces a message to screen readers, and shows it for a moment. */
    announce: (text: string) => void;
}

export const law = (page: Page): Law | null => page.opened.law;

/** The provisions in a list, without empty places. */
export const ids = (list: (string | null)[]): string[] => list.filter((id) => id !== null);

/** The result, or the status that says why there is none. */
export const tried = <Answer>(ask: () => Answer): { answer: Answer } | { status: number; code: string } => {
    try {
        return { answer: ask() };
    } catch (error) {
        if (!(error instanceof KzError)) throw error;
        return { status: error.status, code: error.code };
    }
};

export const failure = (page: Page, status: number, code: string) => {
    const text = page.rules.text(page.labels.language, law(page), 'status', -status, true)
        ?? page.rules.text(page.labels.language, law(page), 'status', -status) ?? code;
    return h('p', { class: 'failure', role: 'status' }, h('strong', {}, page.labels.words.error), ' ', text);
};

/** A section with a heading. */
export const section = (title: string, hint: Child, ...children: Child[]) =>
    h('section', {}, h('h2', {}, title), hint ? h('p', { class: 'hint' }, hint) : null, children);

/** Shown after the current frame, so that it does not delay what comes first. */
export const later = (make: () => Child): Node => {
    const place = h('div', { class: 'later' });
    setTimeout(() => {
        const shown = make();
        if (place.isConnected) place.replaceWith(...([shown].flat(Infinity as 1) as Child[]).filter((child): child is Node => child instanceof Node));
    });
    return place;
};

/** An obligation as a coloured mark. */
export const mark = (page: Page, obligation: string, excluded = false) => {
    const label = page.labels.of('obligation', obligation);
    return h('span', { class: `mark ${obligation}${excluded ? ' excluded' : ''}` }, label,
        excluded ? h('span', { class: 'unseen' }, ` (${page.labels.words.excluded})`) : null);
};

/** A provision: its label and substance, and its citation. */
export const provision = (page: Page, id: string) => {
    const number = page.rules.provisions(law(page)).get(id);
    if (number === undefined) return h('span', {}, id);
    const info = page.rules.provision_get(law(page), number);
    const { label, sentence } = page.labels.provision(id);
    const days = page.labels.span(info.from, info.until);
    return h('div', { class: `provision ${info.kind ?? ''}` },
        h('p', {}, h('strong', {}, label), sentence ? [': ', sentence] : null),
        h('p', { class: 'citation' }, h('code', {}, id), ' ', h('span', { lang: 'en' }, `${info.title}, ${info.place}`), days ? `. ${days}` : ''));
};

/** Persons on some days, as a list of their facts. */
export const persons = (page: Page, group: Group, ages?: number[]) => {
    const { labels } = page;
    const pieces = labels.persons(group.facts, ages);
    const days = labels.span(group.from, group.until);
    return h('ul', { class: 'persons' },
        pieces.length === 0 && !days ? h('li', {}, labels.words.everybody) : pieces.map(({ fact, values }) => h('li', {}, h('span', { class: 'fact' }, `${fact}:`), ' ', values)),
        days ? h('li', {}, h('span', { class: 'fact' }, `${labels.words.onDay}:`), ' ', days) : null);
};

/** The days on which an answer may change, with the answers between them; the last day is excluded. */
export const spans = <Answer>(facts: FactsGiven, from: string, until: string, days: Iterable<string>, ask: (facts: FactsGiven) => Answer) => {
    const cuts = [from, ...[...new Set(days)].filter((day) => day > from && day < until).sort(), until];
    const found: { from: string; until: string; answer: ReturnType<typeof tried<Answer>> }[] = [];
    for (let at = 0; at + 1 < cuts.length; at++) {
        const answer = tried(() => ask({ ...facts, on: cuts[at]! }));
        const last = found.at(-1);
        const same = last && JSON.stringify(last.answer) === JSON.stringify(answer);
        if (same) last.until = cuts[at + 1]!;
        else found.push({ from: cuts[at]!, until: cuts[at + 1]!, answer });
    }
    return found;
};

/** The days on which the law changes; the last day is excluded. */
export const milestones = (page: Page, from: string, until: string) => {
    const found = [];
    for (let day: string | null = from; ;) {
        const next = page.rules.milestone_after(law(page), day);
        day = next.day;
        if (day === null || day >= until) return found;
        found.push({ ...next, day });
    }
};
