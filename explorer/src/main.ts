// The explorer: reads the fragment, shows a view, and writes the state back into the fragment.
import { card } from './card.ts';
import { changes, type Draft, draftOf } from './changes.ts';
import { type Child, h } from './dom.ts';
import { Labels, NAMES, WORDS } from './labels.ts';
import { type Library, type Opened, start } from './library.ts';
import { answer, KINDS, type Line } from './lines.ts';
import { open as openLaw } from './library.ts';
import { page as lawPage } from './page.ts';
import { person } from './person.ts';
import { SOURCES } from './sources.ts';
import { LANGUAGES, read, type State, type View, VIEWS, written } from './state.ts';
import { time } from './time.ts';
import type { Page } from './view.ts';
import { way } from './way.ts';

/** Bytes that are packed into an element of the page. */
const unpack = async (id: string): Promise<ArrayBuffer> => {
    const text = document.getElementById(id)!.textContent!.trim();
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

const CONTENT: Record<View, (page: Page, width: number, draft: Draft) => Child> = {
    person: (page) => person(page),
    time: (page, width) => time(page, width),
    way: (page, width) => way(page, width),
    law: (page) => lawPage(page),
    changes: (page, _, draft) => changes(page, draft, SOURCES),
};

class Explorer {
    private opened: Opened;
    private state: State = read(location.hash);
    private readonly draft = draftOf(SOURCES[0]!);
    private readonly status = h('p', { class: 'status', role: 'status' });

    constructor(private readonly library: Library) {
        this.opened = library.builtIn;
        document.body.replaceChildren(h('div', { id: 'app' }), this.status);
        addEventListener('hashchange', () => {
            this.state = read(location.hash);
            this.show();
        });
        addEventListener('beforeprint', () => {
            document.querySelector('.card')?.remove();
            const printed = card(this.page());
            if (printed instanceof Node) document.getElementById('app')!.append(printed);
        });
        let width = innerWidth;
        addEventListener('resize', () => {
            if (innerWidth !== width && (this.state.view === 'time' || this.state.view === 'way')) this.show();
            width = innerWidth;
        });
        this.show();
    }

    private page(): Page {
        const { library, opened, state } = this;
        return {
            library, rules: library.rules, opened, state, labels: new Labels(library.rules, opened, state.language),
            tell: (told, view) => {
                const next = { ...state, view: view ?? state.view, told: { ...state.told } };
                for (const [name, value] of Object.entries(told)) {
                    if (value === undefined) delete next.told[name as 'on'];
                    else next.told[name as 'on'] = value;
                }
                this.go(next, view !== undefined);
            },
            decideBy: (law) => {
                if (this.opened.law && this.opened.law !== law.law) library.rules.close(this.opened.law);
                this.opened = law;
                this.go({ ...this.state, view: law === library.builtIn ? this.state.view : 'person' }, true);
            },
            announce: (text) => {
                this.status.textContent = text;
                setTimeout(() => {
                    this.status.textContent = '';
                }, 4000);
            },
        };
    }

    /** Shows another state. Another view is a step in the browser's history, another answer is not. */
    private go(state: State, step: boolean) {
        this.state = state;
        history[step ? 'pushState' : 'replaceState'](null, '', written(state));
        this.show();
        if (step) scrollTo(0, 0);
    }

    private show() {
        const { state } = this;
        const page = this.page();
        const { words } = page.labels;
        const kept = document.activeElement?.id;
        const app = document.getElementById('app')!;
        // Unfolded elements with a name stay unfolded.
        const unfolded = [...app.querySelectorAll('details[id]')].filter((one) => (one as HTMLDetailsElement).open).map((one) => one.id);
        document.documentElement.lang = state.language;
        document.title = `${words.title}: ${words[state.view]}`;
        const to = (view: View) => h('a', {
            href: written({ ...state, view }), 'aria-current': view === state.view ? 'page' : null, id: `view-${view}`,
            onclick: (event) => {
                event.preventDefault();
                this.go({ ...this.state, view }, true);
            },
        }, words[view]);
        const language = (name: (typeof LANGUAGES)[number]) => h('a', {
            href: written({ ...state, language: name }), lang: name, hreflang: name, 'aria-current': name === state.language ? 'true' : null, id: `language-${name}`,
            onclick: (event) => {
                event.preventDefault();
                this.go({ ...this.state, language: name }, false);
            },
        }, NAMES[name]);
        const main = h('main', { id: 'content', tabindex: -1 });
        app.replaceChildren(
            h('a', { class: 'skip', href: '#content', onclick: (event) => {
                event.preventDefault();
                main.focus();
            } }, words.skip),
            h('header', {}, h('div', { class: 'bar' }, h('div', {}, h('h1', {}, words.title), h('p', { class: 'subtitle' }, words.subtitle)),
                h('nav', { class: 'languages', 'aria-label': words.language }, LANGUAGES.map(language))),
            h('nav', { class: 'views', 'aria-label': words.views }, VIEWS.map(to))),
            this.opened === this.library.builtIn ? '' : h('p', { class: 'banner', role: 'note' }, words.decidedBy, ' ',
                h('button', { type: 'button', id: 'built-in', onclick: () => page.decideBy(this.library.builtIn) }, words.useBuiltIn)),
            main,
            h('footer', {}, h('p', {}, page.labels.say('notAdvice', { day: this.opened.told.knownUntil })), h('p', {}, words.offline)));
        main.append(...([CONTENT[state.view](page, main.clientWidth, this.draft)].flat(Infinity as 1) as Child[]).filter((child): child is Node => child instanceof Node));
        for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
        if (kept) document.getElementById(kept)?.focus({ preventScroll: true });
    }
}

const texts = SOURCES[0]!;
const [rules, compiler] = await Promise.all([unpack('rules'), unpack('compiler')]);
const library = await start(rules, compiler, texts.page, texts.texts);
new Explorer(library);

/** For tests: lines of vectors under the law, or under that of another page, with the calls of the views. */
export const explorer = {
    words: WORDS,
    kinds: Object.keys(KINDS),
    /** The answers to the lines of one kind; under the law of a page, if one is given. */
    answers(kind: keyof typeof KINDS, lines: Line[], page?: string): Line[] {
        if (page === undefined) return lines.map((line) => answer(library.rules, null, kind, line));
        const { law: told } = library.compiler.compile(9, page);
        if (!told) throw new Error('the page is no law');
        const { law } = openLaw(library, 9, page, {}, told);
        const found = lines.map((line) => answer(library.rules, law, kind, line));
        library.rules.close(law!);
        return found;
    },
    /** Whether the displayed page is that of the law that decides. */
    isSame(): boolean {
        const { page, texts: own, told } = library.builtIn;
        const again = openLaw(library, 0, page, own, told);
        return library.rules.law_get(again.law).digest === library.rules.law_get(null).digest;
    },
};
(globalThis as { explorer?: typeof explorer }).explorer = explorer;
