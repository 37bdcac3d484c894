// A sheet as QR codes, for when the Wi-Fi stays dead: the very submission that waits in the outbox, small, with this tablet's proof.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { SheetSubmission } from '@scoring/web/wire';
import { encodeText } from './qrText';

/** Bytes in one code: below version 25 with low correction, in the alphanumeric mode. */
const largestAlone = 1_080, largestPart = 720;
const proofLength = 16;

export interface Carried { competition: string; device: string; submission: SheetSubmission }

/** One text a code; several are shown in turn. */
export async function carriedTexts(carried: Carried, key: string): Promise<string[]> {
  const body = await deflate(new TextEncoder().encode(JSON.stringify(carried)));
  const proof = hmac(sha256, fromBase64(key), body).slice(0, proofLength);
  const whole = new Uint8Array(body.length + proofLength);
  whole.set(body);
  whole.set(proof, body.length);
  const name = carried.submission.id.replaceAll('-', '').slice(0, 8).toUpperCase();
  const parts = whole.length <= largestAlone ? 1 : Math.ceil(whole.length / largestPart);
  // Even lengths: three letters for two bytes.
  const length = Math.ceil(whole.length / parts / 2) * 2;
  return Array.from({ length: parts }, (_, n) => `SC1/${name}/${n + 1}/${parts}:${encodeText(whole.slice(n * length, (n + 1) * length))}`);
}

/** zlib's format, which .NET reads too. Safari before 16.4 has no press: there it goes as it is, in more codes. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof CompressionStream === 'undefined') return stored(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** zlib's format without pressing: one stored block, and Adler-32. */
export function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let a = 1, b = 0;
  for (const byte of bytes) { a = (a + byte) % 65_521; b = (b + a) % 65_521; }
  const { length } = bytes;
  const ends = [length & 255, length >> 8, ~length & 255, (~length >> 8) & 255];
  return Uint8Array.from([0x78, 0x01, 1, ...ends, ...bytes, b >> 8, b & 255, a >> 8, a & 255]);
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
