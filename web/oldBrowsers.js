// Vite's part of old browsers: `age.js` before the app, and `old.css`, the sheet that stands in for gaps in lines, for `translate`, `scale`
// and `rotate` as properties and for dialogs. Only a browser that lacks one of them fetches it (`standIns.ts`).
import { readFileSync } from 'node:fs';
import postcss from 'postcss';

const age = new URL('./age.js', import.meta.url);

const dialogs = `dialog:not([open]){display:none}
dialog[open]{position:fixed;left:0;right:0;top:50%;margin:0 auto;transform:translateY(-50%);z-index:99;box-shadow:0 0 0 200vmax rgba(15,23,42,.5)}`;

/** By its last part, where that says enough. */
const lastOf = (selector) => { const last = selector.trim().split(/[\s>+~]+/).pop(); return /[.#[]/.test(last) ? last : selector; };

/** How each thing is laid out, by the last part of its selector. */
function layouts(roots) {
  const known = new Map();
  for (const root of roots) {
    root.walkDecls(/^(display|flex-direction|flex-flow|flex-wrap)$/, (decl) => {
      for (const selector of decl.parent.selectors ?? []) {
        const of = known.get(lastOf(selector)) ?? {};
        known.set(lastOf(selector), { ...of, [decl.prop]: [of[decl.prop], decl.value].filter(Boolean).join(' ') });
      }
    });
  }
  return known;
}

function gaps(rule, known) {
  const own = Object.fromEntries(rule.nodes.filter((d) => d.type === 'decl').map((d) => [d.prop, d.value]));
  if (!('gap' in own) && !('column-gap' in own) && !('row-gap' in own)) return [];
  const [row, column = row] = (own.gap ?? '0').match(/calc\([^)]*\)|var\([^)]*\)|\S+/g);
  const [down, across] = [own['row-gap'] ?? row, own['column-gap'] ?? column];
  return rule.selectors.flatMap((selector) => {
    const of = { ...known.get(lastOf(selector)), ...own };
    if (/grid/.test(of.display ?? '')) return [];
    if (/wrap/.test(of['flex-wrap'] ?? of['flex-flow'] ?? '')) return [`${selector}>*{margin:0 ${across} ${down} 0}`];
    return [/column/.test(of['flex-direction'] ?? of['flex-flow'] ?? '') ? `${selector}>*+*{margin-top:${down}}` : `${selector}>*+*{margin-left:${across}}`];
  });
}

/** `translate: a b; scale: c; rotate: d` as one transform, in their order. */
function moved(rule) {
  const own = Object.fromEntries(rule.nodes.filter((d) => d.type === 'decl').map((d) => [d.prop, d.value]));
  const parts = ['translate', 'rotate', 'scale'].filter((p) => own[p] && own[p] !== 'none').map((p) => `${p}(${own[p].trim().split(/\s+/).join(',')})`);
  return parts.length && !own.transform ? [`${rule.selector}{transform:${parts.join(' ')}}`] : [];
}

/** Inside the same media questions and keyframes. */
function within(rule, text) {
  for (let at = rule.parent; at && at.type === 'atrule'; at = at.parent) text = `@${at.name} ${at.params}{${text}}`;
  return text;
}

export function oldSheet(sheets) {
  const roots = sheets.map((css) => postcss.parse(css)), known = layouts(roots), out = [dialogs];
  for (const root of roots) {
    root.walkRules((rule) => {
      for (const text of rule.parent.name === 'keyframes' ? [] : [...gaps(rule, known), ...moved(rule)]) out.push(within(rule, text));
    });
    root.walkAtRules('keyframes', (at) => {
      const steps = at.nodes.flatMap(moved);
      if (steps.length) out.push(`@keyframes ${at.params}{${steps.join('')}}`);
    });
  }
  return out.join('\n');
}

export function oldBrowsers() {
  let base = '/';
  return {
    name: 'old-browsers',
    apply: 'build',
    configResolved(config) { base = config.base; },
    buildStart() { this.emitFile({ type: 'asset', name: 'age.js', source: readFileSync(age, 'utf8') }); },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle).find((name) => /\/age-/.test(name));
        return [{ tag: 'script', attrs: { src: base + file }, injectTo: 'head' }];
      },
    },
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).filter((f) => f.fileName.endsWith('.css')).map((f) => String(f.source));
      this.emitFile({ type: 'asset', fileName: 'old.css', source: oldSheet(sheets) });
    },
  };
}
