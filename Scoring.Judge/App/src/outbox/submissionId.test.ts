import { describe, expect, it } from 'vitest';
import { newSubmissionId } from './submissionId';

describe('submission ids', () => {
  it('are version 4 UUIDs and never the same', () => {
    const ids = Array.from({ length: 1000 }, newSubmissionId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
