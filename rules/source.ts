import {
  createScanner,
  findNodeAtLocation,
  type JSONPath,
  type Node,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';

/** Where something stands in a text, both counted from 1; a column counts UTF-16 units, as editors do. */
export type Place = { line: number; column: number };

/** The place of what is wrong with a file as a whole: missing, too large, not a text. */
export const WHOLE_FILE: Place = { line: 0, column: 0 };

/** `line:column` as editors and compilers write it; of a whole file its beginning. */
export const placeForEditors = ({ line, column }: Place): string =>
  `${Math.max(line, 1)}:${Math.max(column, 1)}`;

export type TextProblem = Place & { message: string };

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 100;

/** Tells the place of an offset. Lines end with LF, CRLF or CR, and are looked for once, however many places are asked. */
const placesIn = (text: string): ((offset: number) => Place) => {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
    let first = 0;
    let last = starts.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((starts[middle] ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    return { line: first + 1, column: offset - (starts[first] ?? 0) + 1 };
  };
};

const utf8 = (bytes: Uint8Array, options?: TextDecodeOptions): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);

/** How many bytes at the beginning are UTF-8, a character cut off at their end included. */
const readableBytes = (bytes: Uint8Array): number => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      utf8(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
};

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The text of a file in UTF-8, without its byte order mark, or what is wrong with its bytes. */
export const textOf = (bytes: Uint8Array): string | TextProblem => {
  if (isUtf16(bytes)) {
    return { ...WHOLE_FILE, message: '文字コードが UTF-16 です。UTF-8 で保存し直してください。' };
  }
  let text: string;
  try {
    text = utf8(bytes);
  } catch {
    const before = utf8(bytes.subarray(0, readableBytes(bytes)), { stream: true });
    return {
      ...placesIn(before)(before.length),
      message: 'ここから UTF-8 として読み取れません。Shift_JIS などではなく UTF-8 で保存し直してください。',
    };
  }
  const nul = text.indexOf('\0');
  return nul < 0
    ? text
    : {
        ...placesIn(text)(nul),
        message: 'NUL 文字があります。文字コード UTF-8 のテキストとして保存し直してください。',
      };
};

/** What a text may not go beyond, so that checking it costs little. */
export type TextLimits = {
  /** Items of one list, or properties of one object. */
  entries: number;
  /** Items and properties of the whole text. */
  values: number;
};

/**
 * Where a text nests deeper, or holds more, than any rule file or situation needs. Counted token by token before a parser
 * recurses into it; a closing bracket that fits nothing closes nothing, so a broken text is never taken for flatter than
 * the parser finds it.
 */
const structureProblem = (
  text: string,
  limits: TextLimits | undefined,
): { offset: number; message: string } | null => {
  const scanner = createScanner(text, true);
  const open: { closedBy: string; entries: number }[] = [];
  let values = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const token = text[offset] ?? '';
    const inside = open.at(-1);
    if (token === '{' || token === '[') open.push({ closedBy: token === '{' ? '}' : ']', entries: 1 });
    else if (token === inside?.closedBy) open.pop();
    else if (token === ',' && inside) {
      inside.entries += 1;
      values += 1;
    }
    if (open.length > MAX_DEPTH) return { offset, message: `かっこの入れ子が${MAX_DEPTH}段を超えています。` };
    if (limits && inside && inside.entries > limits.entries)
      return { offset, message: `1つのかっこの中に書けるのは${limits.entries}個までです。` };
    if (limits && values > limits.values)
      return { offset, message: `全体で書けるのは${limits.values}個の値までです。` };
  }
  return null;
};

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: '読み取れない語があります。文字列は " で囲んでください。',
  InvalidNumberFormat: '数値の書き方が正しくありません。',
  PropertyNameExpected: '項目名が必要です。最後の項目の後ろに余分な「,」がないか確かめてください。',
  ValueExpected: '値が必要です。',
  ColonExpected: '項目名の後ろに「:」が必要です。',
  CommaExpected: '前の項目との間に「,」が必要です。',
  CloseBraceExpected: '閉じる「}」がありません。',
  CloseBracketExpected: '閉じる「]」がありません。',
  EndOfFileExpected: 'ここで終わるはずの後ろに余分な文字があります。',
  InvalidCommentToken: 'コメントは書けません。',
  UnexpectedEndOfString: '文字列を閉じる「"」がありません。',
  InvalidEscapeCharacter: '「\\」の後ろの文字が正しくありません。',
  InvalidCharacter: '文字列の中で使えない文字(改行・タブなど)があります。',
};

/** Control, bidirectional and other characters that leave no mark, private and half ones: all but the line break. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text of a stranger inside a sentence: characters that leave no mark by their code, and not longer than the limit. */
export const legible = (text: string, limit: number): string => {
  const shown = text.slice(0, limit).replaceAll(new RegExp(INVISIBLE, 'gu'), codePoint);
  return text.length > limit ? `${shown}…` : shown;
};

/**
 * What is wrong with a text as JSON, before its meaning is looked at: syntax, nesting beyond 64, and a name written twice
 * in one object, which JSON.parse would pass over in silence. With limits the text is a rule file, whose words may also
 * not hide characters that nobody sees.
 */
export const jsonProblems = (text: string, limits?: TextLimits): readonly TextProblem[] => {
  const placeAt = placesIn(text);
  const structure = structureProblem(text, limits);
  if (structure !== null) return [{ ...placeAt(structure.offset), message: structure.message }];

  const problems: TextProblem[] = [];
  /** One slip may surprise the parser several times in one place; the first surprise says it. */
  let lastOffset = -1;
  const report = (offset: number, message: string): void => {
    if (problems.length >= MAX_PROBLEMS || offset === lastOffset) return;
    lastOffset = offset;
    problems.push({ ...placeAt(offset), message });
  };
  const reportInvisible = (value: unknown, offset: number): void => {
    const hidden = limits && typeof value === 'string' ? INVISIBLE.exec(value) : null;
    if (hidden) report(offset, `目に見えない文字(${codePoint(hidden[0])})が入っています。消してください。`);
  };
  const open: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => {
        open.push(new Set());
      },
      onObjectEnd: () => {
        open.pop();
      },
      onObjectProperty: (name, offset) => {
        const names = open.at(-1);
        if (names?.has(name))
          report(offset, `「${legible(name, 40)}」が2回書かれています。1つにしてください。`);
        names?.add(name);
        reportInvisible(name, offset);
      },
      onLiteralValue: reportInvisible,
      onError: (code, offset) => {
        report(offset, SYNTAX[printParseErrorCode(code)] ?? 'JSON として読み取れません。');
      },
    },
    { disallowComments: true },
  );
  return problems;
};

/** A JSON text with the places of its values. */
export type Source = {
  value: unknown;
  /** The place of the value at that path, or of its nearest ancestor that exists. */
  placeOf(path: JSONPath): Place;
  /** The place of the name of a property. */
  placeOfName(path: JSONPath, name: string): Place;
};

/** Reads a text in which `jsonProblems` found nothing. */
export const readSource = (text: string): Source => {
  const root = parseTree(text, [], { disallowComments: true });
  const placeAt = placesIn(text);

  const nodeAt = (path: JSONPath): Node | undefined =>
    root && (path.length === 0 ? root : (findNodeAtLocation(root, path) ?? nodeAt(path.slice(0, -1))));

  const placeOf = (path: JSONPath): Place => placeAt(nodeAt(path)?.offset ?? 0);

  return {
    value: JSON.parse(text),
    placeOf,
    placeOfName: (path, name) => {
      const property = nodeAt(path)?.children?.find((child) => child.children?.[0]?.value === name);
      return property ? placeAt(property.offset) : placeOf(path);
    },
  };
};
