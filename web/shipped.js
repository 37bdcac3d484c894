// Vite's part of the bill of materials: `packages.json` names the npm packages of which something went into the app, code or font.
// What a package merely asks for (SignalR asks for `ws`, which no browser runs) is not shipped, so the lock file cannot say it.
import { readFileSync } from 'node:fs';

const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);

export function shipped() {
  const found = new Map();
  const take = (path) => {
    const at = packageOf(path ?? '');
    if (!at || at[0].includes('\0')) return;
    const { name, version } = JSON.parse(readFileSync(`${at[0]}package.json`, 'utf8'));
    found.set(name, version);
  };
  return {
    name: 'shipped',
    apply: 'build',
    moduleParsed(module) { if (module.id.includes('.css')) take(module.id); },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') Object.entries(file.modules).filter(([, m]) => m.renderedLength > 0).forEach(([id]) => take(id));
      }
      const names = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, version]) => ({ name, version }));
      this.emitFile({ type: 'asset', fileName: 'packages.json', source: JSON.stringify(names, null, 1) });
    },
  };
}
