// Labels in the language of the page: texts of the law and the library first, else the page's own words.
import type { Law, Vocabulary } from '../../packages/kz-rules/src/index.ts';
import { VALUES } from '../../packages/kz-rules/src/index.ts';
import type { KzRules } from '../../packages/kz-rules/src/runtime.ts';
import type { Opened, Values } from './library.ts';
import type { Language } from './state.ts';
import { en, type Words } from './words/en.ts';
import { kk } from './words/kk.ts';
import { ru } from './words/ru.ts';

export const WORDS: Record<Language, Words> = { kk, ru, en };
export const NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The closed set of a fact's values. */
const SETS: Record<string, string> = {
    occasion: 'occasion', standing: 'standing', action: 'action', visa_channel: 'visa_channel', location: 'location',
    obligation: 'obligation', covered: 'coverage', stay_regime: 'stay_regime', treaty: 'treaty',
};
export const setOf = (fact: string): string => SETS[fact] ?? 'answer';
export const valuesOf = (fact: string): readonly string[] => VALUES[`kz_${setOf(fact)}`]!;

export class Labels {
    readonly words: Words;

    constructor(private readonly rules: KzRules, private readonly opened: Opened, readonly language: Language) {
        this.words = WORDS[language];
    }

    private get law(): Law | null {
        return this.opened.law;
    }

    /** One of the page's words, with its blanks filled in; `day` is a day in the grammatical case of the blank. */
    say(word: keyof Words, blanks: Record<string, string | number> = {}): string {
        return this.words[word].replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form?: string) => {
            const value = String(blanks[name] ?? '');
            return name === 'day' ? this.day(value, form) : value;
        });
    }

    private text(of: Vocabulary, number: number, sentence = false): string | null {
        // A law without its own texts uses its names.
        return this.rules.text(this.language, this.law, of, number, sentence);
    }

    private number(of: string, name: string): number {
        return VALUES[`kz_${of}`]!.indexOf(name) + 1;
    }

    /** A value of a closed set. */
    of(set: string, name: string): string {
        return this.text(set, this.number(set, name)) ?? name;
    }

    sentence(set: string, name: string): string | null {
        return this.text(set, this.number(set, name), true);
    }

    /** What the person is asked, in a few words. */
    fact(fact: string): string {
        if (fact === 'age') return this.words.age;
        const own = this.opened.told.questions.find((question) => question.id === fact);
        const name = own ? `question_${own.number}` : fact;
        if (VALUES.kz_fact!.includes(name)) return this.question(name) ?? this.of('fact', name);
        const other: Record<string, string> = { stay_regime: this.words.stayRegime, treaty: this.words.treaty, arrived_to_live: this.words.arrivedToLive };
        return other[name] ?? this.texts.get(name) ?? name;
    }

    /** Labels of another law by their identifiers: those of its questions, in the language of the page. */
    private texts = new Map<string, string>();

    /** The same labels; for what only another law has, those of its texts. */
    with(texts: string): Labels {
        const both = new Labels(this.rules, this.opened, this.language);
        for (const [, id, label] of texts.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)) both.texts.set(id!, label!);
        return both;
    }

    /** A question of the law, which has a text of the law. */
    private question(fact: string): string | null {
        const number = /^question_(\d)$/.exec(fact)?.[1];
        return number === undefined ? null : this.rules.text(this.language, this.law, 'fact', this.number('fact', fact));
    }

    value(fact: string, name: string): string {
        return this.of(setOf(fact), name);
    }

    provision(id: string): { label: string; sentence: string | null } {
        const number = this.rules.provisions(this.law).get(id) ?? 0;
        return { label: this.text('provision', number) ?? id, sentence: this.text('provision', number, true) };
    }

    edition(number: number): string {
        return this.text('edition', number) ?? this.opened.told.editions.find((edition) => edition.number === number)?.name ?? String(number);
    }

    /** A day in words; in Kazakh "from" and "until" need different forms. */
    day(day: string, form?: string): string {
        const [year, month, number] = day.split('-').map(Number);
        const months = form === 'from' ? this.words.monthsFrom : form === 'to' ? this.words.monthsTo : this.words.monthsInDay;
        return this.say('wholeDay', { year: year!, number: number!, month: months.split('|')[month! - 1]! });
    }

    month(year: number, month: number): string {
        return `${this.words.months.split('|')[month - 1]} ${year}`;
    }

    weekdays(): string[] {
        return this.words.weekdays.split('|');
    }

    span(from: string | null, until: string | null): string {
        return [from && this.say('from', { day: from }), until && this.say(from ? 'until' : 'before', { day: until })]
            .filter(Boolean).join(' ');
    }

    /** Age bands; the law defines their years. */
    ages(bands: number[], ages: number[] = this.opened.told.ages): string {
        const runs: [number, number][] = [];
        for (const band of bands) {
            const last = runs.at(-1);
            if (last && last[1] === band - 1) last[1] = band;
            else runs.push([band, band]);
        }
        return runs.map(([first, last]) => {
            const from = ages[first - 2];
            const until = ages[last - 1];
            if (from === undefined) return until === undefined ? this.words.everybody : this.say('under', { age: until });
            return until === undefined ? this.say('fromAge', { age: from }) : this.say('ageBetween', { from, to: until - 1 });
        }).join(` ${this.words.or} `);
    }

    /** The values of a fact, joined. */
    values(fact: string, numbers: number[], ages?: number[]): string {
        if (fact === 'age') return this.ages(numbers, ages);
        const all = valuesOf(fact);
        if (numbers.length > all.length / 2 + 1) {
            const others = all.filter((_, place) => !numbers.includes(place + 1));
            return this.say('allBut', { values: others.map((name) => this.value(fact, name)).join(', ') });
        }
        return numbers.map((number) => this.value(fact, all[number - 1]!)).join(` ${this.words.or} `);
    }

    /** Persons in words: a part for each fact that is given. */
    persons(facts: Values, ages?: number[]): { fact: string; values: string }[] {
        // In the order in which facts are asked for.
        const order = (fact: string) => (VALUES.kz_fact!.indexOf(fact === 'age' ? 'birth' : fact) + 1) || VALUES.kz_fact!.length;
        const told = Object.entries(facts).sort(([one], [other]) => order(one) - order(other));
        return told.map(([fact, numbers]) => ({ fact: this.fact(fact), values: this.values(fact, numbers, ages) }));
    }
}
