// A request that may take as long as it likes while bytes arrive, and not much longer than a line is silent.

const silence = 20_000;

export async function arriving(url: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const ends = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const alive = () => { clearTimeout(waiting); waiting = setTimeout(() => ends.abort(), silence); };
  try {
    alive();
    const answer = await fetch(url, { cache: 'no-store', credentials: 'same-origin', headers, signal: ends.signal });
    alive();
    const reader = answer.body?.getReader(), decoder = new TextDecoder();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
      alive();
      text += decoder.decode(part.value, { stream: true });
    }
    return { status: answer.status, text: text + decoder.decode() };
  } finally {
    clearTimeout(waiting);
  }
}
