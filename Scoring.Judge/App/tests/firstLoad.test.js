// What travels before the list of entrants shows: the page, its scripts and styles, compressed as the server does.
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = new URL('../dist/', import.meta.url);

describe.skipIf(!existsSync(new URL('index.html', dist)))('the first load', () => {
  // 68.9 KB before old browsers were served; a tenth more at most.
  it('stays under 76 KB compressed', () => {
    const page = readFileSync(new URL('index.html', dist), 'utf8');
    const files = ['index.html', ...[...page.matchAll(/(?:src|href)="\/judge\/(assets\/[^"]+)"/g)].map((m) => m[1])];
    expect(files.length).toBeGreaterThan(2);
    const size = (pack) => files.reduce((sum, file) => sum + pack(readFileSync(new URL(file, dist))).length, 0);
    const gzip = size(gzipSync), brotli = size(brotliCompressSync);
    console.log(`first load: ${(gzip / 1000).toFixed(1)} KB gzip, ${(brotli / 1000).toFixed(1)} KB brotli, ${files.length} files`);
    expect(gzip).toBeLessThan(75_800);
  });
});
