/** `text` anywhere in a column: the wildcards of LIKE in it are taken literally with `escape '\'`. */
export const containing = (text: string): string => `%${escaped(text)}%`;

/** `text` at the beginning of a column. */
export const beginningWith = (text: string): string => `${escaped(text)}%`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
