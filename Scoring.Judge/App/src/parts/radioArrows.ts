/** Left and right walk a group of radio buttons and choose, as the platform's own do; up and down are left to the sheet. */
export function radioArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!step) return;
  const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="radio"]')];
  const to = radios[(radios.indexOf(document.activeElement as HTMLElement) + step + radios.length) % radios.length];
  event.preventDefault();
  to?.focus();
  to?.click();
}
