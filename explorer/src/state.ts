// The state, in the fragment of the address: so an answer can be sent as a link, and nothing is stored elsewhere.
import type { Day, Fact, FactsGiven } from '../../packages/kz-rules/src/index.ts';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const VIEWS = ['person', 'time', 'way', 'law', 'changes'] as const;
export type View = (typeof VIEWS)[number];

/** The facts with values of a closed set: those that decide, and those that only a plan uses. */
export const DECIDING: Fact[] = ['occasion', 'standing', 'birth', 'fingerprinted', 'action', 'visa_channel', 'permanent_resident',
    'held_at_commencement', 'question_1', 'question_2', 'question_3', 'question_4'];
export const PLANNING: Fact[] = ['location', 'may_enter', 'has_iin', 'mission_in_pilot', 'mission_takes_fingerprints',
    'passport_in_foreign_language'];
/** Never asked, and so never declined. */
export const NEVER_ASKED: Fact = 'held_at_commencement';

/** What the fragment may contain besides language and view. */
const OF_DEADLINES = ['term', 'event', 'week', 'treaty', 'treaty_days', 'stay_regime', 'arrived_to_live', 'stay_until'] as const;
const OF_PAGES = ['row', 'mode', 'page', 'before', 'after'] as const;
const SETTINGS = ['on', 'edition', 'age_reading'] as const;
type Name = (typeof OF_DEADLINES)[number] | (typeof OF_PAGES)[number] | (typeof SETTINGS)[number] | Fact;
const NAMES: readonly string[] = [...SETTINGS, ...DECIDING, ...PLANNING, ...OF_DEADLINES, ...OF_PAGES];

/** In the fragment: a fact that the person does not know. */
export const DECLINED = '?';

export type Told = Partial<Record<Name, string>>;

export interface State {
    language: Language;
    view: View;
    told: Told;
}

const today = (): Day => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** The state of a fragment, with defaults for what is missing. */
export const read = (fragment: string): State => {
    const said = new URLSearchParams(fragment.replace(/^#/, ''));
    const told: Told = { on: today() };
    for (const [name, value] of said) {
        if (NAMES.includes(name) && value !== '') told[name as Name] = value;
    }
    const preferred = [said.get('lang'), ...navigator.languages.map((one) => one.slice(0, 2)), 'ru'];
    const language = preferred.find((one) => LANGUAGES.includes(one as Language)) as Language;
    const view = VIEWS.find((one) => one === said.get('view')) ?? 'person';
    return { language, view, told };
};

export const written = ({ language, view, told }: State): string => {
    const said = new URLSearchParams({ lang: language, view });
    for (const name of NAMES) {
        const value = told[name as Name];
        if (value) said.set(name, value);
    }
    return `#${said}`;
};

const PRECISION = ['year', 'month', 'day'] as const;
const birthPrecision = (birth: string) => PRECISION[birth.split('-').length - 1] ?? null;

/** The facts of the person, for the library. */
export const factsOf = (told: Told): FactsGiven => {
    const facts: Record<string, unknown> = { on: told.on ?? null };
    const declined: Fact[] = [];
    for (const fact of [...DECIDING, ...PLANNING]) {
        const value = told[fact];
        if (!value) continue;
        // A partly known birth date may be declined too: `1990?`.
        if (value.endsWith(DECLINED)) declined.push(fact);
        const known = value.replace(DECLINED, '');
        if (known) facts[fact] = known;
        if (known && fact === 'birth') facts.birth_precision = birthPrecision(known);
    }
    if (told.edition) facts.edition = Number(told.edition);
    if (told.age_reading) facts.age_reading = told.age_reading;
    return { ...facts, declined } as FactsGiven;
};

/** Whether a text is a day, or with `part` a year, or a year and a month. */
export const isDay = (text: string, part = false): boolean => {
    if (part && /^\d{4}$/.test(text)) return text !== '0000';
    if (part && /^\d{4}-\d{2}$/.test(text)) return isDay(`${text}-01`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
