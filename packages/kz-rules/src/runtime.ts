// Calls the C interface in wasm: writes arguments into the structs of the header, calls, and reads the results.
// interface.ts, generated from the header, describes the structs.
import { ABI, CALLS, CONSTANTS, STRUCTS, VALUES } from './interface.ts';
import type { Field, Functions, Law, Parameter } from './interface.ts';

/** An error: the status as a number and by name, such as `bad_on`. */
export class KzError extends Error {
    constructor(readonly status: number, readonly code: string) {
        super(code);
        this.name = 'KzError';
    }
}

/** The interface, with what JavaScript needs in addition. */
export interface KzRules extends Functions {
    /** Opens a pack by its key. Without a key the signature is not checked: for a pack that was verified on receipt. */
    open(pack: Uint8Array, key?: Uint8Array | null, atLeast?: { sequence?: number; name?: Uint8Array }): Law;
    /** Frees the memory of a law that is no longer used. */
    close(law: Law): void;
    /** The text of a value in a language: a label, or a sentence if there is one. */
    text(language: 'kk' | 'ru' | 'en', law: Law | null, vocabulary: Vocabulary, value: number, sentence?: boolean): string | null;
    /** The numbers of a law's provisions by identifier, in the order of the page. */
    provisions(law: Law | null): ReadonlyMap<string, number>;
}

/** A vocabulary, by the end of its constant: `obligation` for KZ_VOCABULARY_OBLIGATION. */
export type Vocabulary = string;

const PAGE = 65536;
const SCRATCH = 2 * PAGE;

/** The number of a vocabulary. */
export const vocabulary = (name: Vocabulary): number => {
    const number = CONSTANTS[`KZ_VOCABULARY_${name.toUpperCase()}`];
    if (number === undefined) throw new TypeError(`no vocabulary ${name}`);
    return number;
};

/** The interface of the library in this wasm module. */
export const instantiate = async (wasm: BufferSource | WebAssembly.Module): Promise<KzRules> => {
    const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
    const instance = await WebAssembly.instantiate(module, {});
    return new Memory(instance).functions();
};

type Native = Record<string, (...all: (number | bigint)[]) => number>;
type Given = Record<string, unknown>;

/** Laws are kept between calls; everything else lies in one scratch area that each call reuses. */
class Memory {
    private readonly native: Native;
    private readonly memory: WebAssembly.Memory;
    private readonly start: number;
    private readonly decoder = new TextDecoder();
    private next = 0;
    private readonly free: { at: number; size: number }[] = [];
    private readonly sizes = new Map<number, number>();
    private readonly ids = new Map<number, { names: Map<string, (string | null)[]>; numbers: Map<string, number> }>();

    constructor(instance: WebAssembly.Instance) {
        this.native = instance.exports as unknown as Native;
        this.memory = instance.exports.memory as WebAssembly.Memory;
        this.start = this.memory.grow(SCRATCH / PAGE) * PAGE;
        const version = this.native.kz_abi_version?.();
        if (version !== ABI) throw new Error(`the wasm has version ${version} of the interface, and not ${ABI}`);
    }

    functions(): KzRules {
        const functions: Record<string, (...given: unknown[]) => unknown> = {};
        for (const name of Object.keys(CALLS)) functions[name] = (...given) => this.call(name, given);
        const all = functions as unknown as KzRules;
        all.open = (pack, key, atLeast = {}) => {
            if (key) {
                const end = pack.length - (CONSTANTS.KZ_SIGNATURE_BYTES ?? 0);
                all.ed25519(key, pack.subarray(0, Math.max(end, 0)), pack.subarray(Math.max(end, 0)));
            }
            return all.law_open_already_verified(pack, atLeast as never);
        };
        all.close = (law) => this.close(law);
        all.text = (language, law, of, value, sentence = false) =>
            all[`text_${language}`](law, vocabulary(of), value, sentence ? 'sentence' : 'label');
        all.provisions = (law) => this.named(law).numbers;
        return all;
    }

    private call(name: string, given: unknown[]): unknown {
        const { parameters, returns } = CALLS[name]!;
        this.next = this.start;
        const values = [...given];
        const law = parameters.some((one) => one.kind === 'law') ? (values[0] as Law | null) : null;
        const passed: (number | bigint)[] = [];
        const outputs: { of: Parameter; at: number }[] = [];
        for (const of of parameters) {
            if (of.kind === 'newLaw') {
                const at = this.keep(8 * 64);
                outputs.push({ of, at });
                passed.push(at);
            } else if (of.output) {
                const at = this.take(of.size!);
                outputs.push({ of, at });
                passed.push(at);
            } else {
                this.pass(of, values.shift(), law, passed, outputs);
            }
        }
        const result = this.native[`kz_${name}`]!(...passed);
        if (returns !== 'kz_status') return this.returned(returns, result);
        const made = outputs.find(({ of }) => of.kind === 'newLaw');
        if (result !== 0) {
            if (made) this.close({ at: made.at });
            throw new KzError(result, this.string(this.native.kz_status_name!(result)) ?? 'unknown');
        }
        const output = outputs[0];
        if (made) return { at: made.at };
        return output && this.read({ ...output.of, kind: output.of.what ?? 'struct' } as unknown as Field, output.at, law);
    }

    private pass(of: Parameter, value: unknown, law: Law | null, passed: (number | bigint)[], outputs: { of: Parameter; at: number }[]) {
        const bytes = (what: Uint8Array) => {
            const at = this.take(what.length);
            new Uint8Array(this.memory.buffer, at, what.length).set(what);
            passed.push(at);
        };
        if (of.kind === 'law') {
            passed.push((value as Law | null)?.at ?? 0);
        } else if (of.kind === 'chars' || of.kind === 'buffer') {
            const what = of.kind === 'chars' ? new TextEncoder().encode(value as string) : (value as Uint8Array);
            // A pack is read in place while its law is used.
            if (of.name === 'pack') {
                const at = this.keep(what.length);
                new Uint8Array(this.memory.buffer, at, what.length).set(what);
                passed.push(at);
            } else {
                bytes(what);
            }
            passed.push(what.length);
        } else if (of.kind === 'raw') {
            bytes(value as Uint8Array);
        } else if (of.kind === 'array') {
            const all = (value as Given[] | undefined) ?? [];
            const { size } = STRUCTS[of.of!]!;
            const at = this.take(size * all.length);
            all.forEach((one, place) => this.write(of.of!, at + place * size, one, law));
            passed.push(all.length ? at : 0, all.length);
        } else if (of.kind === 'in' || of.kind === 'change') {
            const at = this.take(STRUCTS[of.of!]!.size);
            this.write(of.of!, at, (value as Given) ?? {}, law);
            passed.push(at);
            if (of.kind === 'change') outputs.push({ of, at });
        } else if (of.kind === 'date') {
            const at = this.take(4);
            this.put({ kind: 'date', name: of.name, at: 0, size: 4 }, at, value, law);
            passed.push(at);
        } else {
            passed.push(typeof value === 'bigint' ? value : this.numbered({ ...of, at: 0, size: 4 }, value, law));
        }
    }

    /** Zeroed memory in the scratch area. */
    private take(size: number): number {
        const at = this.next;
        this.next = Math.ceil((at + Math.max(size, 1)) / 8) * 8;
        if (this.next > this.start + SCRATCH) throw new RangeError('more than a call has room for');
        new Uint8Array(this.memory.buffer, at, size).fill(0);
        return at;
    }

    /** Memory that stays. */
    private keep(size: number): number {
        const found = this.free.findIndex((area) => area.size >= size);
        const area = found >= 0 ? this.free.splice(found, 1)[0]! : {
            at: this.memory.grow(Math.ceil(size / PAGE)) * PAGE, size: Math.ceil(size / PAGE) * PAGE,
        };
        this.sizes.set(area.at, area.size);
        this.kept.push(area.at);
        return area.at;
    }

    private kept: number[] = [];

    private close(law: Law) {
        this.ids.delete(law.at);
        // Pack and law were allocated one after the other, the pack first.
        const place = this.kept.indexOf(law.at);
        for (const at of this.kept.splice(Math.max(place - 1, 0), place < 0 ? 0 : 2)) {
            this.free.push({ at, size: this.sizes.get(at)! });
        }
    }

    private named(law: Law | null) {
        const at = law?.at ?? 0;
        let known = this.ids.get(at);
        if (!known) {
            known = { names: new Map(), numbers: new Map() };
            this.ids.set(at, known);
            for (let place = 0; ; place++) {
                const number = this.native.kz_provision_at!(at, place);
                if (number === 0) break;
                known.numbers.set(this.name(at, 'provision', number)!, number);
            }
        }
        return known;
    }

    private name(law: number, of: string, number: number): string | null {
        return number === 0 ? null : this.string(this.native.kz_name!(law, vocabulary(of), number));
    }

    private returned(returns: string, value: number): unknown {
        if (returns.startsWith('const char')) return this.string(value);
        const names = VALUES[returns];
        return names ? names[value - 1] ?? null : value;
    }

    private string(at: number): string | null {
        if (at === 0) return null;
        const bytes = new Uint8Array(this.memory.buffer, at);
        return this.decoder.decode(bytes.subarray(0, bytes.indexOf(0)));
    }

    private view(): DataView {
        return new DataView(this.memory.buffer);
    }

    private number(at: number, size: number, signed = false): number {
        const view = this.view();
        if (size === 1) return view.getUint8(at);
        if (size === 2) return view.getUint16(at, true);
        return signed ? view.getInt32(at, true) : view.getUint32(at, true);
    }

    private read(field: Field, at: number, law: Law | null): unknown {
        switch (field.kind) {
            case 'struct': return this.readStruct(field.of!, at, law);
            case 'bytes': return new Uint8Array(this.memory.buffer, at, field.count![0]).slice();
            case 'letters': return this.string(at) || null;
            case 'text': return this.string(this.number(at, 4));
            case 'big': return this.view().getBigUint64(at, true);
            case 'date': {
                const [year, month, day] = [this.number(at, 2), this.number(at + 2, 1), this.number(at + 3, 1)];
                if (year === 0) return null;
                const parts = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
                return parts.slice(0, month === 0 ? 1 : day === 0 ? 2 : 3).join('-');
            }
            case 'set': {
                const bits = this.number(at, 4);
                return VALUES[field.of!]!.filter((_, place) => (bits >>> place) & 1);
            }
            case 'value': return VALUES[field.of!]![this.number(at, field.size) - 1] ?? null;
            case 'named': return this.name(law?.at ?? 0, field.of!, this.number(at, 2));
            default: return this.number(at, field.size, field.signed);
        }
    }

    private readStruct(name: string, at: number, law: Law | null): Given {
        const out: Given = {};
        for (const field of STRUCTS[name]!.fields) {
            if (field.kind === 'bytes' || field.kind === 'letters' || !field.count) {
                out[field.name] = this.read(field, at + field.at, law);
                continue;
            }
            const most = field.count.reduce((all, count) => all * count, 1);
            const count = field.given === undefined ? most : Math.min(this.number(at + field.given, field.givenSize!), most);
            out[field.name] = Array.from({ length: count }, (_, place) => this.read(field, at + field.at + place * field.size, law));
        }
        // The name of a law has no closing NUL.
        if (name === 'kz_law_identity') {
            const field = STRUCTS[name]!.fields.find((one) => one.name === 'name')!;
            const bytes = new Uint8Array(this.memory.buffer, this.number(at + field.at, 4), this.number(at + field.at + 4, 4));
            out.name = this.decoder.decode(bytes);
        }
        return out;
    }

    private write(name: string, at: number, given: Given, law: Law | null) {
        const { fields } = STRUCTS[name]!;
        for (const key of Object.keys(given)) {
            if (!fields.some((field) => field.name === key)) throw new TypeError(`${name} has no field ${key}`);
        }
        for (const field of fields) {
            const value = given[field.name];
            if (value === undefined || value === null) continue;
            if (field.kind === 'bytes') {
                new Uint8Array(this.memory.buffer, at + field.at, field.count![0]).set(value as Uint8Array);
            } else if (field.kind === 'letters') {
                new TextEncoder().encodeInto(value as string, new Uint8Array(this.memory.buffer, at + field.at, field.count![0]! - 1));
            } else if (field.count) {
                const all = value as unknown[];
                all.forEach((one, place) => this.put(field, at + field.at + place * field.size, one, law));
                if (field.given !== undefined) this.store(at + field.given, field.givenSize!, all.length);
            } else {
                this.put(field, at + field.at, value, law);
            }
        }
    }

    private put(field: Field, at: number, value: unknown, law: Law | null) {
        if (field.kind === 'struct') {
            this.write(field.of!, at, value as Given, law);
        } else if (field.kind === 'big') {
            this.view().setBigUint64(at, value as bigint, true);
        } else if (field.kind === 'text') {
            const text = new TextEncoder().encode(`${value as string}\0`);
            const place = this.take(text.length);
            new Uint8Array(this.memory.buffer, place, text.length).set(text);
            this.store(at, 4, place);
        } else if (field.kind === 'date') {
            const [year = 0, month = 0, day = 0] = value === null ? [] : String(value).split('-').map(Number);
            this.store(at, 2, year);
            this.store(at + 2, 1, month);
            this.store(at + 3, 1, day);
        } else {
            this.store(at, field.size, this.numbered(field, value, law));
        }
    }

    private store(at: number, size: number, value: number) {
        const view = this.view();
        if (size === 1) view.setUint8(at, value);
        else if (size === 2) view.setUint16(at, value, true);
        else view.setUint32(at, value >>> 0, true);
    }

    private numbered(field: Field, value: unknown, law: Law | null): number {
        if (value === null || value === undefined) return 0;
        if (typeof value === 'number') return value;
        const names = field.of === undefined ? [] : VALUES[field.of] ?? [];
        const number = (name: string) => {
            const place = names.indexOf(name);
            if (place < 0) throw new TypeError(`${field.name} has no value ${name}`);
            return place + 1;
        };
        if (field.kind === 'set') return (value as string[]).reduce((set, name) => set | (1 << (number(name) - 1)), 0);
        if (field.kind === 'named') return this.named(law).numbers.get(value as string) ?? 0;
        return number(value as string);
    }
}
