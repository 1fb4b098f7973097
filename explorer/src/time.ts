// Time: the years with their changes, and the days of a deadline in its months.
import type { DayState, FactsGiven, Term, TermQuestionGiven, Window } from '../../packages/kz-rules/src/index.ts';
import { VALUES } from '../../packages/kz-rules/src/index.ts';
import { at, between, birthday, daysOfMonth, weekday } from './days.ts';
import { type Child, h, svg } from './dom.ts';
import { factsOf, isDay, type Told } from './state.ts';
import { failure, ids, law, mark, type Page, provision, section, spans, milestones, tried } from './view.ts';

const FIRST = '2023-01-01';
const END = '2031-01-01';

/** The days on which the person reaches an age that matters to the law. */
const ages = (page: Page, birth: string | null | undefined) =>
    birth && isDay(birth) ? page.opened.told.ages.map((age) => ({ age, day: birthday(birth, Number(birth.slice(0, 4)) + age) })) : [];

/** The answers to the same facts over the years: `holds_until` leads from one day to the next. */
const answers = (page: Page, facts: FactsGiven) => {
    const days: string[] = [];
    for (let day: string | null = FIRST; day !== null && day < END;) {
        const found = tried(() => page.rules.assess(law(page), { ...facts, on: day! }));
        day = 'answer' in found ? found.answer.holds_until : null;
        if (day) days.push(day);
    }
    const birth = facts.birth && facts.birth > FIRST ? [facts.birth] : [];
    return spans(facts, FIRST, END, [...days, ...birth], (told) => page.rules.assess(law(page), told).obligations);
};

const x = (day: string, width: number) => ((at(day) - at(FIRST)) / (at(END) - at(FIRST))) * width;

const line = (page: Page, facts: FactsGiven, width: number) => {
    const { labels } = page;
    const found = answers(page, facts);
    const years = Array.from({ length: 8 }, (_, place) => 2023 + place);
    const reached = ages(page, facts.birth).filter(({ day }) => day >= FIRST && day < END);
    const changes = milestones(page, '2022-12-31', END);
    const on = facts.on!;
    const bar = found.map((span) => {
        const obligations = 'answer' in span.answer ? span.answer.answer : [];
        const [from, to] = [x(span.from, width), x(span.until, width)];
        return obligations.map((one, place) => svg('rect', {
            class: `span ${one}`, x: from, y: 58 + (place * 28) / obligations.length, width: Math.max(to - from - 1, 1), height: 28 / obligations.length,
        }, svg('title', {}, `${labels.of('obligation', one)}: ${labels.span(span.from, span.until)}`)));
    });
    return svg('svg', { class: 'timeline', viewBox: `0 0 ${width} 130`, width, height: 130, role: 'img', 'aria-label': labels.say('timeLine', { from: 2023, to: 2030 }) },
        years.map((year) => [
            svg('line', { class: 'year', x1: x(`${year}-01-01`, width), x2: x(`${year}-01-01`, width), y1: 30, y2: 100 }),
            svg('text', { class: 'year', x: x(`${year}-07-01`, width), y: 116, 'text-anchor': 'middle' }, width < 520 ? `’${String(year).slice(2)}` : String(year)),
        ]),
        bar,
        changes.map((change) => svg('path', { class: 'milestone', d: `M${x(change.day, width)} 56 l-5 -10 h10 z` }, svg('title', {}, labels.day(change.day)))),
        reached.map(({ age, day }) => svg('path', { class: 'birthday', d: `M${x(day, width)} 88 l-5 10 h10 z` },
            svg('title', {}, `${labels.day(day)}: ${labels.say('birthday', { age })}`))),
        on >= FIRST && on < END ? [
            svg('line', { class: 'today', x1: x(on, width), x2: x(on, width), y1: 26, y2: 100 }),
            svg('text', { class: 'today', x: Math.min(Math.max(x(on, width), 50), width - 50), y: 20, 'text-anchor': 'middle' }, labels.day(on)),
        ] : null);
};

/** The colours of the line, by the obligations in it. */
const colours = (page: Page, facts: FactsGiven) => {
    const all = new Set(answers(page, facts).flatMap((span) => ('answer' in span.answer ? span.answer.answer : [])));
    return h('ul', { class: 'legend' }, VALUES.kz_obligation!.filter((one) => all.has(one as never)).map((one) =>
        h('li', {}, h('span', { class: `key answer-${one}`, 'aria-hidden': 'true' }), page.labels.of('obligation', one))));
};

/** The events by day, as a list. */
const events = (page: Page, facts: FactsGiven) => {
    const { labels } = page;
    const all: { day: string; what: Child }[] = [];
    const names = (ids: (string | null)[]) => ids.map((id) => labels.provision(id!).label).join('; ');
    for (const change of milestones(page, '2022-12-31', END)) {
        if (change.started.length) all.push({ day: change.day, what: [h('em', {}, labels.words.starts), ': ', names(change.started)] });
        if (change.ended.length) all.push({ day: change.day, what: [h('em', {}, labels.words.ends), ': ', names(change.ended)] });
    }
    for (const { age, day } of ages(page, facts.birth)) {
        if (day >= FIRST && day < END) all.push({ day, what: labels.say('birthday', { age }) });
    }
    for (const span of answers(page, facts)) {
        if ('answer' in span.answer) all.push({ day: span.from, what: [`${labels.words.answer}: `, span.answer.answer.map((one) => mark(page, one))] });
    }
    all.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
    return h('dl', { class: 'events' }, all.map(({ day, what }) => [h('dt', {}, labels.day(day)), h('dd', {}, what)]));
};

const questionOf = (told: Told): TermQuestionGiven => ({
    from: told.event ?? null, on: told.on ?? null, week: (told.week ?? null) as TermQuestionGiven['week'],
    treaty: (told.treaty ?? null) as TermQuestionGiven['treaty'], treaty_days: told.treaty === 'days' ? Number(told.treaty_days ?? 0) : 0,
    stay_regime: (told.stay_regime ?? null) as TermQuestionGiven['stay_regime'], standing: (told.standing?.replace('?', '') || null) as TermQuestionGiven['standing'],
    arrived_to_live: (told.arrived_to_live ?? null) as TermQuestionGiven['arrived_to_live'], stay_until: told.stay_until ?? null,
});

const form = (page: Page, term: string) => {
    const { labels, state: { told } } = page;
    const tell = (name: string) => (event: Event) => page.tell({ [name]: (event.target as HTMLInputElement).value || undefined });
    const list = (name: keyof Told, label: string, set: string, open: boolean) => h('div', { class: 'setting' }, h('label', { for: `t-${name}` }, label),
        h('select', { id: `t-${name}`, onchange: tell(name) }, open ? h('option', { value: '' }, labels.words.notKnown) : null,
            VALUES[`kz_${set}`]!.map((value) => h('option', { value, selected: value === (told[name] ?? (name === 'term' ? term : '')) }, labels.of(set, value)))));
    const date = (name: keyof Told, label: string) => h('div', { class: 'setting' }, h('label', { for: `t-${name}` }, label),
        h('input', { id: `t-${name}`, type: 'date', min: '0001-01-01', max: '9999-12-31', value: told[name] ?? '', onchange: tell(name) }));
    return h('form', { class: 'settings', 'aria-label': labels.words.windows, onsubmit: (event) => event.preventDefault() },
        list('term', labels.words.term, 'term', false), date('event', labels.words.event), date('on', labels.words.on),
        list('standing', labels.fact('standing'), 'standing', true), list('arrived_to_live', labels.words.arrivedToLive, 'answer', true),
        list('stay_regime', labels.words.stayRegime, 'stay_regime', true), list('treaty', labels.words.treaty, 'treaty', true),
        told.treaty === 'days' ? h('div', { class: 'setting' }, h('label', { for: 't-treaty_days' }, labels.words.treatyDays),
            h('input', { id: 't-treaty_days', type: 'number', min: 1, max: 366, value: told.treaty_days ?? '', onchange: tell('treaty_days') })) : null,
        list('week', labels.words.week, 'week', false), date('stay_until', labels.words.stayUntil));
};

/** The state of a day in a window; null before `from`, or if there is none. */
const state = (page: Page, window: Window, from: string, day: string): DayState | null => {
    if (day < from) return null;
    const found = tried(() => page.rules.window_state(window, day));
    return 'answer' in found ? found.answer.state : null;
};

const months = (page: Page, window: Window, question: TermQuestionGiven) => {
    const { labels } = page;
    const from = question.from!;
    const last = window.lenient! > question.on! && between(window.lenient!, question.on!) > -62 ? window.lenient! : question.on! < window.lenient! ? question.on! : window.lenient!;
    const end = last > window.lenient! ? last : window.lenient!;
    const count = Math.min((Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7)) + 1, 14);
    const reasons: { day: string; reason: string }[] = [];
    const month = (place: number) => {
        const number = Number(from.slice(5, 7)) - 1 + place;
        const [year, which] = [Number(from.slice(0, 4)) + Math.floor(number / 12), (number % 12) + 1];
        const days = daysOfMonth(year, which);
        const cell = (day: string) => {
            const off = tried(() => page.rules.is_working_day(law(page), day, question.week ?? 'five', []));
            const reason = 'answer' in off && off.answer.working === 'no' ? off.answer.reason : null;
            if (reason && reason !== 'rest_day') reasons.push({ day, reason });
            const is = state(page, window, from, day);
            const marks = [day === from ? labels.words.legendEvent : null, day === question.on ? labels.words.today : null,
                is ? labels.of('day_state', is) : null, reason ? labels.of('reason', reason) : null].filter(Boolean).join('; ');
            return h('td', { class: [is, reason ? 'off' : '', day === from ? 'event' : '', day === question.on ? 'on' : ''].filter(Boolean).join(' '), title: marks },
                Number(day.slice(8)), h('span', { class: 'unseen' }, marks ? ` ${marks}` : ''));
        };
        const weeks: (string | null)[][] = [Array<string | null>(weekday(days[0]!)).fill(null)];
        for (const day of days) {
            if (weeks.at(-1)!.length === 7) weeks.push([]);
            weeks.at(-1)!.push(day);
        }
        return h('table', { class: 'month' }, h('caption', {}, labels.month(year, which)),
            h('thead', {}, h('tr', {}, labels.weekdays().map((name) => h('th', { scope: 'col' }, name)))),
            h('tbody', {}, weeks.map((week) => h('tr', {}, week.map((day) => (day ? cell(day) : h('td', {})))))));
    };
    const drawn = Array.from({ length: count }, (_, place) => month(place));
    const legend: [string, string][] = [['open', labels.words.legendOpen], ['contested', labels.words.legendContested], ['overdue', labels.words.legendOverdue],
        ['off', labels.words.legendOff], ['event', labels.words.legendEvent], ['on', labels.words.today]];
    return [
        h('ul', { class: 'legend' }, legend.map(([name, text]) => h('li', {}, h('span', { class: `key ${name}`, 'aria-hidden': 'true' }), text))),
        h('div', { class: 'months' }, drawn),
        reasons.length > 0 ? [h('h3', {}, labels.words.daysOff), h('ul', {}, reasons.map(({ day, reason }) => h('li', {}, `${labels.day(day)}: ${labels.of('reason', reason)}`)))] : null,
    ];
};

const deadline = (page: Page): Child => {
    const { labels, state: { told } } = page;
    const term = told.term ?? 'registration';
    const question = questionOf(told);
    const shown = [form(page, term)];
    if (!question.from) return section(labels.words.windows, null, shown);
    const found = tried(() => page.rules.window_get(law(page), term as Term, question, []));
    if (!('answer' in found)) return section(labels.words.windows, null, shown, failure(page, found.status, found.code));
    const window = found.answer;
    const day = window.outcome === 'window' ? tried(() => page.rules.window_state(window, question.on!)) : null;
    const now = day && 'answer' in day ? day.answer : null;
    return section(labels.words.windows, null, shown, h('div', { class: 'result', 'aria-live': 'polite' },
        h('p', { class: `verdict ${now?.state ?? 'open'}` }, now ? labels.of('day_state', now.state!) : labels.of('term_outcome', window.outcome!)),
        window.outcome === 'window' ? [
            h('p', {}, labels.say('strict', { day: window.strict! }), h('br'), labels.say('lenient', { day: window.lenient! })),
            now && now.days_late > 0 ? h('p', {}, labels.say('daysLate', { days: now.days_late })) : null,
            now && now.days_left > 0 ? h('p', {}, labels.say('daysLeft', { days: now.days_left })) : null,
            window.transitional === 'yes' ? h('p', {}, labels.words.transitional) : null,
            window.certainty === 'projected' ? h('p', { class: 'hint' }, labels.words.projected) : null,
        ] : h('p', {}, labels.sentence('term_outcome', window.outcome!) ?? labels.words.noWindow),
        window.covered === 'unknown' ? h('p', {}, labels.sentence('coverage', 'unknown')) : null),
    window.outcome === 'window' ? months(page, window, question) : null,
    ids([window.provision, window.covered_by]).map((id) => provision(page, id)),
    window.cautions.length > 0 ? [h('h3', {}, labels.words.cautions), ids(window.cautions).map((id) => provision(page, id))] : null);
};

export const time = (page: Page, width: number): Child => {
    const facts = factsOf(page.state.told);
    const { labels } = page;
    return [
        section(labels.say('timeLine', { from: 2023, to: 2030 }), labels.words.timeLineHint, line(page, facts, width), colours(page, facts),
            h('details', {}, h('summary', {}, labels.words.events), events(page, facts))),
        deadline(page),
    ];
};
