// Screens, and what the portal and the console run besides: nothing that Chrome 80 and Safari 14 do not have, but for what is stood in for,
// asked for first, or harmless.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faultsOf } from '../../../web/reach.js';

const dist = new URL('../dist/', import.meta.url), root = new URL('../../../', import.meta.url);
const read = (from) => (name) => ({ name, text: readFileSync(new URL(name, from), 'utf8') });

const asked = [
  'requestIdleCallback', '.getAnimations()', 'CSSTransition',
  'MathMLElement', '.toReversed()', '.toSorted()', '.toSpliced()', // Vue asks, or has it only for who calls it
  '.move()', // Vue's own
];

it.skipIf(!existsSync(new URL('index.html', dist)))('the built screens run from Chrome 80 and Safari 14 on', () => {
  const files = readdirSync(dist, { recursive: true }).filter((f) => /\.(?:js|css)$/.test(f));
  expect(files.length).toBeGreaterThan(3);
  expect(faultsOf(files.map(read(dist)), asked)).toEqual([]);
});

it('so do the scripts of the portal and of the console', () => {
  const files = ['Scoring.Display/Certificates/Offline/verify.js', 'web/console/console.js', 'web/console/carry.js', 'web/console/template.js', 'web/console/picture.js', 'node_modules/htmx.org/dist/htmx.min.js'];
  expect(faultsOf(files.map(read(root)), [
    'BarcodeDetector', 'createImageBitmap', '.requestSubmit()',
    '.moveBefore()', '.startViewTransition()', 'document.startViewTransition', 'Document.parseHTMLUnsafe', // htmx asks
  ])).toEqual([]);
});
