import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageName } from '../route/router';
import { texts, type Office } from './texts';

const first: [PageName, Office][] = [['list', 'judge'], ['desk', 'headJudge'], ['floor', 'floorJudge'], ['clerk', 'clerk']];
const disk = new Map<string, string>();
const ofDisk = { getItem: (key: string) => disk.get(key) ?? null, setItem: (key: string, value: string) => { disk.set(key, value); } };

/** The page opened anew. */
async function opened() {
  vi.resetModules();
  return import('./seen');
}

describe('hints', () => {
  beforeEach(() => { disk.clear(); vi.stubGlobal('localStorage', ofDisk); });

  it.each(first)('on %s are those of %s, once on this tablet, and once more when asked for', async (page, office) => {
    let hints = await opened();
    expect(hints.dueOn(page)).toBe(office);
    hints = await opened();
    expect(hints.dueOn(page)).toBe(office); // nobody has read them yet
    hints.dismiss(office);
    expect(hints.dueOn(page)).toBeNull();
    hints = await opened();
    expect(hints.dueOn(page)).toBeNull();
    hints.recall();
    expect(hints.dueOn(page)).toBe(office);
    hints = await opened();
    expect(hints.dueOn(page)).toBe(office);
  });

  it('of one office do not count for another', async () => {
    const hints = await opened();
    hints.dismiss('judge');
    expect(first.map(([page]) => hints.dueOn(page))).toEqual([null, 'headJudge', 'floorJudge', 'clerk']);
  });

  it('never stand where a mark is typed, handed in or signed', async () => {
    const hints = await opened();
    const places: PageName[] = ['home', 'sheet', 'handin', 'receipt', 'handed', 'versions', 'compare', 'waiting', 'panel', 'sheets',
      'marks', 'paper', 'carry'];
    expect(places.map(hints.dueOn)).toEqual(places.map(() => null));
  });

  it('go by a tap where the disk refuses too', async () => {
    const refuse = () => { throw new DOMException('denied', 'SecurityError'); };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    const hints = await opened();
    expect(hints.dueOn('list')).toBe('judge');
    hints.dismiss('judge');
    expect(hints.dueOn('list')).toBeNull();
  });

  it('are three short lines', () => {
    for (const [, office] of first) {
      expect(texts[office].lines).toHaveLength(3);
      expect(Math.max(...texts[office].lines.map((line) => line.length))).toBeLessThanOrEqual(32);
    }
  });
});
