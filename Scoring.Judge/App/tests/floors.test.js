import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faults } from '../../../web/floors.js';

const src = fileURLToPath(new URL('../src', import.meta.url));
const kinds = readdirSync(`${src}/kinds`, { withFileTypes: true }).filter((f) => f.isDirectory()).map((f) => `kinds/${f.name}`);

// From the ground up; above them all stand App.vue, main.ts and laterPages.ts.
const floors = [
  ['style', 'route', 'clock', 'figures', 'parts'],
  ['signature', 'marking'],
  kinds,
  ['kinds', 'outbox'],
  ['session'],
  ['connection'],
  ['frame'],
  ['entrants', 'sheet', 'pairing', 'office', 'hints'],
  ['keypad', 'calibration', 'carry', 'handin', 'headjudge', 'floor'],
  ['scoring', 'waiting', 'clerk'],
];

it('every room leans only on rooms below it', () => expect(faults(src, floors)).toEqual([]));
