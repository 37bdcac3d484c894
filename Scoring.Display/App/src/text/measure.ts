// Widths as the screen's own fonts have them, in em; measured again once a font has come.
import { ref } from 'vue';
import { ems } from './ems';

export type Face = 'font' | 'font-bold' | 'serif';

const [sample, most] = [100, 4000];
const widths = new Map<string, number>();
const came = ref(0);
let canvas: CanvasRenderingContext2D | null = null;
const fonts: Partial<Record<Face, string>> = {};

if (typeof document !== 'undefined') {
  canvas = document.createElement('canvas').getContext('2d');
  document.fonts.addEventListener('loadingdone', () => { widths.clear(); came.value++; });
}

function fontOf(face: Face): string {
  const style = getComputedStyle(document.documentElement);
  return fonts[face] ??= `${face === 'font' ? 400 : 700} ${sample}px ${style.getPropertyValue(face === 'serif' ? '--serif' : '--font') || 'sans-serif'}`;
}

/** Width in em, with a hundredth to spare; where nothing can be measured, estimated on the safe side. */
export function widthOf(text: string, face: Face = 'font'): number {
  if (!canvas) return ems(text);
  void came.value; // whoever asks in a computed is asked again when a font has come
  const key = face + text;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > most) widths.clear();
  canvas.font = fontOf(face);
  const width = canvas.measureText(text).width / sample * 1.01;
  widths.set(key, width);
  return width;
}
