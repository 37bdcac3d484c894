// A name's syllables: as given by the organizer, else as it is read, surnames as surnames (单 is shàn, 仇 is qiú).
import type { CeremonyWinner } from '@scoring/web/wire';
import { pinyin } from 'pinyin-pro';

export function spoken<T extends Pick<CeremonyWinner, 'name' | 'organization' | 'pinyin'>>(winner: T): T & { pinyin?: string } {
  if (winner.pinyin || !/\p{Script=Han}/u.test(winner.name)) return winner;
  const letters = [...winner.name].filter((c) => /\p{L}/u.test(c));
  if (letters.length > 6 || winner.organization === '') return winner; // an organization, not a person
  const syllables = pinyin(letters.join(''), { surname: winner.name.includes('·') ? 'off' : 'head', type: 'array' });
  return syllables.length === letters.length && syllables.every((s) => !/\p{Script=Han}/u.test(s)) ? { ...winner, pinyin: syllables.join(' ') } : winner;
}
