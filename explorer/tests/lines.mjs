// Files of vectors: rows as objects, and the differences from the expected values.
export const rows = (text) => {
    const records = [[]];
    let field = '', quoted = false;
    const end = () => records.at(-1).push(field) && (field = '');
    for (let at = 0; at < text.length; at++) {
        const letter = text[at];
        if (quoted && letter === '"' && text[at + 1] === '"') field += text[++at];
        else if (letter === '"') quoted = !quoted;
        else if (letter === ',' && !quoted) end();
        else if (letter === '\n' && !quoted) {
            end();
            records.push([]);
        } else field += letter;
    }
    const [names, ...lines] = records.filter((record) => record.length > 1);
    return lines.map((line) => Object.fromEntries(names.map((name, place) => [name, line[place]])));
};

/** The differences, one line each. */
export const differences = (lines, answers) => lines.flatMap((line, place) =>
    Object.keys(line).filter((name) => name.startsWith('=')).flatMap((name) => {
        const got = answers[place][name.slice(1)] ?? '';
        return got === line[name] ? [] : [`${line.id} ${name}: expected ${line[name]}, got ${got}`];
    }));
