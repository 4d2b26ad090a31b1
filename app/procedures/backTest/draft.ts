/** The text of a change of the rules that somebody is drafting; null when there is none of that id. */
export async function draftTextOf(_changeId: string): Promise<string | null> {
  return null;
}
