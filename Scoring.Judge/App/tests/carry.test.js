import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import encodeQR from 'qr';
import { carriedTexts, stored } from '../src/carry/carry';
import { encodeText } from '../src/carry/qrText';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.';
function decode(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 3) {
    const group = [...text.slice(i, i + 3)];
    const value = group.reduceRight((sum, c) => sum * 41 + alphabet.indexOf(c), 0);
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}

const key = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
const sheet = (aspects, signature) => ({
  competition: 'cup', device: '01',
  submission: {
    id: '6f1c2a3b-1111-4222-8333-944455556666', trade: 'dg', module: 'A', code: 'A05', basedOn: 0, deviceTime: '2026-04-23T02:31:00.000Z',
    marks: Object.fromEntries(Array.from({ length: aspects }, (_, n) => [`A${n + 1}.1`, String((n * 7) % 5 + 0.5)])), ...(signature ? { signature } : {}),
  },
});
const signature = (points) => 'M4 4' + Array.from({ length: points }, (_, n) => `L${((n * 37) % 2600) / 10} ${((n * 91) % 900) / 10}`).join('');

describe('a sheet as QR codes', () => {
  it('writes bytes as the server reads them', () => {
    expect(encodeText(Uint8Array.from([0, 0]))).toBe('000');
    for (const length of [1, 2, 3, 4, 255]) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 73 + length) & 255);
      expect(decode(encodeText(bytes))).toEqual(bytes);
    }
  });

  it('holds the submission and a proof made with the key of the tablet', async () => {
    const [text, ...more] = await carriedTexts(sheet(12), key);
    expect(more).toEqual([]);
    expect(text).toMatch(/^SC1\/6F1C2A3B\/1\/1:/);
    const whole = decode(text.split(':')[1]), body = whole.slice(0, -16);
    expect(JSON.parse(inflateSync(body).toString())).toEqual(sheet(12));
    expect(Buffer.from(whole.slice(-16))).toEqual(createHmac('sha256', Buffer.from(key, 'base64')).update(body).digest().subarray(0, 16));
  });

  it('goes unpressed where a browser has no press', () => {
    for (const length of [0, 1, 300, 60_000]) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 73 + length) & 255);
      expect(new Uint8Array(inflateSync(stored(bytes)))).toEqual(bytes);
    }
  });

  it('stays at version 25 or below, in several codes if one would be too fine', async () => {
    for (const carried of [sheet(12, signature(40)), sheet(60, signature(250)), sheet(60, signature(900))]) {
      const texts = await carriedTexts(carried, key);
      for (const text of texts) {
        const side = encodeQR(text, 'raw', { ecc: texts.length > 1 ? 'medium' : 'low', border: 1 }).length - 2;
        expect((side - 17) / 4).toBeLessThanOrEqual(25);
      }
      const whole = texts.map((t) => decode(t.split(':')[1]));
      const all = Buffer.concat(whole);
      expect(JSON.parse(inflateSync(all.subarray(0, -16)).toString())).toEqual(carried);
    }
  });
});
