// What browsers from Chrome 80 and Safari 14 lack of what the apps call; newer ones keep their own. The first import of both apps.
// `reach.js` holds the built scripts to this list and says what else they ask for.

/* eslint-disable @typescript-eslint/no-explicit-any */
const add = (to: any, name: string, standIn: unknown): void => {
  if (!(name in to)) Object.defineProperty(to, name, { value: standIn, writable: true, configurable: true });
};

function at(this: ArrayLike<unknown>, n: number): unknown { return this[n < 0 ? this.length + n : n]; }
add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(Array.prototype, 'findLast', function (this: unknown[], holds: (x: unknown) => boolean) { return [...this].reverse().find(holds); });
add(Array.prototype, 'with', function (this: unknown[], n: number, value: unknown) { const copy = [...this]; copy[n] = value; return copy; });
add(String.prototype, 'replaceAll', function (this: string, what: string, by: string) { return this.split(what).join(by); });
add(Element.prototype, 'replaceChildren', function (this: Element, ...nodes: (Node | string)[]) { this.textContent = ''; this.append(...nodes); });
add(Object, 'hasOwn', (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name));
add(AbortSignal, 'timeout', (milliseconds: number) => {
  const ends = new AbortController();
  setTimeout(() => ends.abort(), milliseconds);
  return ends.signal;
});

/** Of what the apps keep: plain data, no circles. */
function copyOf(value: any): any {
  if (Array.isArray(value)) return value.map(copyOf);
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, copyOf(of)])) : value;
}
add(globalThis, 'structuredClone', copyOf);

const moves = CSS.supports('translate', '0 0');
if (!moves) {
  Object.defineProperty(CSSStyleDeclaration.prototype, 'translate', {
    configurable: true,
    get(this: CSSStyleDeclaration) { return /translate\((.*)\)/.exec(this.transform)?.[1]?.replace(',', '') ?? ''; },
    set(this: CSSStyleDeclaration, way: string) { this.transform = way ? `translate(${way.trim().split(/\s+/).join(', ')})` : ''; },
  });
}

const dialogs = 'HTMLDialogElement' in globalThis;
if (!dialogs) {
  const inside = (dialog: HTMLElement) => [...dialog.querySelectorAll<HTMLElement>('button:not(:disabled), input:not(:disabled), textarea, select, a[href]')];
  Object.assign(HTMLElement.prototype, {
    showModal(this: HTMLElement) {
      const before = document.activeElement as HTMLElement | null;
      this.setAttribute('open', '');
      this.setAttribute('role', 'dialog');
      this.setAttribute('aria-modal', 'true');
      (this.querySelector<HTMLElement>('[autofocus]') ?? inside(this)[0])?.focus();
      this.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') (this as unknown as HTMLDialogElement).close();
        const all = inside(this), edge = all[event.shiftKey ? 0 : all.length - 1];
        if (event.key !== 'Tab' || document.activeElement !== edge) return;
        event.preventDefault();
        all[event.shiftKey ? all.length - 1 : 0]?.focus();
      });
      this.addEventListener('close', () => before?.focus(), { once: true });
    },
    close(this: HTMLElement) {
      this.removeAttribute('open');
      this.dispatchEvent(new Event('close'));
    },
  });
}

/** Whoever knows `aspect-ratio` (Chrome 88, Safari 15) has had gaps for some versions; only older ones are measured, since that lays the page out. */
function gapsInLines(): boolean {
  if (CSS.supports('aspect-ratio', '1')) return true;
  const line = document.createElement('div');
  Object.assign(line.style, { display: 'flex', flexDirection: 'column', rowGap: '1px', position: 'absolute' });
  line.append(document.createElement('i'), document.createElement('i'));
  document.body.append(line);
  const known = line.scrollHeight === 1;
  line.remove();
  return known;
}

// One sheet for all of them, made from the others while building (`oldBrowsers.js`); first in order, so that it takes nothing's place.
if (!moves || !dialogs || !gapsInLines()) {
  const sheet = document.createElement('link');
  Object.assign(sheet, { rel: 'stylesheet', href: `${import.meta.env.BASE_URL}old.css` });
  document.head.prepend(sheet);
}
