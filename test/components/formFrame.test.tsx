import { describe, expect, test } from 'vitest';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { htmlOf } from './render.tsx';

describe('a form', () => {
  const html = htmlOf(
    <FormFrame
      idempotencyKey="key-1"
      version={3}
      submits={[
        { label: '次へ進む', intent: 'next' },
        { label: '一時保存', intent: 'save' },
      ]}
    />,
  );

  test('posts its key, the version it shows and the button that was pressed', () => {
    expect(html).toContain('method="post"');
    expect(html).toContain('<input type="hidden" name="_key" value="key-1"/>');
    expect(html).toContain('<input type="hidden" name="_version" value="3"/>');
    expect(html).toMatch(/name="_intent" value="next".*次へ進む.*name="_intent" value="save".*一時保存/s);
  });

  test('leaves checking to the server and never disables a button', () => {
    expect(html).toContain('novalidate=""');
    expect(html).not.toContain(' disabled');
  });
});

describe('the summary of a form that came back', () => {
  test('links each error to its field and keeps errors and warnings apart in words', () => {
    const html = htmlOf(
      <ErrorSummary
        messages={[
          { field: 'name', message: '事業所名を入力してください。' },
          { field: 'basePay', message: '最低賃金を下回る可能性があります。', severity: 'warning' },
        ]}
      />,
    );
    expect(html).toContain('エラー：入力内容に1件の誤りがあります');
    expect(html).toContain('<a href="#f-name">事業所名を入力してください。</a>');
    expect(html).toContain('確認：確認してほしい項目が1件あります');
    expect(html).toContain('<a href="#f-basePay">');
  });

  test('a refusal about no field in particular stands alone', () => {
    const html = htmlOf(<ErrorSummary refusal="認証キーの有効期限が過ぎました。" />);
    expect(html).toContain('エラー：認証キーの有効期限が過ぎました。');
    expect(html).not.toContain('<li>');
  });

  test('is not there when nothing is wrong', () => {
    expect(htmlOf(<ErrorSummary />)).not.toContain('role="alert"');
  });
});
