/** What of a key event decides which command it means. */
export type Press = {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  keyCode: number;
};

/** Where the key was pressed: in a field text goes to the field; a button or a link answers to Enter by itself. */
export type Place = 'field' | 'control' | 'page';

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

/** Browsers report this code for every key that an input method keeps for itself. */
const COMPOSING = 229;

/**
 * The name of a key as the tables of keys write it: `a`, `Shift+a`, `/`, `1`, `←`, `Enter`, `Space`, `Esc`, `Ctrl+Enter`; null
 * for what means no command. Letters go by their place on the board, so that かな entry changes nothing; digits and signs by what
 * they write, because boards place them differently.
 */
export function keyOf(press: Press): string | null {
  if (press.isComposing || press.keyCode === COMPOSING || press.repeat) return null;
  const control = press.ctrlKey || press.metaKey;
  if (press.key === 'Enter') return control ? 'Ctrl+Enter' : press.shiftKey || press.altKey ? null : 'Enter';
  if (control || press.altKey) return null;
  if (press.key === 'Escape') return 'Esc';
  if (press.key === ' ') return press.shiftKey ? null : 'Space';
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (letter !== undefined) return `${press.shiftKey ? 'Shift+' : ''}${letter.toLowerCase()}`;
  const arrow = arrows[press.key];
  if (arrow !== undefined) return press.shiftKey ? null : arrow;
  return /^[!-@[-`{-~]$/.test(press.key) ? press.key : null;
}

/** One character by itself: what a person can switch off (WCAG 2.1.4). */
export const isSingle = (keys: string): boolean =>
  keys.split(' ').every((key) => key === 'Space' || [...key.replace(/^Shift\+/, '')].length === 1);

/** Whether a command may be meant there. */
export const reaches = (key: string, place: Place): boolean => {
  if (key === 'Ctrl+Enter' || key === 'Esc') return true;
  return key === 'Enter' || key === 'Space' ? place === 'page' : place !== 'field';
};

/**
 * What a key means after the one before it: the keys of a command, or that a sequence has begun, or nothing.
 * @param before the first key of a sequence that has begun, or null
 */
export function meaning(
  key: string,
  before: string | null,
  known: readonly string[],
): { run: string } | { begun: string } | null {
  const sequence = before === null ? null : `${before} ${key}`;
  if (sequence !== null && known.includes(sequence)) return { run: sequence };
  if (known.includes(key)) return { run: key };
  return known.some((keys) => keys.startsWith(`${key} `)) ? { begun: key } : null;
}
