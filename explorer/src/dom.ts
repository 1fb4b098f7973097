// Creates elements of the page, in one expression each.

export type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | EventListener>;

const build = <Made extends Element>(element: Made, attributes: Attributes, children: Child[]): Made => {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (typeof value === 'function') element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? '' : String(value));
    }
    element.append(...(children.flat(Infinity as 1) as Child[])
        .filter((child): child is Node | string | number => child !== null && child !== undefined && child !== false)
        .map((child) => (typeof child === 'number' ? String(child) : child)));
    return element;
};

/** An HTML element; an attribute that begins with `on` is a listener. */
export const h = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: Child[]) =>
    build(document.createElement(name), attributes, children);

/** An SVG element. */
export const svg = (name: string, attributes: Attributes = {}, ...children: Child[]) =>
    build(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
