// The law's page, rendered; each row of an edition shows the persons to whom it applies.
import { editionOf } from './answer.ts';
import { type Child, h } from './dom.ts';
import { factsOf } from './state.ts';
import { law, type Page, persons, tried } from './view.ts';

/** A piece of a page: a heading, a paragraph, or a table with the line number of each row. */
export type Block = { kind: 'heading'; level: number; text: string; line: number } | { kind: 'text'; text: string; line: number }
    | { kind: 'table'; head: string[]; rows: { cells: string[]; line: number }[] };

const cells = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());

/** The form of pages of law: headings, paragraphs and tables. */
export const blocks = (text: string): Block[] => {
    const out: Block[] = [];
    const all = text.split('\n');
    for (let at = 0; at < all.length; at++) {
        const line = all[at]!;
        const heading = /^(#+) (.*)$/.exec(line);
        if (heading) out.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]!, line: at + 1 });
        else if (line.startsWith('|')) {
            const rows = [];
            const head = cells(line);
            for (at += 2; all[at]?.startsWith('|'); at++) rows.push({ cells: cells(all[at]!), line: at + 1 });
            at--;
            out.push({ kind: 'table', head, rows });
        } else if (line.trim()) {
            const from = at;
            while (all[at + 1]?.trim() && !/^[#|]/.test(all[at + 1]!)) at++;
            out.push({ kind: 'text', text: all.slice(from, at + 1).join(' '), line: from + 1 });
        }
    }
    return out;
};

/** Code, links and emphasis in a text; links lead nowhere here. */
const inline = (text: string): Child[] => text.split(/(`[^`]*`|\*[^*]+\*|\[[^\]]*\]\([^)]*\))/).map((piece) => {
    if (piece.startsWith('`')) return h('code', {}, piece.slice(1, -1));
    if (piece.startsWith('*')) return h('em', {}, piece.slice(1, -1));
    const link = /^\[([^\]]*)\]/.exec(piece);
    return link ? link[1]!.replaceAll('`', '') : piece;
});

const anchor = (text: string) => `s-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** The cells of a row; provisions are links to their own row. */
const cell = (page: Page, text: string, own: boolean): Child => {
    const ids = page.rules.provisions(law(page));
    return text.split(/(\b[A-Z0-9]+(?:-[A-Z0-9]+)+\b)/).map((piece) => {
        if (!ids.has(piece)) return inline(piece);
        return own ? h('code', { id: `p-${piece}` }, piece) : h('button', { type: 'button', class: 'plain', onclick: () => document.getElementById(`p-${piece}`)?.scrollIntoView({ block: 'center' }) }, piece);
    });
};

export const page = (page: Page): Child => {
    const { labels, opened, library, state } = page;
    const all = blocks(opened.page);
    const places = new Map(opened.told.editions.flatMap((edition) => edition.rows.map((row, place) => [row.line, { edition, place }])));
    const facts = factsOf(state.told);
    const found = tried(() => page.rules.assess(law(page), facts));
    const decided = editionOf(page);
    const deciding = new Set('answer' in found && decided ? found.answer.obligations.flatMap((obligation) => {
        const trace = tried(() => page.rules.explain(law(page), facts, obligation));
        return 'answer' in trace ? [decided.rows[trace.answer.passed.length]?.line] : [];
    }) : []);
    const whom = (line: number) => {
        const { edition, place } = places.get(line)!;
        const { groups } = library.compiler.whom(opened.number, edition.number, place);
        return h('div', { class: 'whom', lang: labels.language }, h('p', {}, `${labels.words.takes}:`),
            groups.length === 0 ? labels.words.nobody : h('ul', { class: 'ways' }, groups.map((group) => h('li', {}, persons(page, group)))));
    };
    const table = (block: Extract<Block, { kind: 'table' }>, title: string) => h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
        h('table', { class: 'page' }, h('thead', {}, h('tr', {}, block.head.map((name) => h('th', { scope: 'col' }, name)))),
            h('tbody', {}, block.rows.map(({ cells: texts, line }) => {
                const row = places.get(line);
                const shown = state.told.row === String(line);
                return [
                    h('tr', { class: deciding.has(line) ? 'decided' : '', id: `line-${line}` }, texts.map((text, column) => h('td', {},
                        cell(page, text, block.head[0] === 'number' && column === 1),
                        row && column === 0 ? [
                            deciding.has(line) ? h('p', { class: 'decides', lang: labels.language }, labels.words.deciding) : null,
                            h('p', {}, h('button', { type: 'button', class: 'plain ask', lang: labels.language, id: `whom-${line}`, 'aria-expanded': String(shown),
                                onclick: () => page.tell({ row: shown ? undefined : String(line) }) }, labels.words.whoTakes)),
                        ] : null))),
                    row && shown ? h('tr', { class: 'told' }, h('td', { colspan: block.head.length }, whom(line))) : null,
                ];
            }))));
    const headings = all.filter((block) => block.kind === 'heading' && block.level === 2) as Extract<Block, { kind: 'heading' }>[];
    return [
        h('p', { class: 'hint' }, labels.words.lawHint, ' ', labels.say('lawOf', { name: opened.told.name, sequence: opened.told.sequence, day: opened.told.knownUntil })),
        h('details', { class: 'contents', id: 'contents' }, h('summary', {}, labels.words.contents), h('ul', { lang: 'en' }, headings.map((heading) => h('li', {},
            h('button', { type: 'button', class: 'plain', onclick: () => document.getElementById(anchor(heading.text))?.scrollIntoView() }, heading.text))))),
        h('article', { lang: 'en', class: 'law' }, all.map((block, place) => {
            if (block.kind === 'table') {
                const heading = all.slice(0, place).findLast((one) => one.kind === 'heading');
                return table(block, heading?.kind === 'heading' ? heading.text : '');
            }
            if (block.kind === 'text') return h('p', {}, inline(block.text));
            // The page's title is the first heading below that of the view.
            const level = Math.min(block.level + 1, 6);
            return h(`h${level}` as 'h2', { id: anchor(block.text) }, block.text);
        })),
    ];
};
