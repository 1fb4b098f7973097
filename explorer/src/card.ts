// The printed card: the person, the answer, and its basis.
import { type Child, h } from './dom.ts';
import { asked, idle } from './person.ts';
import { DECIDING, DECLINED, factsOf } from './state.ts';
import { ids, law, mark, type Page, provision, tried } from './view.ts';

export const card = (page: Page): Child => {
    const { labels, state, opened } = page;
    const facts = factsOf(state.told);
    const found = tried(() => page.rules.assess(law(page), facts));
    if (!('answer' in found)) return null;
    const { answer } = found;
    const unused = idle(page, facts, answer);
    const told = asked(page, DECIDING).filter((fact) => state.told[fact] && !unused.includes(fact));
    const value = (fact: (typeof told)[number]) => {
        const text = state.told[fact]!;
        if (text === DECLINED) return labels.words.cannotTell;
        return fact === 'birth' ? text : labels.value(fact, text);
    };
    return h('div', { class: 'card', 'aria-hidden': 'true' },
        h('h1', {}, labels.words.title), h('p', {}, `${labels.words.on}: `, h('strong', {}, labels.day(facts.on!))),
        h('p', { class: 'verdict' }, answer.obligation ? labels.of('obligation', answer.obligation) : answer.obligations.map((one) => mark(page, one))),
        answer.obligation ? h('p', {}, labels.sentence('obligation', answer.obligation)) : h('p', {}, labels.words.undecided),
        h('h2', {}, labels.words.cardFacts), told.length === 0 ? h('p', {}, labels.words.noFacts)
            : h('dl', {}, told.map((fact) => [h('dt', {}, labels.fact(fact)), h('dd', {}, value(fact))])),
        h('h2', {}, labels.words.basis), ids(answer.basis).map((id) => provision(page, id)),
        ids([answer.place, answer.papers]).map((id) => provision(page, id)),
        answer.cautions.length > 0 ? [h('h2', {}, labels.words.cautions), ids(answer.cautions).map((id) => provision(page, id))] : null,
        h('p', {}, answer.holds_until ? labels.say('holdsUntil', { day: answer.holds_until }) : labels.words.holdsForever),
        h('p', { class: 'citation' }, labels.say('notAdvice', { day: opened.told.knownUntil }), ' ',
            labels.say('lawOf', { name: opened.told.name, sequence: opened.told.sequence, day: opened.told.knownUntil })));
};
