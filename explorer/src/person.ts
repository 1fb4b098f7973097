// A person: facts in any order, what is still possible, and the next question.
import type { Assessment, Fact, FactsGiven } from '../../packages/kz-rules/src/index.ts';
import { answer } from './answer.ts';
import { type Child, h } from './dom.ts';
import { valuesOf } from './labels.ts';
import { DECIDING, DECLINED, factsOf, isDay, NEVER_ASKED, type Told } from './state.ts';
import { failure, law, mark, type Page, section, tried } from './view.ts';

/** The questions of the law. */
export const asked = (page: Page, facts: Fact[]): Fact[] => facts.filter((fact) => {
    const number = /^question_(\d)$/.exec(fact)?.[1];
    return number === undefined || page.opened.told.questions.some((question) => String(question.number) === number);
});

export const without = (facts: FactsGiven, fact: Fact): FactsGiven => {
    const others = { ...facts, declined: facts.declined?.filter((one) => one !== fact) } as Record<string, unknown>;
    delete others[fact];
    if (fact === 'birth') delete others.birth_precision;
    return others as FactsGiven;
};

/** Answers that change nothing: without them the same obligations are possible, by the same provisions. */
export const idle = (page: Page, facts: FactsGiven, found: Assessment): Fact[] => asked(page, DECIDING).filter((fact) => {
    if (facts[fact as keyof FactsGiven] === undefined) return false;
    const other = tried(() => page.rules.assess(law(page), without(facts, fact)));
    const told = (of: Assessment) => JSON.stringify([of.obligations, of.basis, of.cautions, of.conflict]);
    return 'answer' in other && told(other.answer) === told(found);
});

/** What each value of a fact would leave possible; values with the same result are grouped. */
const outcomes = (page: Page, facts: FactsGiven, fact: Fact) => {
    const { labels, opened: { told: { ages } } } = page;
    const groups = new Map<string, { obligations: string[]; numbers: number[] }>();
    const add = (number: number, told: FactsGiven) => {
        const found = tried(() => page.rules.assess(law(page), told));
        if (!('answer' in found)) return;
        const key = found.answer.obligations.join();
        const group = groups.get(key) ?? { obligations: found.answer.obligations, numbers: [] };
        group.numbers.push(number);
        groups.set(key, group);
    };
    if (fact === 'birth') {
        const [year, day] = [Number(facts.on!.slice(0, 4)), facts.on!.slice(4).replace('-02-29', '-02-28')];
        // A person in the middle of each band.
        for (let band = 1; band <= ages.length + 1; band++) {
            const youngest = ages[band - 2] ?? 0;
            const middle = Math.floor((youngest + (ages[band - 1] ?? youngest + 20)) / 2);
            add(band, { ...facts, birth: `${String(year - middle).padStart(4, '0')}${day}`, birth_precision: 'day' });
        }
    } else {
        valuesOf(fact).forEach((value, place) => add(place + 1, { ...facts, [fact]: value }));
    }
    return [...groups.values()].map(({ obligations, numbers }) => ({ obligations, values: labels.values(fact === 'birth' ? 'age' : fact, numbers) }));
};

const why = (page: Page, facts: FactsGiven, fact: Fact) => {
    const groups = outcomes(page, facts, fact);
    if (groups.length < 2) return null;
    return h('div', { class: 'why' }, h('p', { class: 'hint' }, page.labels.words.whyAsked),
        h('dl', { class: 'outcomes' }, groups.map(({ obligations, values }) => [
            h('dt', {}, values),
            h('dd', {}, h('span', { class: 'unseen' }, `${page.labels.words.leadsTo} `), obligations.map((one) => mark(page, one))),
        ])));
};

/** The input for one fact: a radio button for each value, a list if there are many, a text for the birth date. */
const input = (page: Page, fact: Fact, value: string) => {
    const { labels } = page;
    const [known, declined] = [value.replace(DECLINED, ''), value.endsWith(DECLINED)];
    const tell = (told: string) => page.tell({ [fact]: told || undefined });
    const id = `fact-${fact}`;
    if (fact === 'birth') {
        const wrong = known !== '' && !isDay(known, true);
        return [
            h('input', {
                id, type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, value: known, placeholder: '1990-05-17',
                'aria-describedby': `${id}-hint`, 'aria-invalid': wrong, onchange: (event) => tell((event.target as HTMLInputElement).value.trim()),
            }),
            h('p', { class: wrong ? 'failure' : 'hint', id: `${id}-hint` }, wrong ? labels.words.badDay : labels.words.birthHint),
            h('label', { class: 'chip quiet' }, h('input', {
                id: `${id}-declined`, type: 'checkbox', checked: declined, onchange: () => tell(declined ? known : `${known}${DECLINED}`),
            }), h('span', {}, labels.words.cannotTell)),
        ];
    }
    const options: [string, string][] = valuesOf(fact).map((name) => [name, labels.value(fact, name)]);
    const open: [string, string][] = [['', labels.words.notKnown]];
    if (fact !== NEVER_ASKED) open.push([DECLINED, labels.words.cannotTell]);
    if (options.length > 5) {
        return h('select', { id, onchange: (event) => tell((event.target as HTMLSelectElement).value) },
            [...open, ...options].map(([name, label]) => h('option', { value: name, selected: name === value }, label)));
    }
    return h('div', { class: 'chips' }, [...options, ...open].map(([name, label]) => h('label', { class: `chip${name === '' || name === DECLINED ? ' quiet' : ''}` },
        h('input', { type: 'radio', name: id, id: `${id}-${name || 'open'}`, value: name, checked: name === value, onchange: () => tell(name) }),
        h('span', {}, label))));
};

/** One fact: asked next, open, answered, or irrelevant. */
const question = (page: Page, fact: Fact, options: { next: boolean; idle: boolean; why: Child }) => {
    const { labels, state } = page;
    const value = state.told[fact] ?? '';
    const many = fact === 'birth' || valuesOf(fact).length > 5;
    const title = [
        labels.fact(fact), options.next ? h('span', { class: 'badge' }, labels.words.nextQuestion) : null,
        options.idle ? h('span', { class: 'idle-note' }, labels.words.noMatter) : null,
    ];
    const text = labels.sentence('fact', fact);
    const classes = `question${options.next ? ' next' : ''}${options.idle ? ' idle' : ''}`;
    const body = [options.next && text ? h('p', { class: 'asks' }, text) : null, input(page, fact, value), options.why];
    return many
        ? h('div', { class: classes }, h('label', { class: 'legend', for: `fact-${fact}` }, title), body)
        : h('fieldset', { class: classes }, h('legend', {}, title), body);
};

/** The questions of a form: `ask` is the next one, `relevant` those on which the answer still depends. */
export const questions = (page: Page, facts: Fact[], ask: string | null, relevant: string[], unused: Fact[], because = true) => {
    const given = factsOf(page.state.told);
    return asked(page, facts).map((fact) => {
        const value = page.state.told[fact];
        const matters = value ? !unused.includes(fact) : relevant.includes(fact);
        return question(page, fact, {
            next: fact === ask, idle: !matters,
            why: because && fact === ask ? why(page, given, fact) : null,
        });
    });
};

/** The day, the edition, the reading of ages. */
export const settings = (page: Page) => {
    const { labels, state, opened } = page;
    const choose = (name: keyof Told, label: string, options: [string, string][]) => h('div', { class: 'setting' },
        h('label', { for: `set-${name}` }, label),
        h('select', { id: `set-${name}`, onchange: (event) => page.tell({ [name]: (event.target as HTMLSelectElement).value || undefined }) },
            options.map(([value, text]) => h('option', { value, selected: value === (state.told[name] ?? '') }, text))));
    const editions = opened.told.editions.map((edition): [string, string] => [edition.number === 1 ? '' : String(edition.number), labels.edition(edition.number)]);
    return h('form', { class: 'settings', 'aria-label': labels.words.on, onsubmit: (event) => event.preventDefault() },
        h('div', { class: 'setting' }, h('label', { for: 'set-on' }, labels.words.on), h('input', {
            id: 'set-on', type: 'date', min: '0001-01-01', max: '9999-12-31', value: state.told.on ?? '', required: true,
            onchange: (event) => page.tell({ on: (event.target as HTMLInputElement).value || undefined }),
        })),
        editions.length > 1 ? choose('edition', labels.words.edition, editions) : null,
        choose('age_reading', labels.words.ageReading, [['', labels.of('age_reading', 'birthday')], ['day_after', labels.of('age_reading', 'day_after')]]));
};

/** The possible obligations; excluded ones are faded. */
const possible = (page: Page, found: Assessment) => h('div', { class: 'possible', role: 'status' },
    h('span', { class: 'hint' }, `${page.labels.words.possible}: `),
    valuesOf('obligation').map((one) => mark(page, one, !found.obligations.includes(one as never))));

export const person = (page: Page): Child => {
    const { labels, state } = page;
    const facts = factsOf(state.told);
    const found = tried(() => page.rules.assess(law(page), facts));
    const answered = 'answer' in found ? found.answer : null;
    const unused = answered ? idle(page, facts, answered) : [];
    const clear = (names: Fact[]) => page.tell(Object.fromEntries(names.map((name) => [name, undefined])));
    return [settings(page), h('div', { class: 'columns' },
        h('form', { class: 'form', 'aria-label': labels.words.facts, onsubmit: (event) => event.preventDefault() },
            h('h2', {}, labels.words.facts), h('p', { class: 'hint' }, labels.words.factsHint),
            questions(page, DECIDING, answered?.ask ?? null, answered?.relevant ?? DECIDING, unused),
            h('p', { class: 'actions' },
                unused.length > 0 ? h('button', { type: 'button', id: 'drop', onclick: () => clear(unused) }, labels.words.dropIdle) : null,
                h('button', { type: 'button', id: 'anew', onclick: () => clear(DECIDING) }, labels.words.startAnew))),
        h('div', { class: 'answer' },
            answered ? [possible(page, answered), answer(page, facts, answered)] : section(labels.words.answer, null, 'status' in found ? failure(page, found.status, found.code) : null)))];
};
