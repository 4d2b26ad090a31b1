import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';

/** Where something stands in a text, both counted from 1. */
export type Place = { line: number; column: number };
export type TextProblem = Place & { message: string };

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 100;

/** Where nesting goes beyond what any rule file or situation needs. Found in a loop, before any parser recurses into it. */
const tooDeepAt = (text: string): number | null => {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (inString && character === '\\') offset += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
    if (depth > MAX_DEPTH) return offset;
  }
  return null;
};

const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
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

/**
 * What is wrong with a text as JSON, before its meaning is looked at: syntax, nesting beyond 64, and a name written twice
 * in one object, which JSON.parse would pass over in silence.
 */
export const jsonProblems = (text: string): readonly TextProblem[] => {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return [{ ...placeAt(text, deep), message: `かっこの入れ子が${MAX_DEPTH}段を超えています。` }];
  }
  const problems: TextProblem[] = [];
  const report = (offset: number, message: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ ...placeAt(text, offset), message });
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
        if (names?.has(name)) report(offset, `「${name}」が2回書かれています。1つにしてください。`);
        names?.add(name);
      },
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

  const nodeAt = (path: JSONPath): Node | undefined =>
    root && (path.length === 0 ? root : (findNodeAtLocation(root, path) ?? nodeAt(path.slice(0, -1))));

  const placeOf = (path: JSONPath): Place => placeAt(text, nodeAt(path)?.offset ?? 0);

  return {
    value: JSON.parse(text),
    placeOf,
    placeOfName: (path, name) => {
      const property = nodeAt(path)?.children?.find((child) => child.children?.[0]?.value === name);
      return property ? placeAt(text, property.offset) : placeOf(path);
    },
  };
};
