// A signature on the glass as an SVG path in a box of 260 × 90, whatever the size of the glass.

export interface Point { x: number; y: number }
export type Stroke = Point[];

export const signatureBox = { width: 260, height: 90 };
const margin = 4;

export interface Size { width: number; height: number }

/** Where a box stands on a glass of another size: as large as it fits, in the middle. */
export function fitted(box: Size, glass: Size): { scale: number; dx: number; dy: number } {
  const scale = Math.min(glass.width / box.width, glass.height / box.height);
  return { scale, dx: (glass.width - box.width * scale) / 2, dy: (glass.height - box.height * scale) / 2 };
}

/** Null: nothing that could be a signature (a tap or a short dash). */
export function toPath(strokes: readonly Stroke[]): string | null {
  const points = strokes.flat();
  if (points.length < 6) return null;
  const xs = points.map((p) => p.x), ys = points.map((p) => p.y);
  const left = Math.min(...xs), top = Math.min(...ys);
  const width = Math.max(...xs) - left, height = Math.max(...ys) - top;
  if (width + height < 40) return null;
  const scale = Math.min((signatureBox.width - 2 * margin) / Math.max(width, 1), (signatureBox.height - 2 * margin) / Math.max(height, 1));
  const dx = (signatureBox.width - width * scale) / 2, dy = (signatureBox.height - height * scale) / 2;
  const place = (p: Point) => `${round((p.x - left) * scale + dx)} ${round((p.y - top) * scale + dy)}`;
  return strokes.filter((s) => s.length > 0).map((s) => 'M' + thin(s, 1 / scale).map(place).join('L')).join('');
}

/** Drops points nearer than half a unit to the last one kept, so that a signature stays small. */
function thin(stroke: Stroke, unit: number): Stroke {
  const kept: Stroke = [];
  stroke.forEach((p, n) => {
    const last = kept.at(-1);
    if (!last || n === stroke.length - 1 || Math.hypot(p.x - last.x, p.y - last.y) >= unit * 0.6) kept.push(p);
  });
  return kept.length === 1 ? [kept[0]!, kept[0]!] : kept;
}

const round = (n: number) => Math.round(n * 10) / 10;
