/** Which rows stand on a page; a page past the end is the last one. */
export interface Page { page: number; pages: number; from: number; to: number }

export function pageOf(rows: number, size: number, page: number): Page {
  const pages = Math.max(1, Math.ceil(rows / size));
  const at = Math.max(0, Math.min(page, pages - 1));
  return { page: at, pages, from: at * size, to: Math.min(rows, (at + 1) * size) };
}

/** The scale of the score ruler: from the ten below the lowest shown to the full mark; below 0 only where a total is. */
export function scale(lowest: number | undefined, full: number): { low: number; full: number; at: (total: number) => number } {
  const least = lowest !== undefined && lowest < 0 ? -Infinity : 0;
  const low = Math.max(least, Math.min((Math.ceil((lowest ?? full - 20) / 10) - 1) * 10, full - 10));
  return { low, full, at: (total) => Math.max(0, Math.min(100, ((total - low) / (full - low)) * 100)) };
}
