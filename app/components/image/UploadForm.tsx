import type { ImageProblem } from '#app/domain/image.ts';
import { imageUploadForm } from '#app/forms/image.ts';
import { imageProblemText, imagesText } from '#app/text/images.ts';
import { type FormAnswer, messagesOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import styles from './Images.module.css';

/** What became of one file, with the name the browser gave it. */
export type FileAnswer = { id: string; name: string } & (
  | { kept: true }
  | { kept: false; reasons: readonly { rule: string; message: string }[] }
  | { kept: false; problem: ImageProblem }
);

export type UploadLimits = { files: number; bytes: number };

export const uploadIntent = 'upload';

/** 登録: several files at once, by the browser's own file input. */
export function UploadForm({
  idempotencyKey,
  limits,
  answer,
}: {
  idempotencyKey: string;
  limits: UploadLimits;
  answer: FormAnswer | undefined;
}) {
  return (
    <FormFrame
      idempotencyKey={idempotencyKey}
      withFile
      submits={[{ label: imagesText.upload, intent: uploadIntent }]}
    >
      <p>{imagesText.limits(limits.files, limits.bytes)}</p>
      <p>{imagesText.remade}</p>
      {imageUploadForm.sections.map((section) => (
        <FieldSet
          key={section.id}
          section={section}
          typed={answer?.typed ?? { purpose: 'exterior' }}
          messages={messagesOf(imageUploadForm, answer)}
          titleHidden
        >
          <div className={styles.file}>
            <label htmlFor="f-files">{imagesText.file}</label>
            <p id="f-files-help">{imagesText.fileHelp}</p>
            <input
              type="file"
              id="f-files"
              name="files"
              multiple
              accept="image/jpeg,image/gif,image/png,image/bmp,.jpg,.jpeg,.gif,.png,.bmp"
              aria-describedby="f-files-help"
            />
          </div>
        </FieldSet>
      ))}
    </FormFrame>
  );
}

/** Every file with its own answer, the refused ones first said in the title. */
export function UploadAnswers({ answers }: { answers: readonly FileAnswer[] }) {
  const kept = answers.filter((answer) => answer.kept).length;
  return (
    <Banner kind="error" title={imagesText.answersTitle(kept, answers.length - kept)}>
      <ul>
        {answers.map((answer) => (
          <li key={answer.id}>
            <b>{answer.name === '' ? imagesText.unnamed : answer.name}</b>：{sentenceOf(answer)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const sentenceOf = (answer: FileAnswer): string => {
  if (answer.kept) return imagesText.answerKept;
  return 'problem' in answer
    ? imageProblemText(answer.problem)
    : answer.reasons.map(({ message }) => message).join('');
};
