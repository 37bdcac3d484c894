/** What a request's refusal (RFC 9457) says to people; undefined: it says nothing. */
export async function problemOf(answer: Response): Promise<string | undefined> {
  const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
  return problem.detail ?? problem.title;
}
