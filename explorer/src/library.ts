// The library and the law compiler, both wasm in the page, and the open laws.
import { instantiate } from '../../packages/kz-rules/src/runtime.ts';
import type { KzRules } from '../../packages/kz-rules/src/runtime.ts';
import type { Law } from '../../packages/kz-rules/src/interface.ts';

/** Values by the name of the fact: numbers of values, from 1; for `age` the numbers of bands. */
export type Values = Record<string, number[]>;
export interface Group { facts: Values; from: string | null; until: string | null }
export interface Diagnostic {
    error: boolean; code: string; line: number; column: number; start: number; end: number;
    message: string; help: string | null; related: { line: number; message: string }[];
}
export interface Row { line: number; obligation: string; basis: string; from: string | null; until: string | null; facts: Values }
export interface Edition { number: number; name: string; line: number; rows: Row[] }
export interface Step { line: number; step: string; where: string; gives: string; needs: string[]; provisions: string[] }
/** The compiler's description of a law. */
export interface Told {
    name: string; sequence: number; knownUntil: string; ages: number[]; questions: { number: number; id: string }[];
    editions: Edition[]; steps: Step[]; provisions: { id: string; line: number; substance: string }[];
    terms: { term: string; line: number; days: number; unit: string }[];
}
export interface Compiled { errors: Diagnostic[]; law?: Told }
export interface Side { line: number; main: string; basis: string }
export interface Change { old: Side | null; new: Side | null; groups: Group[]; sample?: Record<string, string> }
export interface Differences {
    changes: boolean; ages: number[];
    tables: { edition: number | null; heading: string; changes: Change[] }[];
    rows: { heading: string; key: string; old: { line: number; words: string } | null; new: { line: number; words: string } | null; decides: boolean }[];
    days: { day: string; old: string | null; new: string | null }[];
    editions: { number: number; name: string; added: boolean }[];
}
export interface Nearest { ways: { facts: Values; day: { from: string | null; until: string | null } | null }[] }

/** The compiler's questions. */
export class Compiler {
    private constructor(private readonly native: Record<string, (...all: number[]) => number>, private readonly memory: WebAssembly.Memory) {}

    static async of(wasm: BufferSource): Promise<Compiler> {
        const { instance } = await WebAssembly.instantiate(wasm, {});
        return new Compiler(instance.exports as never, instance.exports.memory as WebAssembly.Memory);
    }

    private bytes(question: object): Uint8Array {
        const text = new TextEncoder().encode(JSON.stringify(question));
        const at = this.native.law_new!(text.length);
        new Uint8Array(this.memory.buffer, at, text.length).set(text);
        const length = this.native.law_ask!();
        return new Uint8Array(this.memory.buffer, this.native.law_answer!(), length).slice();
    }

    private json<Answer>(question: object): Answer {
        const answer = JSON.parse(new TextDecoder().decode(this.bytes(question))) as Answer & { error?: string };
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer;
    }

    compile = (law: number, page: string) => this.json<Compiled>({ ask: 'compile', law, page });
    findings = (page: string) => this.json<{ findings: Diagnostic[] }>({ ask: 'findings', page }).findings;
    pack = (law: number, texts: Record<string, string>) => this.bytes({ ask: 'pack', law, texts });
    whom = (law: number, edition: number, row: number) => this.json<{ groups: Group[] }>({ ask: 'whom', law, edition, row });
    nearest = (law: number, edition: number, on: string, facts: Values, obligation: string) =>
        this.json<Nearest>({ ask: 'nearest', law, edition, on, facts, obligation });
    differences = (old: number, after: number) => this.json<Differences>({ ask: 'differences', old, new: after });
    days = (law: number, edition: number, before: string, after: string) =>
        this.json<{ changes: Change[] }>({ ask: 'days', law, edition, before, after });
}

/** A law as a page with its texts, compiled and opened. */
export interface Opened {
    page: string;
    texts: Record<string, string>;
    /** Its number in the compiler. */
    number: number;
    told: Told;
    /** Null: the built-in law. */
    law: Law | null;
}

/** Numbers in the compiler. */
export const BUILT_IN = 0;
export const BEFORE = 1;
export const EDITED = 2;

export interface Library { rules: KzRules; compiler: Compiler; builtIn: Opened }

export const start = async (rules: BufferSource, compiler: BufferSource, page: string, texts: Record<string, string>): Promise<Library> => {
    const library = { rules: await instantiate(rules), compiler: await Compiler.of(compiler) };
    const { law: told } = library.compiler.compile(BUILT_IN, page);
    if (!told) throw new Error('the page of the law is no law');
    return { ...library, builtIn: { page, texts, number: BUILT_IN, told, law: null } };
};

/** The compiled law of a page, opened from its pack as on a device. */
export const open = ({ rules, compiler }: Library, number: number, page: string, texts: Record<string, string>, told: Told): Opened => {
    const name = new Uint8Array(32);
    name.set(new TextEncoder().encode(told.name));
    return { page, texts, number, told, law: rules.open(compiler.pack(number, texts), null, { sequence: 0, name }) };
};
