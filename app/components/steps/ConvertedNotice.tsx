import { Banner } from '#app/components/ui/Banner.tsx';
import type { FormValues } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { useSearchParams } from '#app/web/remix.ts';
import { convertedFields } from './stepFields.ts';

/** What was rewritten while the step before was saved, told as a status: 全角を半角に and the like. */
export function ConvertedNotice({ content }: { content: FormValues }) {
  const [search] = useSearchParams();
  const fields = convertedFields(search);
  if (fields.length === 0) return null;
  return (
    <Banner kind="info" title={postingText.converted}>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            {field.label}：{formatValue(field, content[field.name] ?? null)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
