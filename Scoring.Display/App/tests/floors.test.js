import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faults } from '../../../web/floors.js';

const src = fileURLToPath(new URL('../src', import.meta.url));
const scenes = readdirSync(`${src}/scenes`, { withFileTypes: true }).filter((f) => f.isDirectory()).map((f) => `scenes/${f.name}`);

// From the ground up; above them all stand App.vue and main.ts. A ceremony opens on the blank scene.
const floors = [
  ['text', 'wire'],
  ['stage'],
  ['ornament'],
  ['ranking'],
  ['final', 'scenes/blank'],
  scenes.filter((s) => s !== 'scenes/blank'),
  ['scenes'],
  ['screen'],
  ['chooser', 'presenter'],
];

it('every room leans only on rooms below it', () => expect(faults(src, floors)).toEqual([]));
