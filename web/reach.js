// What a built script or style asks of a browser, held against the oldest ones promised. Syntax by a parser, names by MDN's tables.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'acorn';
import postcss from 'postcss';
import { oldest } from './targets.js';

/** Of the language: what both read. */
const syntax = 2020;

const bcd = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'));

const version = (added) => (typeof added === 'string' && added !== 'preview' ? Number.parseFloat(added.replace('≤', '')) : added === true ? 0 : Infinity);

function reached(compat) {
  return Object.entries(oldest).every(([browser, least]) => [compat.support[browser] ?? []].flat()
    .some((s) => version(s.version_added) <= least && !s.version_removed && !s.alternative_name && !s.flags));
}

/** Whose methods are looked at: the language's, and those of the page that an app calls. A name counts as late where nobody had it early. */
const interfaces = /^(?:Window|Document|DocumentFragment|Node|(?:HTML|SVG)\w*Element|Element|Event(?:Target)?|AbortSignal|Blob|Request|Response|Headers|URL\w*|IDB\w+|ReadableStream|CanvasRenderingContext2D|CSSStyleDeclaration|Crypto|CSS|Navigator|Screen|console|Storage|WebSocket|MediaQueryList|Animation)$/;
const instances = { Navigator: 'navigator', Document: 'document', Crypto: 'crypto', Screen: 'screen' };
const late = { methods: new Set(), statics: new Set(), globals: new Set() };
const early = new Set();

function take(holder, of, looked) {
  for (const [name, { __compat: compat }] of Object.entries(of)) {
    if (!compat) continue;
    const plain = name.replace(/_(?:static|event)$/, ''), there = globalThis[holder];
    const isStatic = name.endsWith('_static') || (there && plain in Object(there) && !(plain in Object(there.prototype ?? {})));
    if (reached(compat)) { early.add(plain); continue; }
    if (isStatic) late.statics.add(`${holder}.${plain}`);
    else if (looked) late.methods.add(plain);
    if (holder === 'Window') late.globals.add(plain);
    if (instances[holder]) late.statics.add(`${instances[holder]}.${plain}`);
  }
}

for (const [tree, looked] of [[bcd.javascript.builtins, () => true], [bcd.javascript.builtins.Intl, () => true], [bcd.api, (name) => interfaces.test(name)]]) {
  for (const [name, of] of Object.entries(tree)) {
    if (of.__compat && !reached(of.__compat)) late.globals.add(name);
    take(name, of, looked(name));
  }
}
for (const name of early) late.methods.delete(name);

function walk(node, see, above = []) {
  if (!node || typeof node.type !== 'string') return;
  see(node, above);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (child && typeof child.type === 'string') walk(child, see, [node, ...above]);
  }
}

const behind = /\(\?<[=!]/;

/** Names and syntax of a script beyond the oldest browsers, each once. */
export function beyond(code, sourceType = 'module') {
  let tree;
  try { tree = parse(code, { ecmaVersion: syntax, sourceType, allowHashBang: true }); } catch (error) { return [`syntax: ${error.message}`]; }
  const found = new Set(), declared = new Set(), free = new Set();
  walk(tree, (node, [parent]) => {
    if (node.type === 'Literal' && behind.test(node.regex?.pattern ?? '')) found.add(`look-behind ${node.raw}`);
    if (node.type === 'NewExpression' && node.callee.name === 'RegExp' && behind.test(String(node.arguments[0]?.value))) found.add('look-behind');
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed) {
      const { object, property } = node.callee;
      const of = object.type === 'Identifier' ? `${object.name}.${property.name}` : '';
      if (late.methods.has(property.name)) found.add(`.${property.name}()`);
      if (late.statics.has(of)) found.add(of);
    }
    if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
      const of = `${node.object.name}.${node.property.name}`;
      if (late.statics.has(of)) found.add(of);
    }
    if (node.type !== 'Identifier') return;
    const key = parent && ((parent.type === 'MemberExpression' && parent.property === node && !parent.computed)
      || ((parent.type === 'Property' || parent.type === 'MethodDefinition') && parent.key === node && !parent.computed && !parent.shorthand));
    if (key) return;
    const declares = parent && (/Function/.test(parent.type) || parent.type === 'ClassDeclaration' || parent.type === 'CatchClause'
      || (parent.type === 'VariableDeclarator' && parent.id === node) || /Import\w*Specifier/.test(parent.type) || /Pattern$|RestElement/.test(parent.type));
    (declares ? declared : free).add(node.name);
  });
  for (const name of free) if (late.globals.has(name) && !declared.has(name)) found.add(name);
  return [...found].sort();
}

/** Properties, values, selectors and at-rules of a style beyond the oldest browsers, unless the same rule says before what they do instead. */
export function beyondCss(css) {
  const found = new Set();
  const root = postcss.parse(css);
  root.walkDecls((decl) => {
    const known = bcd.css.properties[decl.prop];
    if (decl.prop.startsWith('--') || !known) return;
    const instead = decl.parent.nodes.slice(0, decl.parent.nodes.indexOf(decl)).some((d) => [decl.prop, `-webkit-${decl.prop}`].includes(d.prop));
    if (known.__compat && !reached(known.__compat)) found.add(decl.prop);
    for (const word of decl.value.split(/[\s,()/]+/)) {
      const of = known[word]?.__compat;
      if (of && !reached(of) && !instead) found.add(`${decl.prop}: ${word}`);
      if (/^-?[\d.]+[dsl]v[hwib]$/.test(word) && !instead) found.add(`${decl.prop}: ${word.replace(/^-?[\d.]+/, '')}`);
    }
    if (/(?:color-mix|light-dark|oklch|oklab)\(/.test(decl.value) && !instead) found.add(`${decl.prop}: ${/[\w-]+(?=\()/.exec(decl.value)[0]}()`);
  });
  root.walkRules((rule) => {
    for (const [, name] of rule.selector.matchAll(/::?([a-z-]+)/g)) {
      const of = bcd.css.selectors[name]?.__compat;
      if (of && !reached(of)) found.add(`:${name}`);
    }
    if (rule.parent.type === 'rule') found.add('nesting');
  });
  root.walkAtRules((at) => {
    const of = bcd.css['at-rules'][at.name]?.__compat;
    if (of && !reached(of)) found.add(`@${at.name}`);
  });
  return [...found].sort();
}

/** What `standIns.ts` and `old.css` stand in for. */
export const stoodIn = [
  '.at()', '.findLast()', '.with()', '.replaceAll()', '.replaceChildren()', '.showModal()', 'Object.hasOwn', 'AbortSignal.timeout', 'structuredClone',
  'translate', 'scale', 'rotate', ':backdrop',
];

/** What nobody misses where it is missing: a finer look, a bar that scrolls on, a ring only where keys are used. */
export const harmless = [
  ':focus-visible', ':has', 'outline', 'contain', 'contain: layout', 'contain: style', 'content-visibility', 'content-visibility: auto', 'contain-intrinsic-size',
  'overscroll-behavior', 'overscroll-behavior: contain', 'overscroll-behavior: none', 'scroll-padding', 'scrollbar-width', 'scrollbar-width: none',
  '-webkit-tap-highlight-color', 'text-decoration-thickness', 'text-size-adjust', 'text-spacing-trim', 'text-spacing-trim: trim-start', 'text-wrap', 'text-wrap: pretty',
  'accent-color', 'text-align-last', 'text-align-last: justify', 'background: color-mix()', 'border: color-mix()', 'background: linear-gradient()',
];

/** `asked`: what the code asks for before it uses it, and whose names only look so. */
export function faultsOf(files, asked) {
  const known = new Set([...stoodIn, ...harmless, ...asked]);
  return files.flatMap(({ name, text }) => (name.endsWith('.css') ? beyondCss(text) : beyond(text, /\bexport\b|\bimport\b/.test(text) ? 'module' : 'script'))
    .filter((found) => !known.has(found)).map((found) => `${name}: ${found}`));
}
