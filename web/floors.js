// An app's rooms are its folders. A room may lean only on rooms of the floors below it, so no two ever lean on each other.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** Every import between two rooms: { from, to, file }. The app's own folder is the room '.'. */
export function leanings(root) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(ts|vue)$/.test(f.name) && !/\.test\.ts$/.test(f.name)).map((f) => join(f.parentPath, f.name));
  const room = (path) => relative(root, dirname(path)) || '.';
  return files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(imported)]
    .map(([, to]) => ({ from: room(file), to: room(join(dirname(file), to)), file: relative(root, file) }))
    .filter((l) => l.from !== l.to));
}

/** What is wrong with a house, in words; empty: it stands. `floors` from the ground up, rooms of one floor side by side. */
export function faults(root, floors) {
  const floorOf = new Map(floors.flatMap((rooms, n) => rooms.map((room) => [room, n])));
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
  const rooms = new Set(files.map((f) => relative(root, f.parentPath) || '.'));
  return [
    ...[...rooms].filter((r) => r !== '.' && !floorOf.has(r)).map((r) => `${r} stands on no floor`),
    ...[...floorOf.keys()].filter((r) => !rooms.has(r)).map((r) => `${r} is no room any more`),
    ...leanings(root).filter(({ from, to }) => to === '.' || (from !== '.' && floorOf.get(from) <= floorOf.get(to)))
      .map(({ from, to, file }) => `${from} leans on ${to}, which is not below it: ${file}`),
  ];
}
