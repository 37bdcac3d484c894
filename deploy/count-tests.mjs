// Says what each failed C# test said, and sums the TRX and Vitest results of a folder into the closing line "N passed, N failed, N skipped".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const plain = xml => xml.replace(/&(lt|gt|quot|apos|#xD|#xA|amp);/g, (_, e) => ({ lt: '<', gt: '>', quot: '"', apos: "'", '#xD': '', '#xA': '\n', amp: '&' })[e]);
let passed = 0, failed = 0, skipped = 0;
for (const file of readdirSync(folder).filter(name => /\.(trx|json)$/.test(name))) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.trx')) {
    const counters = /<Counters ([^>]*)\/>/.exec(text)?.[1] ?? '';
    const count = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
    passed += count('passed');
    failed += count('failed') + count('error') + count('timeout') + count('aborted');
    skipped += count('total') - count('executed');
    for (const [, name, rest] of text.matchAll(/<UnitTestResult [^>]*testName="([^"]*)"[^>]*outcome="Failed"[^>]*>([\s\S]*?)<\/UnitTestResult>/g)) {
      console.log(`\n${plain(name)}\n${plain(/<ErrorInfo>([\s\S]*?)<\/ErrorInfo>/.exec(rest)?.[1].replace(/<[^>]*>/g, '') ?? '')}`);
    }
    if (/<ResultSummary outcome="(Failed|Error)"/.test(text) && count('failed') === 0) failed++;
  } else if (file.endsWith('.json')) {
    const result = JSON.parse(text);
    passed += result.numPassedTests;
    failed += result.numFailedTests + (result.numFailedTests === 0 && !result.success ? 1 : 0);
    skipped += result.numPendingTests;
  }
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
