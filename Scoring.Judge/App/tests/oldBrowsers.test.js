// The built app asks nothing of a browser that Chrome 80 and Safari 14 do not have, but for what is stood in for, asked for first, or harmless.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oldSheet } from '../../../web/oldBrowsers.js';
import { beyond, beyondCss, faultsOf, stoodIn } from '../../../web/reach.js';

const dist = new URL('../dist/', import.meta.url);
const built = () => readdirSync(dist, { recursive: true }).filter((f) => /\.(?:js|css)$/.test(f)).map((f) => ({ name: f, text: readFileSync(new URL(f, dist), 'utf8') }));

const asked = [
  'CompressionStream', 'createImageBitmap', 'BroadcastChannel', 'navigator.storage', 'navigator.wakeLock', 'requestIdleCallback',
  '.toBase64()', // the hash's library asks
  'MathMLElement', '.toReversed()', '.toSorted()', '.toSpliced()', // Vue asks, or has it only for who calls it
  '.watch()', '.move()', // of the app and of Vue, not the browser's
];

it.skipIf(!existsSync(new URL('index.html', dist)))('the built tablet runs from Chrome 80 and Safari 14 on', () => {
  expect(built().length).toBeGreaterThan(20);
  expect(faultsOf(built(), asked)).toEqual([]);
});

describe('the check', () => {
  it.each([
    ['a ??= 1', 'syntax'], ['class A { #b = 1 }', 'syntax'], ['const n = 1_000', 'syntax'], ['/(?<=a)b/.test(x)', 'look-behind'], ['x.at(-1)', '.at()'],
    ['structuredClone(x)', 'structuredClone'], ['AbortSignal.timeout(1)', 'AbortSignal.timeout'], ['Object.hasOwn(a, b)', 'Object.hasOwn'],
    ['Object.groupBy(a, b)', 'groupBy'], ['x.toSorted()', '.toSorted()'], ['new CompressionStream("x")', 'CompressionStream'],
    ['crypto.randomUUID()', 'crypto.randomUUID'], ['Promise.any([])', 'Promise.any'],
  ])('finds %s', (code, what) => expect(beyond(code).join()).toContain(what));

  it.each([['.a{aspect-ratio:1}', 'aspect-ratio'], ['.a:is(b){top:0}', ':is'], ['.a{height:100dvh}', 'dvh'], ['.a{inset:0}', 'inset'], ['@layer x{}', '@layer']])(
    'finds %s', (css, what) => expect(beyondCss(css).join()).toContain(what));

  it.each(['a?.b ?? c', 'x.flatMap((y) => y)', 'Promise.allSettled([])', 'const at = 1; at', 'Math.abs(1)', '10n ** 2n'])('lets %s be', (code) => expect(beyond(code)).toEqual([]));
  it('lets a value be that has another before it', () => expect(beyondCss('.a{height:100vh;height:100dvh}')).toEqual([]));

  it('knows what is stood in for', () => {
    const source = readFileSync(new URL('../../../web/standIns.ts', import.meta.url), 'utf8');
    const scripts = stoodIn.filter((name) => /^\.|[A-Z]|Clone/.test(name)).map((name) => /\w+(?=\(\)$)|\w+$/.exec(name)[0]);
    for (const name of scripts) expect(source).toMatch(new RegExp(`'${name}'|${name}\\(this`));
  });
});

describe('the sheet for old browsers', () => {
  it('keeps things in a line apart', () => {
    const sheet = oldSheet(['.row{display:flex;gap:8px}.col{display:flex;flex-direction:column;gap:4px}.wraps{display:flex;flex-wrap:wrap;gap:4px 14px}.g{display:grid;gap:9px}']);
    expect(sheet).toContain('.row>*+*{margin-left:8px}');
    expect(sheet).toContain('.col>*+*{margin-top:4px}');
    expect(sheet).toContain('.wraps>*{margin:0 14px 4px 0}');
    expect(sheet).not.toContain('.g>');
  });
  it('knows a layout from another rule, and stays in its media question', () =>
    expect(oldSheet(['.a{display:flex;flex-direction:column}@media (max-width:599px){.a{gap:6px}}'])).toContain('@media (max-width:599px){.a>*+*{margin-top:6px}}'));
  it('moves by a transform', () => {
    const sheet = oldSheet(['.a{translate:-50% 0;scale:.8}@keyframes lift{from{opacity:0;translate:0 40px}}']);
    expect(sheet).toContain('.a{transform:translate(-50%,0) scale(.8)}');
    expect(sheet).toContain('@keyframes lift{from{transform:translate(0,40px)}}');
  });
});
