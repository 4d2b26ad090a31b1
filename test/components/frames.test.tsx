import { expect, test } from 'vitest';
import { MyPageFrame } from '#app/components/ui/MyPageFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { PrintFrame } from '#app/components/ui/PrintFrame.tsx';
import { StaffFrame, type StaffFrameProps } from '#app/components/ui/StaffFrame.tsx';
import { htmlOf } from './render.tsx';

const staff: StaffFrameProps = {
  officeName: 'ハローワーク架空野',
  today: '2026-11-23',
  closedReason: '勤労感謝の日',
  user: { name: '確認 太郎', role: 'clerk' },
  counts: { reviews: 12, changes: 4, images: 5, visits: 3, dueToday: 0 },
  children: <PageTitle title="審査" />,
};

test('the counter sees its office, the day and why it is closed', () => {
  const html = htmlOf(<StaffFrame {...staff} />, '/staff');
  expect(html).toContain('ハローワーク架空野');
  expect(html).toContain('令和8年11月23日(月)');
  expect(html).toContain('閉庁（勤労感謝の日）');
});

test('search is a GET form, logout a POST form, and everything else a link', () => {
  const html = htmlOf(<StaffFrame {...staff} />, '/staff');
  expect(html).toMatch(/<form method="get" action="\/staff\/establishments"/);
  expect(html).toMatch(/<form method="post" action="\/staff\/logout"/);
  expect(html.match(/<form/g)).toHaveLength(2);
});

test('the menu marks the screen we are on, also below it', () => {
  const html = htmlOf(<StaffFrame {...staff} />, '/staff/reviews/1');
  expect(html).toMatch(/<a [^>]*aria-current="page"[^>]*href="\/staff\/reviews"/);
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
});

test.each(['/staff/changes/1', '/staff/changes/1/accept', '/staff/images/1', '/staff/checks/1'])(
  'the menu marks 審査 on %s, where items of the queue are decided',
  (path) => {
    const html = htmlOf(<StaffFrame {...staff} />, path);
    expect(html).toMatch(/<a [^>]*aria-current="page"[^>]*href="\/staff\/reviews"/);
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  },
);

test('a bell leads to what was given up, and is not there while there is nothing', () => {
  const html = htmlOf(<StaffFrame {...staff} deadJobs={2} />, '/staff');
  expect(html).toMatch(
    /<a [^>]*href="\/staff\/jobs\?state=dead"[^>]*>.*送信などの失敗 <b class="numeric">2<\/b>/,
  );
  expect(htmlOf(<StaffFrame {...staff} />, '/staff')).not.toContain('送信などの失敗');
});

test('help is on every page with its number', () => {
  expect(htmlOf(<StaffFrame {...staff} />, '/staff')).toContain('0570-077450');
  expect(
    htmlOf(
      <MyPageFrame establishmentName={null} email="saiyo@mihon.example">
        <p />
      </MyPageFrame>,
      '/mypage',
    ),
  ).toContain('0570-077450');
});

test('a page says what was done just before, by the code in its address and nothing else', () => {
  expect(htmlOf(<StaffFrame {...staff} />, '/staff?done=posting-accepted')).toContain('求人を受理しました。');
  expect(htmlOf(<StaffFrame {...staff} />, '/staff?done=constructor')).not.toContain('role="status"><span>');
});

test('a printed sheet carries its name, when and by whom it was issued, and 取扱注意', () => {
  const html = htmlOf(
    <PrintFrame
      title="開設案内（控え）"
      issuedAt="2026-11-23T05:05:00.000Z"
      issuer="ハローワーク架空野 窓口 花子"
      confidential
      back="/staff"
    >
      <p />
    </PrintFrame>,
  );
  expect(html).toContain('発行日時 令和8年11月23日 14時05分');
  expect(html).toContain('発行者 ハローワーク架空野 窓口 花子');
  expect(html).toContain('取扱注意');
});
