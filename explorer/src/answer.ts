// The answer: what the law requires, why, and why nothing else.
import type { Assessment, FactsGiven, Obligation, Trace } from '../../packages/kz-rules/src/index.ts';
import { age, birthday, plus, text as dayText } from './days.ts';
import { type Child, h } from './dom.ts';
import { valuesOf } from './labels.ts';
import type { Nearest, Row, Values } from './library.ts';
import { DECIDING } from './state.ts';
import { ids, later, law, mark, type Page, persons, provision, section, tried } from './view.ts';

const DUTIES = ['place', 'papers', 'taken', 'issued', 'collectors_home', 'collectors_abroad', 'consequence'] as const;

/** The edition that decides. */
export const editionOf = (page: Page) => {
    const number = Number(page.state.told.edition ?? 1);
    return page.opened.told.editions.find((edition) => edition.number === number);
};

/** The age bands that the birth date allows; all if it is unknown. */
const bands = (page: Page, facts: FactsGiven): number[] => {
    const { ages } = page.opened.told;
    const all = Array.from({ length: ages.length + 1 }, (_, band) => band + 1);
    if (!facts.birth) return all;
    const [year, month, day] = facts.birth.split('-');
    const end = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0));
    const eldest = `${year}-${month ?? '01'}-${day ?? '01'}`;
    const youngest = day ? eldest : dayText(end.getTime());
    const reached = (birth: string) => {
        const years = age(birth, facts.on!);
        const late = facts.age_reading === 'day_after' && birthday(birth, Number(facts.on!.slice(0, 4))) === facts.on;
        return ages.filter((one) => one <= (late ? years - 1 : years)).length + 1;
    };
    return all.filter((band) => band >= reached(youngest) && band <= reached(eldest));
};

/** The known facts of the person, as numbers of values. */
const known = (page: Page, facts: FactsGiven): Values => {
    const out: Values = { age: bands(page, facts) };
    for (const fact of DECIDING) {
        const value = facts[fact as keyof FactsGiven];
        if (fact !== 'birth' && typeof value === 'string') out[fact] = [valuesOf(fact).indexOf(value) + 1];
    }
    return out;
};

export const conditions = (page: Page, row: Row): Child => {
    const told = page.labels.persons(row.facts);
    return told.length === 0 && !row.from && !row.until ? page.labels.words.always
        : persons(page, { facts: row.facts, from: row.from, until: row.until });
};

/** The value of a fact in a completion, in words. */
const supposed = (page: Page, trace: Trace, fact: string): string => {
    const value = trace.completion[fact as keyof Trace['completion']] as string | null;
    if (fact === 'birth') return value ?? '';
    return value ? page.labels.value(fact, value) : '';
};

const table = (page: Page, trace: Trace) => {
    const { labels } = page;
    const rows = editionOf(page)?.rows ?? [];
    const decided = trace.passed.length;
    const reason = (place: number): Child => {
        if (place === decided) return h('strong', { class: 'decides' }, labels.words.decides);
        const passed = trace.passed[place];
        if (!passed) return labels.words.notReached;
        if (passed.fact === null) return labels.words.passedDay;
        const fact = [labels.fact(passed.fact), supposed(page, trace, passed.fact)].filter(Boolean).join(': ');
        return labels.say(passed.given === 'yes' ? 'passedBy' : 'passedSupposed', { fact });
    };
    return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': labels.say('tableFor', { obligation: labels.of('obligation', trace.obligation!) }) },
        h('table', { class: 'decision' },
            h('thead', {}, h('tr', {}, ['row', 'condition', 'obligation', 'basis', 'reason'].map((name) => h('th', { scope: 'col' }, labels.words[name as 'row'])))),
            h('tbody', {}, rows.map((row, place) => h('tr', { class: place < decided ? 'passed' : place === decided ? 'decided' : 'unreached' },
                h('th', { scope: 'row' }, place + 1), h('td', { 'data-label': labels.words.condition }, conditions(page, row)),
                h('td', { 'data-label': labels.words.obligation }, mark(page, row.obligation)),
                h('td', { 'data-label': labels.words.basis }, h('code', {}, row.basis)),
                h('td', { 'data-label': labels.words.reason }, reason(place)))))));
};

const traces = (page: Page, facts: FactsGiven, found: Assessment) => {
    const { labels } = page;
    return section(labels.words.table, labels.words.tableHint, found.obligations.map((obligation, place) => {
        const trace = tried(() => page.rules.explain(law(page), facts, obligation));
        if (!('answer' in trace)) return null;
        return h('details', { open: found.obligations.length === 1 || place === 0 },
            h('summary', {}, labels.say('tableFor', { obligation: labels.of('obligation', obligation) })), table(page, trace.answer));
    }));
};

/** A person changed in one of the ways that lead to another obligation. The library must agree. */
const changedBy = (page: Page, facts: FactsGiven, way: Nearest['ways'][number]): FactsGiven => {
    const changed: Record<string, unknown> = { ...facts };
    // The nearest day on which it would be so.
    if (way.day) changed.on = way.day.from && way.day.from > facts.on! ? way.day.from : plus(way.day.until!, -1);
    for (const [name, numbers] of Object.entries(way.facts)) {
        const own = page.opened.told.questions.find((question) => question.id === name);
        if (name === 'age') {
            const least = numbers[0] === 1 ? 0 : page.opened.told.ages[numbers[0]! - 2]!;
            const on = changed.on as string;
            const year = Number(on.slice(0, 4)) - least - (facts.age_reading === 'day_after' || least > 0 ? 1 : 0);
            changed.birth = numbers[0] === 1 ? on : `${String(year).padStart(4, '0')}${on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)}`;
            changed.birth_precision = 'day';
        } else {
            const fact = own ? `question_${own.number}` : name;
            changed[fact] = valuesOf(fact)[numbers[0]! - 1];
        }
    }
    return changed as FactsGiven;
};

/** Why not another obligation: the fewest changes that lead to it. */
const otherwise = (page: Page, facts: FactsGiven, found: Assessment): Child => {
    const { labels, library, opened } = page;
    const edition = editionOf(page)?.number ?? 1;
    const others = valuesOf('obligation').filter((one) => !found.obligations.includes(one as Obligation));
    const told = known(page, facts);
    return section(labels.words.whyNot, labels.words.whyNotHint, h('dl', { class: 'otherwise' }, others.map((obligation) => {
        const { ways } = library.compiler.nearest(opened.number, edition, facts.on!, told, obligation);
        const agrees = ways.filter((way) => {
            const other = tried(() => page.rules.assess(law(page), changedBy(page, facts, way)));
            return 'answer' in other && other.answer.obligations.includes(obligation as Obligation);
        });
        return [h('dt', {}, mark(page, obligation)), h('dd', {}, agrees.length === 0 ? labels.words.wouldNever : [
            labels.words.wouldBe, h('ul', { class: 'ways' }, agrees.map((way) => h('li', {},
                persons(page, { facts: way.facts, from: way.day?.from ?? null, until: way.day?.until ?? null }))))])];
    })));
};

export const answer = (page: Page, facts: FactsGiven, found: Assessment): Child => {
    const { labels } = page;
    const known = page.rules.law_get(law(page)).known_until;
    const duties = DUTIES.filter((duty) => found[duty] !== null);
    const conflict = ids(found.conflict);
    const head = found.obligation
        ? [h('p', { class: `verdict ${found.obligation}` }, labels.of('obligation', found.obligation)), h('p', { class: 'lead' }, labels.sentence('obligation', found.obligation))]
        : [h('p', { class: 'verdict open' }, labels.words.undecided), found.ask === null ? h('p', { class: 'lead' }, labels.words.nothingToAsk) : null];
    return [
        h('section', { class: 'result', 'aria-live': 'polite' }, h('h2', {}, labels.words.answer), head,
            h('p', {}, found.holds_until ? labels.say('holdsUntil', { day: found.holds_until }) : labels.words.holdsForever),
            found.law === 'assumed' && known ? h('p', { class: 'hint' }, labels.say('assumed', { day: known })) : null),
        conflict.length > 0 ? section(labels.words.conflict, labels.words.conflictHint, conflict.map((id) => provision(page, id))) : null,
        section(labels.words.basis, null, ids(found.basis).map((id) => provision(page, id))),
        duties.length > 0 ? section(labels.words.duties, null, h('dl', { class: 'duties' }, duties.map((duty) => [
            h('dt', {}, labels.words[duty]), h('dd', {}, provision(page, found[duty]!))]))) : null,
        found.cautions.length > 0 ? section(labels.words.cautions, null, ids(found.cautions).map((id) => provision(page, id))) : null,
        later(() => [traces(page, facts, found), otherwise(page, facts, found)]),
        h('p', { class: 'actions' },
            h('button', { type: 'button', id: 'link', onclick: () => copyLink(page) }, labels.words.copyLink),
            h('button', { type: 'button', id: 'print', onclick: () => window.print() }, labels.words.print)),
    ];
};

const copyLink = async (page: Page) => {
    await navigator.clipboard?.writeText(location.href);
    page.announce(page.labels.words.linkCopied);
};
