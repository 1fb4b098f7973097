// Writes the interface of the wasm for TypeScript from the C header: the types of every struct and function, with the header's
// comments, and the offset of each field.
// Usage: node generate.mjs HEADER INTERFACE.ts LAYOUT.c
// LAYOUT.c asserts the same offsets in C, for a compiler with 4-byte pointers and 64-bit numbers aligned to eight.
import { readFileSync, writeFileSync } from 'node:fs';

const [header, interfaceFile, layoutFile] = process.argv.slice(2);
const lines = readFileSync(header, 'utf8').split('\n');

// Functions that this interface does not support, with the reason.
const LEFT_OUT = {
    kz_assess_many: 'a loop over kz_assess',
    kz_assess_columns: 'its structs hold columns of the caller',
    kz_law_open: 'its verifier is a function of C: ed25519 and law_open_already_verified together do the same',
    kz_certificate_render: 'it writes a text of unknown length',
    kz_qr_encode: 'it writes into two buffers of the caller',
};
// Numbers that depend on the law, and their names by the law's identifiers.
const OF_A_LAW = { kz_provision: 'provision', kz_document: 'document' };
const PLAIN = { char: 1, uint8_t: 1, uint16_t: 2, uint32_t: 4, int32_t: 4, uint64_t: 8, int64_t: 8, size_t: 4 };

const fail = (message) => {
    throw new Error(`${header}: ${message}`);
};
const constants = {};
const scalars = {}; // typedefs of numbers: { base, values: [name, ...], doc }
const structs = {};
const functions = [];
const words = (text) => text.replace(/\s+/g, ' ').trim();

// Reads the header from top to bottom. A comment belongs to what is below it, or left of it.
let doc = '';
for (let at = 0; at < lines.length; at++) {
    let line = lines[at];
    if (/^\s*\/\*/.test(line)) {
        let text = line;
        while (!text.includes('*/')) text += ` ${lines[++at]}`;
        doc = words(text.replace(/^\s*\/\*|\*\/\s*$/g, ''));
        continue;
    }
    let match;
    if ((match = line.match(/^#define (KZ_\w+) \(?(-?\d+)\)?(?:\s*\/\* (.*?) \*\/)?$/))) {
        constants[match[1]] = Number(match[2]);
    } else if ((match = line.match(/^typedef (u?int\d+_t) (kz_\w+);/))) {
        const set = (scalars[match[2]] = { base: match[1], values: [], doc });
        const prefix = `${match[2].toUpperCase()}_`;
        // Its constants follow immediately.
        let comment = '';
        for (let next = at + 1; lines[next]; next++) {
            if (/^\s*\/\*|^\s+[^#]/.test(lines[next]) && !lines[next].startsWith('#')) {
                comment = words(lines[next].replace(/\/\*|\*\//g, ''));
                continue;
            }
            const value = lines[next].match(/^#define (KZ_\w+) (\d+)(?:\s*\/\* (.*?) \*\/)?$/);
            if (!value || !value[1].startsWith(prefix)) break;
            set.values[Number(value[2]) - 1] = { name: value[1].slice(prefix.length).toLowerCase(), doc: value[3] ?? comment };
            comment = '';
        }
    } else if ((match = line.match(/^(?:typedef )?struct (kz_\w+) \{$/))) {
        const fields = [];
        const own = doc;
        for (at++; !lines[at].startsWith('}'); at++) {
            if (/^\s*\/\*/.test(lines[at])) {
                let text = lines[at];
                while (!text.includes('*/')) text += ` ${lines[++at]}`;
                doc = words(text.replace(/^\s*\/\*|\*\/\s*$/g, ''));
                continue;
            }
            const field = lines[at].match(/^\s*(const )?(\w+) (\*)?(\w+)((?:\[\w+\])*);/) ?? fail(`a field: ${lines[at]}`);
            const beside = lines[at].match(/\/\* (.*) \*\/$/);
            if (beside) doc = beside[1];
            const counts = [...field[5].matchAll(/\[(\w+)\]/g)].map(([, count]) => constants[count] ?? Number(count));
            fields.push({ type: field[2], pointer: Boolean(field[3]), name: field[4], counts, doc });
        }
        structs[match[1]] = { fields, doc: own };
    } else if (/^(KZ_NODISCARD|(const )?\w+ \*?kz_\w+\()/.test(line) && !line.startsWith('typedef')) {
        if (line === 'KZ_NODISCARD') line = lines[++at];
        while (!line.includes(';')) line += lines[++at];
        match = words(line).match(/^((?:const )?\w+ ?\*?) ?(kz_\w+)\((.*)\);$/) ?? fail(`a function: ${line}`);
        const parameters = match[3] === 'void' ? [] : match[3].split(', ').map((text) => {
            const one = text.match(/^(const )?(\w+) (\*)?(\w+)$/) ?? fail(`a parameter: ${text}`);
            return { constant: Boolean(one[1]), type: one[2], pointer: Boolean(one[3]), name: one[4] };
        });
        functions.push({ name: match[2], returns: match[1].trim(), parameters, doc });
    }
}

// The offsets of a struct's fields: each is the next multiple of its alignment.
const measured = {};
const sizeOf = (type) => {
    if (PLAIN[type]) return { size: PLAIN[type], align: PLAIN[type] };
    if (scalars[type]) return sizeOf(scalars[type].base);
    return measured[type] ?? measure(type);
};
const measure = (name) => {
    const struct = structs[name] ?? fail(`no type ${name}`);
    let at = 0;
    let most = 1;
    for (const field of struct.fields) {
        const { size, align } = field.pointer ? { size: 4, align: 4 } : sizeOf(field.type);
        at = Math.ceil(at / align) * align;
        field.at = at;
        field.each = size;
        at += size * field.counts.reduce((all, count) => all * count, 1);
        most = Math.max(most, align);
    }
    return (measured[name] = { size: Math.ceil(at / most) * most, align: most });
};
Object.keys(structs).forEach(measure);

// How JavaScript reads a field: its kind, and what that needs.
const pascal = (name) => name.replace(/^kz_/, '').replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase());
const setOf = (text, where) => {
    const of = [...text.matchAll(/kz_\w+/g)].map(([name]) => name).filter((name) => scalars[name]?.values.length);
    return of.length === 1 ? of[0] : fail(`${where}: the comment of a set names one closed set: ${text}`);
};
const scalar = (type, text, where) => {
    if (type === 'kz_set') return { kind: 'set', of: setOf(text, where) };
    if (type === 'kz_date') return { kind: 'date' };
    if (OF_A_LAW[type]) return { kind: 'named', of: OF_A_LAW[type] };
    if (scalars[type]?.values.length) return { kind: 'value', of: type };
    if (structs[type]) return { kind: 'struct', of: type };
    if (type === 'uint64_t' || type === 'int64_t') return { kind: 'big' };
    return { kind: 'number' };
};
const typeScript = ({ kind, of }) => ({
    set: () => `${pascal(of)}[]`, date: () => 'Day | null', named: () => 'string | null',
    value: () => `${pascal(of)} | null`, struct: () => pascal(of), big: () => 'bigint', number: () => 'number',
})[kind]();

const layouts = {};
for (const [name, struct] of Object.entries(structs)) {
    if (name === 'kz_law' || name === 'kz_fact_columns' || name === 'kz_answer_columns' || name === 'kz_date') continue;
    const counted = {};
    for (const field of struct.fields) {
        const of = field.doc.match(/^How many of '(\w+)' are given/);
        if (of) counted[of[1]] = field.name;
    }
    const told = [];
    for (const field of struct.fields) {
        if (/^reserved/.test(field.name) || Object.values(counted).includes(field.name) || field.name === 'name_length') continue;
        const what = field.pointer ? { kind: 'text' } : scalar(field.type, field.doc, `${name}.${field.name}`);
        const bytes = field.type === 'uint8_t' && field.counts.length === 1;
        const letters = !field.pointer && field.type === 'char' && field.counts.length === 1;
        const type = field.pointer || letters ? 'string | null' : bytes ? 'Uint8Array'
            : field.counts.length ? `(${typeScript(what)})[]` : typeScript(what);
        told.push({
            name: field.name, at: field.at, size: field.each, ...what, ...(bytes ? { kind: 'bytes' } : {}), ...(letters ? { kind: 'letters' } : {}),
            ...(field.counts.length ? { count: field.counts } : {}),
            ...(counted[field.name] ? { given: struct.fields.find((other) => other.name === counted[field.name]).at } : {}),
            ...(counted[field.name] ? { givenSize: struct.fields.find((other) => other.name === counted[field.name]).each } : {}),
            ...(field.type.startsWith('int') ? { signed: true } : {}), type, doc: field.doc,
        });
    }
    layouts[name] = { size: measured[name].size, fields: told, doc: struct.doc };
}

// How to call each function: its parameters in order, each an argument, derived from the previous one, or an output.
const calls = {};
for (const { name, returns, parameters, doc: text } of functions) {
    if (LEFT_OUT[name]) continue;
    const call = { name, parameters: [], returns, doc: text };
    for (let at = 0; at < parameters.length; at++) {
        const one = parameters[at];
        const next = parameters[at + 1];
        if (one.type === 'kz_law' && one.constant) {
            call.parameters.push({ name: one.name, kind: 'law', type: 'Law | null' });
        } else if (one.type === 'kz_law') {
            call.parameters.push({ name: one.name, kind: 'newLaw', output: true, type: 'Law' });
        } else if (one.pointer && next?.type === 'size_t') {
            at++;
            call.parameters.push(
                one.type === 'char' ? { name: one.name, kind: 'chars', type: 'string' }
                : one.type === 'uint8_t' ? { name: one.name, kind: 'buffer', type: 'Uint8Array' }
                : { name: one.name, kind: 'array', of: one.type, type: `${pascal(one.type)}Given[]` });
        } else if (one.pointer && one.type === 'void') {
            call.parameters.push({ name: 'key', kind: 'raw', type: 'Uint8Array' });
        } else if (one.pointer && one.type === 'uint8_t') {
            call.parameters.push({ name: one.name, kind: 'raw', type: 'Uint8Array' });
        } else if (one.pointer && one.constant) {
            call.parameters.push({ name: one.name, kind: 'in', of: one.type, type: `${pascal(one.type)}Given` });
        } else if (one.pointer && structs[one.type] && one.name !== 'out') {
            call.parameters.push({ name: one.name, kind: 'change', of: one.type, type: `${pascal(one.type)}Given`, result: pascal(one.type) });
        } else if (one.pointer) {
            const what = scalar(one.type, one.type === 'kz_set' ? 'kz_data_item' : '', name);
            call.parameters.push({ name: one.name, ...what, kind: 'out', what: what.kind, size: sizeOf(one.type).size, output: true, type: typeScript(what) });
        } else {
            const what = one.type === 'kz_set' ? { kind: 'set', of: 'kz_data_item' } : scalar(one.type, '', name);
            const type = what.kind === 'value' ? `${pascal(what.of)} | number | null` : typeScript(what);
            call.parameters.push({ name: one.name, ...what, kind: what.kind === 'named' ? 'number' : what.kind, type: what.kind === 'named' ? 'number' : type });
        }
    }
    calls[name.replace(/^kz_/, '')] = call;
}

const out = ['// Generated from the header by generate.mjs.', '', '/** A day, `YYYY-MM-DD`; of a birth date known in part `YYYY` or `YYYY-MM`. */', 'export type Day = string;', ''];
out.push('/** A law that `law_open_already_verified` opened. */', 'export interface Law {', '    readonly at: number;', '}', '');
const comment = (text, indent = '') => `${indent}/** ${text.replaceAll('*/', '* /')} */`;
for (const [name, set] of Object.entries(scalars)) {
    if (!set.values.length) continue;
    out.push(comment(set.doc), `export type ${pascal(name)} =`, ...set.values.map((value) => `    | '${value.name}'`));
    out[out.length - 1] += ';';
    out.push('');
}
for (const [name, layout] of Object.entries(layouts)) {
    out.push(comment(layout.doc), `export interface ${pascal(name)} {`);
    for (const field of layout.fields) out.push(comment(field.doc, '    '), `    ${field.name}: ${field.type};`);
    out.push('}', comment('The same as it is given: what is left out is zero, which means unknown or not given.'),
        `export type ${pascal(name)}Given = Partial<${pascal(name)}>;`, '');
}
out.push('/** The functions of the C interface, without their prefix. A status other than KZ_OK is thrown as a KzError. */', 'export interface Functions {');
for (const [name, call] of Object.entries(calls)) {
    const given = call.parameters.filter((one) => !one.output).map((one) => `${one.name}: ${one.type}`);
    const output = call.parameters.find((one) => one.output || one.kind === 'change');
    const result = call.returns === 'kz_status' ? (output ? output.result ?? output.type : 'void')
        : call.returns.startsWith('const char') ? 'string | null'
        : scalars[call.returns]?.values.length ? `${pascal(call.returns)} | null` : 'number';
    out.push(comment(call.doc, '    '), `    ${name}(${given.join(', ')}): ${result};`);
}
out.push('}', '');
const shown = (value) => JSON.stringify(value, (key, inner) => (key === 'doc' || key === 'type' || key === 'result' ? undefined : inner));
out.push('/** The names of the values of each closed set, in the order of their numbers. */');
out.push(`export const VALUES: Record<string, readonly string[]> = ${shown(Object.fromEntries(Object.entries(scalars).filter(([, set]) => set.values.length).map(([name, set]) => [name, set.values.map((value) => value.name)])))};`, '');
out.push('/** Where the fields of each struct lie. */', `export const STRUCTS: Record<string, Struct> = ${shown(layouts)};`, '');
out.push('/** How each function is called. */', `export const CALLS: Record<string, Call> = ${shown(calls)};`, '');
out.push(`/** The version of the interface that this was written from. */\nexport const ABI = ${constants.KZ_ABI_VERSION};`);
out.push('/** The constants of the header. */', `export const CONSTANTS: Record<string, number> = ${shown(constants)};`, '');
out.push(`/** A field of a struct. */
export interface Field {
    name: string; at: number; size: number; kind: string; of?: string; count?: number[]; given?: number; givenSize?: number; signed?: boolean;
}
/** A struct. */
export interface Struct { size: number; fields: Field[] }
/** A parameter of a function. */
export interface Parameter { name: string; kind: string; of?: string; what?: string; size?: number; output?: boolean }
/** A function. */
export interface Call { name: string; returns: string; parameters: Parameter[] }
`);
writeFileSync(interfaceFile, out.join('\n'));

const asserts = ['#include <stddef.h>', '#include "kz_rules.h"'];
for (const [name, struct] of Object.entries(structs)) {
    asserts.push(`_Static_assert(sizeof(${name}) == ${measured[name].size}, "${name}");`);
    for (const field of struct.fields) asserts.push(`_Static_assert(offsetof(${name}, ${field.name}) == ${field.at}, "${name}.${field.name}");`);
}
writeFileSync(layoutFile, `${asserts.join('\n')}\n`);
