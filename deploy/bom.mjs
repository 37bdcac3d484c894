// What stands in a bill of materials: node deploy/bom.mjs FOLDER NUGET.json, on standard output. NuGet packages as CycloneDX found them, held
// against the program's own deps.json; the runtime of a self-contained program; npm packages that went into the apps (web/shipped.js),
// that MSBuild copies, or that the service worker is made of; fonts of the system.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, nuget] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const bill = json(nuget);
const libraries = Object.entries(json(join(folder, 'Scoring.Api.deps.json')).libraries)
  .map(([key, { type }]) => ({ type, name: key.split('/')[0], version: key.split('/')[1] }));
const version = libraries.find((l) => l.name === 'Scoring.Api').version;

const component = (purl, name, version, license, extra = {}) => ({ type: 'library', 'bom-ref': purl, name, version, scope: 'required',
  licenses: [/ (AND|OR) /.test(license) ? { expression: license } : { license: { id: license } }], purl, ...extra });

// SQLite's own package names no licence: it is in the public domain, SPDX calls that "blessing".
for (const c of bill.components) if (c.name === 'SQLite') c.licenses = [{ license: { id: 'blessing' } }];
const named = new Set(bill.components.map((c) => `${c.name}/${c.version}`));
const forgotten = libraries.filter((l) => l.type === 'package' && !named.has(`${l.name}/${l.version}`));
if (forgotten.length) throw new Error(`in the program, not in the bill: ${forgotten.map((l) => l.name).join(', ')}`);

const runtime = libraries.filter((l) => l.type === 'runtimepack').map(({ name, version }) => {
  const pack = name.replace(/^runtimepack\./, '');
  return component(`pkg:nuget/${pack}@${version}`, pack, version, 'MIT');
});

const lock = json('package-lock.json').packages;
const npm = new Set(['Scoring.Judge', 'Scoring.Display'].flatMap((app) => json(`${app}/App/dist/packages.json`)).map((p) => p.name));
for (const file of ['Scoring.Display/Scoring.Display.csproj', 'Scoring.Display/Certificates/Fonts.targets']) {
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/node_modules[\\/]((?:@[\w-]+[\\/])?[\w.-]+)/g)) npm.add(name.replace('\\', '/'));
}
if (npm.has('echarts')) npm.add('zrender'); // its file has what draws in it
// Workbox writes its parts and their version into the service worker it makes.
const worker = join(folder, 'web/judge');
for (const file of readdirSync(worker).filter((f) => f.endsWith('.js'))) {
  for (const [, part] of readFileSync(join(worker, file), 'utf8').matchAll(/workbox:([a-z-]+):\d/g)) npm.add(`workbox-${part}`);
}
const fromNpm = [...npm].sort().map((name) => {
  const { version, license, integrity } = lock[`node_modules/${name}`];
  const hashes = [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }];
  return component(`pkg:npm/${name.replace('@', '%40')}@${version}`, name, version, license.replace(/^\((.*)\)$/, '$1'), { hashes });
});

const kai = 'fonts-lxgw-wenkai';
const fromSystem = existsSync(join(folder, 'fonts/LXGWWenKai-Regular.ttf'))
  ? [execFileSync('dpkg-query', ['-W', '-f=${Version}', kai], { encoding: 'utf8' })]
    .map((v) => component(`pkg:deb/debian/${kai}@${encodeURIComponent(v)}`, kai, v, 'OFL-1.1'))
  : [];

delete bill.metadata.timestamp;
bill.metadata.component.version = version;
bill.metadata.component.licenses = [{ license: { id: 'Apache-2.0' } }];
bill.components.push(...runtime, ...fromNpm, ...fromSystem);
console.log(JSON.stringify(bill, null, 1));
