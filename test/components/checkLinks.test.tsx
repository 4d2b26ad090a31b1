import { describe, expect, test } from 'vitest';
import { ContentChecks } from '#app/components/posting/ContentChecks.tsx';
import { PostingRecord } from '#app/components/posting/PostingRecord.tsx';
import { RuleSetPage } from '#app/components/rule/RuleSetPage.tsx';
import type { Verdict } from '#app/domain/verdict.ts';
import { completePosting } from '#fixtures/postings.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { htmlOf } from './render.tsx';

const ruleSet = 'acceptance/posting';
const catalogue = await loadCatalogue('rules');
const { rules, version } = catalogue.inForce(ruleSet, '2026-11-24');

/** A verdict in which every check found something. */
const verdict: Verdict = {
  ruleSet,
  version,
  hash: 'hash',
  asOf: '2026-11-24',
  outcome: 'blocked',
  facts: {},
  reasons: rules.map(({ id, title, severity, fields }) => ({
    rule: id,
    title,
    message: '見つかりました（見本）。',
    source: { document: '見本', quote: '見本' },
    facts: {},
    ...(severity === undefined ? {} : { severity }),
    ...(fields === undefined ? {} : { fields }),
  })),
};

const checks = htmlOf(<ContentChecks verdict={verdict} rules={rules.length} note="" />);

describe('From every check a clerk gets', () => {
  const fields = verdict.reasons.flatMap(({ fields: [first] = [] }) => (first === undefined ? [] : [first]));

  test('to the field it is about, which takes the focus, however little was filled in', () => {
    const notes = fields.map((field) => ({ field, severity: 'error' as const, text: field }));
    const record = (content: ReturnType<typeof completePosting>) =>
      htmlOf(<PostingRecord content={content} establishment={{}} notes={notes} />);
    expect(fields.length).toBeGreaterThan(30);
    for (const html of [record(completePosting()), record({})])
      for (const field of fields) expect(html).toContain(`<tr id="r-${field}" tabindex="-1">`);
    for (const field of fields) expect(checks).toContain(`href="#r-${field}"`);
  });

  test('to its provision, in the version that judged', () => {
    const read = catalogue.version(ruleSet, version);
    const page = htmlOf(<RuleSetPage ruleSet={read?.described as never} />);
    for (const { id } of rules) {
      expect(checks).toContain(`href="/staff/rules/acceptance/posting/versions/${version}#${id}"`);
      expect(page).toContain(`id="${id}" tabindex="-1"`);
    }
  });
});
