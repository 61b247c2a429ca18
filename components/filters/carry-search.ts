/**
 * Where a filter leads when something was typed into the search and not sent yet: the same address with the typed words.
 * @param href address of the same page, relative to the origin
 * @param typed what stands in the field now
 * @param sent what the page was made for
 * @returns null when nothing was typed meanwhile: the link is right as it is
 */
export function carrySearch(href: string, typed: string, sent: string): string | null {
  const q = typed.trim();
  if (q === sent.trim()) return null;
  const url = new URL(href, "http://here");
  const others = [...url.searchParams].filter(([name]) => name !== "q" && name !== "cursor");
  const search = new URLSearchParams(q === "" ? others : [["q", q], ...others]);
  return `${url.pathname}${search.size === 0 ? "" : `?${search}`}${url.hash}`;
}
