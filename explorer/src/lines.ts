// Lines of vectors, answered with the calls that the views make. A test compares the answers.
import { KzError, vocabulary, type KzRules, type Law, type Term, type TermQuestionGiven, type Event, type PlaceOfStay, VALUES, type Zone, type Week } from
    '../../packages/kz-rules/src/index.ts';
import { factsOf, isDay, type Told } from './state.ts';

export type Line = Record<string, string>;
type Answered = Record<string, unknown>;

/** An error that is found in the input itself. */
class Bad extends Error {}
const bad = (column: string): never => {
    throw new Bad(`bad_${column}`);
};
const day = (line: Line, column: string): string => (isDay(line[column] ?? '') ? line[column]! : bad(column));
const maybeDay = (line: Line, column: string) => (line[column] ? day(line, column) : null);
const word = (line: Line, column: string, set: string) => {
    if (!line[column]) return null;
    return VALUES[set]!.includes(line[column]) ? line[column] : bad(column);
};
const number = (line: Line, column: string) => {
    if (!line[column]) return 0;
    if (!/^\d+$/.test(line[column]) || Number(line[column]) > 65535) bad(column);
    // In C zero means that the number is not known.
    if (Number(line[column]) === 0) throw new Bad('stay_rule');
    return Number(line[column]);
};
const SETS: Record<string, string> = {
    standing: 'kz_standing', occasion: 'kz_occasion', action: 'kz_action', visa_channel: 'kz_visa_channel', location: 'kz_location',
    age_reading: 'kz_age_reading',
};

const told = (rules: KzRules, law: Law | null, line: Line): Told => {
    const out: Told = {};
    for (const [column, value] of Object.entries(line)) {
        if (column.startsWith('=') || ['id', 'who', 'provision', 'source', 'identifier'].includes(column) || value === '') continue;
        if (column === 'on') out.on = day(line, 'on');
        else if (column === 'birth') {
            if (!isDay(value, true)) bad('birth');
            out.birth = value;
        } else if (column === 'edition') {
            const names = [1, 2, 3, 4].map((edition) => rules.name(law, vocabulary('edition'), edition));
            out.edition = names.includes(value) ? String(names.indexOf(value) + 1) : bad('edition');
        } else if (column !== 'declined') {
            out[column as keyof Told] = word(line, column, SETS[column] ?? 'kz_answer')!;
        }
    }
    for (const fact of line.declined ? line.declined.split('|') : []) {
        if (!VALUES.kz_fact!.includes(fact) || fact === 'held_at_commencement') bad('declined');
        out[fact as keyof Told] = `${out[fact as keyof Told] ?? ''}?`;
    }
    if (!out.on) bad('on');
    return out;
};

const treaty = (line: Line): Pick<TermQuestionGiven, 'treaty' | 'treaty_days'> => {
    const text = line.treaty ?? '';
    if (text === '') return {};
    if (text === 'none' || text === 'exempt') return { treaty: text };
    return /^\d+$/.test(text) && Number(text) < 65536 ? { treaty: 'days', treaty_days: Number(text) } : bad('treaty');
};

const assess = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const found = rules.assess(law, factsOf(told(rules, law, line)));
    return {
        obligations: found.obligations, basis: [...found.basis].sort(), ask: found.ask, relevant: found.relevant,
        holds_until: found.holds_until, conflict: found.conflict.filter(Boolean), cautions: found.cautions, law: found.law,
    };
};

const plan = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const found = rules.plan(law, factsOf(told(rules, law, line)));
    return {
        verdict: found.verdict, steps: found.steps.map((step) => step.step), blocked: found.blocked, basis: found.basis, ask: found.ask,
        ways_out: found.ways_out, cautions: found.cautions, law: found.law,
    };
};

const terms = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const term = word(line, 'kind', 'kz_term') ?? bad('kind');
    const question = {
        from: day(line, 'from'), on: day(line, 'on'), week: word(line, 'week', 'kz_week'), ...treaty(line),
        stay_regime: word(line, 'stay_regime', 'kz_stay_regime'), standing: word(line, 'standing', 'kz_standing'),
        arrived_to_live: word(line, 'arrived_to_live', 'kz_answer'), stay_until: maybeDay(line, 'stay_until'),
    } as TermQuestionGiven;
    const found = rules.window_get(law, term as Term, question, []);
    const window = found.outcome === 'window';
    const at = window ? rules.window_state(found, question.on!) : null;
    return {
        covered: found.outcome === 'not_in_force' ? null : found.covered,
        note: found.outcome === 'not_in_force' ? 'not_in_force' : found.transitional === 'yes' ? 'transitional' : '',
        strict: found.strict, lenient: found.lenient, state: at?.state, days_left: at?.days_left, days_late: at?.days_late,
        certainty: found.certainty, cautions: found.cautions, law: found.law,
    };
};

const registration = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const given = treaty(line);
    if (given.treaty === 'exempt') bad('treaty');
    let registered = rules.case_init({
        arrived_on: day(line, 'arrived_on'), stay_until: maybeDay(line, 'stay_until'), ...given, week: word(line, 'week', 'kz_week') as Week,
    });
    let status = 'ok';
    const items = VALUES.kz_data_item!;
    for (const text of line.script ? line.script.split(';') : []) {
        const [event, rest = ''] = text.split('@');
        const [on, ...more] = rest.split('/');
        const lacks = (more[0] ?? '').split('-').slice(1);
        const happens = {
            event: event as Event, on: on!,
            ...(event === 'submit' ? { data: items.filter((item) => !lacks.includes(item)), place: (VALUES.kz_place_of_stay!.includes(more[1]!) ? more[1] : null) as PlaceOfStay } : {}),
            ...(event === 'stay_extended' ? { stay_until: more[0] } : {}),
        };
        try {
            registered = rules.case_apply(law, registered, happens as never);
        } catch (error) {
            if (!(error instanceof KzError)) throw error;
            status = error.code;
            break;
        }
    }
    const view = rules.case_get(law, registered);
    let window = null;
    try {
        window = rules.case_window(law, registered, []);
    } catch (error) {
        if (!(error instanceof KzError)) throw error;
        if (status === 'ok') status = error.code;
    }
    return {
        status, state: view.state, ground: view.finding, registrations: view.registrations, deregistered_on: view.deregistered_on,
        stay_until: view.stay_until, strict: window?.strict, lenient: window?.lenient,
    };
};

const stay = (rules: KzRules, _: Law | null, line: Line): Answered => {
    const stays = (line.stays ? line.stays.split(';') : []).map((text) => {
        const [entered, left] = text.split('/');
        return { entered: isDay(entered!) ? entered! : bad('stays'), left: left ? (isDay(left) ? left : bad('stays')) : null };
    });
    const rule = { per_entry: number(line, 'per_entry'), total: number(line, 'total'), window: number(line, 'window') };
    const found = rules.stay_count(day(line, 'on'), rule, stays);
    const last = (of: typeof found.last_strict) => (of.kind === null || of.kind === 'day' ? of.day : of.kind);
    return {
        state: found.state, used_strict: found.used_strict, used_lenient: found.used_lenient, last_strict: last(found.last_strict),
        last_lenient: last(found.last_lenient), next_entry: found.next_entry,
    };
};

const country = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const found = rules.country_get(law, day(line, 'on'), line.country ?? '');
    const some = (value: number) => value || null;
    return {
        pilot: found.pilot, stay_regime: found.stay_regime, per_entry: some(found.stay.per_entry), total: some(found.stay.total),
        window: some(found.stay.window), treaty: some(found.treaty), provisions: found.provisions,
    };
};

const iin = (rules: KzRules, _: Law | null, line: Line): Answered => ({ ...rules.iin_check(line.iin ?? '') });

const calendar = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const found = rules.is_working_day(law, day(line, 'date'), word(line, 'week', 'kz_week') as Week, []);
    return { working: found.working, certainty: found.certainty };
};

const clock = (rules: KzRules, law: Law | null, line: Line): Answered => {
    const unix = /^-?\d+$/.test(line.unix ?? '') ? BigInt(line.unix!) : bad('unix');
    return { date: rules.local_date(law, unix as bigint, (word(line, 'zone', 'kz_zone') ?? bad('zone')) as Zone) };
};

export const KINDS = { assess, plan, terms, registration, stay, country, iin, calendar, clock };

/** The answer to a line by column, with `status`; lists are joined with `|`, unknown values are empty. */
export const answer = (rules: KzRules, law: Law | null, kind: keyof typeof KINDS, line: Line): Line => {
    let found: Answered;
    try {
        found = KINDS[kind](rules, law, line);
    } catch (error) {
        if (!(error instanceof KzError || error instanceof Bad)) throw error;
        found = { status: error instanceof KzError ? error.code : error.message };
    }
    const cells: Line = { status: 'ok' };
    for (const [name, value] of Object.entries(found)) {
        cells[name] = Array.isArray(value) ? value.join('|') : value === null || value === undefined ? '' : String(value);
    }
    return cells;
};
