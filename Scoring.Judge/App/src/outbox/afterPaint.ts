/** The key is on the glass first, on the disk right after: writing costs a slow tablet more than drawing. */
export function afterPaint(): Promise<void> {
  if (typeof requestAnimationFrame !== 'function') return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, 50); // a hidden tab draws nothing
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
