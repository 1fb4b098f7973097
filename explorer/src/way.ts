// The way to the document: its steps as a graph, or the loop that blocks it, and the results on other days.
import type { FactsGiven, PlanAnswer } from '../../packages/kz-rules/src/index.ts';
import { type Child, h, svg } from './dom.ts';
import { idle, questions, settings } from './person.ts';
import { DECIDING, factsOf, PLANNING } from './state.ts';
import { failure, ids, law, milestones, type Page, provision, section, spans, tried } from './view.ts';

/** A text in lines of at most so many characters. */
const lines = (text: string, most: number): string[] => {
    const out: string[] = [''];
    for (const word of text.split(' ')) {
        if (out.at(-1) && `${out.at(-1)} ${word}`.length > most) out.push(word);
        else out[out.length - 1] = out.at(-1) ? `${out.at(-1)} ${word}` : word;
    }
    return out;
};

const box = (text: string, x: number, y: number, width: number, kind: string) => {
    const all = lines(text, Math.floor(width / 8.2));
    const height = 24 + all.length * 18;
    return { height, drawn: svg('g', { class: `node ${kind}` },
        svg('rect', { x: x - width / 2, y, width, height, rx: 8 }),
        all.map((one, place) => svg('text', { x, y: y + 27 + place * 18, 'text-anchor': 'middle' }, one))) };
};

const arrowHead = (id: string) => svg('defs', {}, svg('marker', { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto-start-reverse' },
    svg('path', { d: 'M0 0 L10 5 L0 10 z', class: 'head' })));

/** The steps from top to bottom, with an arc from each step to a later one that needs its result. */
const graph = (page: Page, plan: PlanAnswer, width: number) => {
    const { labels, opened } = page;
    const told = plan.steps.map((step) => opened.told.steps.find((row) => row.step === step.step));
    const boxWidth = Math.min(width - 120, 340);
    const center = boxWidth / 2 + 8;
    let y = 8;
    const boxes = plan.steps.map((step) => {
        const made = box(labels.of('step', step.step!), center, y, boxWidth, step.step!);
        const place = { ...made, top: y, middle: y + made.height / 2, bottom: y + made.height };
        y += made.height + 34;
        return place;
    });
    const edges = boxes.slice(1).map((to, place) => svg('line', { class: 'edge', x1: center, x2: center, y1: boxes[place]!.bottom, y2: to.top - 2, 'marker-end': 'url(#arrow)' }));
    // A document needs the results of its steps; entering gives presence.
    const gives = plan.steps.map((step, place) => told[place]?.gives ?? (step.step === 'enter' ? 'presence' : null));
    const needs = plan.steps.map((step, place) => told[place]?.needs ?? (step.step === 'obtain_document' ? ['fingerprints'] : []));
    const arcs = needs.flatMap((wanted, to) => wanted.flatMap((goal) => {
        const from = gives.lastIndexOf(goal, to - 1);
        if (from < 0 || to - from < 2) return [];
        const right = center + boxWidth / 2;
        const out = Math.min(24 + (to - from) * 14, 90);
        return svg('path', { class: 'need', d: `M${right} ${boxes[from]!.middle} C${right + out} ${boxes[from]!.middle} ${right + out} ${boxes[to]!.middle} ${right + 2} ${boxes[to]!.middle}`, 'marker-end': 'url(#arrow)' },
            svg('title', {}, `${labels.of('step', plan.steps[to]!.step!)}: ${labels.words.needs} ${labels.of('goal', goal)}`));
    }));
    return svg('svg', { class: 'graph', viewBox: `0 0 ${width} ${y - 26}`, width, height: y - 26, role: 'img', 'aria-label': labels.words.graph },
        arrowHead('arrow'), edges, arcs, boxes.map((one) => one.drawn));
};

/** The loop: from the document along what is out of reach, each needing the next, back to the document. */
const ring = (page: Page, plan: PlanAnswer): string[] => {
    const { steps } = page.opened.told;
    const path = ['document'];
    for (;;) {
        const goal = path.at(-1)!;
        const wanted = goal === 'document' ? ['fingerprints', 'iin', 'presence']
            : goal === 'presence' ? ['document'] : steps.filter((step) => step.gives === goal).flatMap((step) => step.needs);
        const next = wanted.find((one) => one === 'document' || (plan.blocked.includes(one as never) && !path.includes(one)));
        if (!next || next === 'document') return path;
        path.push(next);
    }
};

const loop = (page: Page, plan: PlanAnswer, width: number) => {
    const { labels } = page;
    const goals = ring(page, plan);
    const [size, boxWidth] = [Math.min(width, 520), Math.min(150, width / 2.8)];
    const height = size * 0.82;
    const [center, middle] = [size / 2, height / 2];
    const [radiusX, radiusY] = [center - boxWidth / 2 - 2, middle - 32];
    const angle = (number: number) => (number / goals.length) * 2 * Math.PI - Math.PI / 2;
    const at = (where: number): [number, number] => [center + radiusX * Math.cos(where), middle + radiusY * Math.sin(where)];
    // Arcs run between the boxes, from the end of one to the start of the next.
    const leave = (number: number, turn: 1 | -1): [number, number] => {
        const [x, y] = at(angle(number));
        // At most half of the distance, however narrow it is.
        for (let gone = 0; gone < Math.PI / goals.length; gone += 0.01) {
            const [x1, y1] = at(angle(number) + turn * gone);
            if (Math.abs(x1 - x) > boxWidth / 2 + 6 || Math.abs(y1 - y) > 36) return [x1, y1];
        }
        return at(angle(number) + (turn * Math.PI) / goals.length);
    };
    const arcs = goals.map((_, number) => {
        const [[x1, y1], [x2, y2]] = [leave(number, 1), leave(number + 1, -1)];
        return svg('path', { class: 'edge closed', d: `M${x1} ${y1} A${radiusX} ${radiusY} 0 0 1 ${x2} ${y2}`, 'marker-end': 'url(#closed)' });
    });
    const boxes = goals.map((goal, number) => {
        const [x, y] = at(angle(number));
        const made = box(labels.of('goal', goal), x, 0, boxWidth, 'closed');
        made.drawn.setAttribute('transform', `translate(0 ${y - made.height / 2})`);
        return made.drawn;
    });
    const described = goals.map((goal, number) => `${labels.of('goal', goal)} ${labels.words.needs}: ${labels.of('goal', goals[(number + 1) % goals.length]!)}`);
    return [
        svg('svg', { class: 'graph loop', viewBox: `0 0 ${size} ${height}`, width: size, height, role: 'img', 'aria-label': labels.words.deadlock }, arrowHead('closed'), arcs, boxes),
        h('ul', { class: 'unseen' }, described.map((text) => h('li', {}, text))),
    ];
};

const waysOut = (page: Page, plan: PlanAnswer) => (plan.ways_out.length > 0
    ? [h('h3', {}, page.labels.words.waysOut), h('p', { class: 'chips' }, plan.ways_out.map((channel) => h('button', { type: 'button', class: 'chip', id: `out-${channel}`,
        onclick: () => page.tell({ visa_channel: channel }) }, page.labels.of('visa_channel', channel))))] : null);

const byDay = (page: Page, facts: FactsGiven) => {
    const { labels } = page;
    const [from, until] = ['2023-01-01', '2031-01-01'];
    const days = milestones(page, '2022-12-31', until).map((change) => change.day);
    for (let day: string | null = from; day !== null && day < until;) {
        const found = tried(() => page.rules.assess(law(page), { ...facts, on: day! }));
        day = 'answer' in found ? found.answer.holds_until : null;
        if (day) days.push(day);
    }
    const found = spans(facts, from, until, [...days, ...(facts.birth ? [facts.birth] : [])], (told) => {
        const { verdict, steps, blocked, ways_out: out } = page.rules.plan(law(page), told);
        return { verdict, steps: steps.map((step) => step.step), blocked, out };
    });
    return section(labels.words.byDay, labels.words.byDayHint, h('ol', { class: 'by-day' }, found.map((span) => {
        const now = facts.on! >= span.from && facts.on! < span.until;
        const told = 'answer' in span.answer ? span.answer.answer : null;
        return h('li', { class: now ? 'now' : '', 'aria-current': now ? 'date' : null },
            h('span', { class: 'days' }, labels.span(span.from, span.until)), ' ',
            told ? h('strong', { class: `verdict-word ${told.verdict}` }, labels.of('verdict', told.verdict!)) : labels.words.error,
            told && told.steps.length > 0 ? h('span', {}, `: ${told.steps.map((step) => labels.of('step', step!)).join(' → ')}`) : null,
            told && told.out.length > 0 ? h('span', {}, `: ${told.out.map((one) => labels.of('visa_channel', one)).join(', ')}`) : null,
            now ? null : h('button', { type: 'button', class: 'plain', id: `day-${span.from}`, onclick: () => page.tell({ on: span.from }) }, labels.words.openDay));
    })));
};

const result = (page: Page, plan: PlanAnswer, width: number): Child => {
    const { labels } = page;
    return [
        h('section', { class: 'result', 'aria-live': 'polite' }, h('h2', {}, labels.words.verdict),
            h('p', { class: `verdict ${plan.verdict}` }, labels.of('verdict', plan.verdict!)), h('p', { class: 'lead' }, labels.sentence('verdict', plan.verdict!)),
            plan.verdict === 'feasible' && plan.steps.length === 0 ? h('p', {}, labels.words.alreadyHeld) : null,
            plan.blocked.length > 0 && plan.verdict !== 'deadlock' ? h('p', {}, `${labels.words.blocked}: ${plan.blocked.map((goal) => labels.of('goal', goal)).join(', ')}`) : null),
        plan.steps.length > 0 ? section(labels.words.steps, null, graph(page, plan, width),
            h('ol', { class: 'steps' }, plan.steps.map((step) => h('li', {}, h('strong', {}, labels.of('step', step.step!)), ' ', labels.sentence('step', step.step!),
                h('details', {}, h('summary', {}, labels.words.restsOn), ids(step.provisions).map((id) => provision(page, id))))))) : null,
        plan.verdict === 'deadlock' ? section(labels.words.deadlock, labels.words.deadlockHint, loop(page, plan, width),
            plan.ways_out.length > 0 ? waysOut(page, plan) : h('p', {}, labels.words.noWayOut)) : waysOut(page, plan),
        plan.basis.some(Boolean) ? section(labels.words.restsOn, null, ids(plan.basis).map((id) => provision(page, id))) : null,
        plan.cautions.length > 0 ? section(labels.words.cautions, null, ids(plan.cautions).map((id) => provision(page, id))) : null,
    ];
};

export const way = (page: Page, width: number): Child => {
    const { labels, state } = page;
    const facts = factsOf(state.told);
    const found = tried(() => page.rules.plan(law(page), facts));
    const plan = 'answer' in found ? found.answer : null;
    const assessed = tried(() => page.rules.assess(law(page), facts));
    const unused = 'answer' in assessed ? idle(page, facts, assessed.answer).filter((fact) => !plan?.relevant.includes(fact)) : [];
    const relevant = plan?.relevant ?? [...DECIDING, ...PLANNING];
    return [settings(page), h('div', { class: 'columns' },
        h('form', { class: 'form', 'aria-label': labels.words.facts, onsubmit: (event) => event.preventDefault() },
            h('h2', {}, labels.words.wayFacts), questions(page, PLANNING, plan?.ask ?? null, relevant, [], false),
            h('details', { id: 'about', open: DECIDING.includes(plan?.ask as never) || !state.told.occasion }, h('summary', {}, labels.words.aboutPerson), questions(page, DECIDING, plan?.ask ?? null, relevant, unused, false))),
        h('div', { class: 'answer' }, plan ? result(page, plan, Math.min(width, 620)) : failure(page, 'status' in found ? found.status : 0, 'code' in found ? found.code : ''),
            plan ? byDay(page, facts) : null))];
};
