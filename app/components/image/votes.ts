import type { Image } from '#app/domain/image.ts';
import { imageReviewText } from '#app/text/staff/images.ts';
import type { FieldMessage } from '../ui/fieldMessages.ts';

/** What is said about one image before it is sent: as it stands in the form. */
export type Vote = {
  imageId: string;
  version: number;
  vote: 'yes' | 'no' | null;
  reasons: readonly string[];
  message: string;
};

/** Reads what a form says about each image it showed; an image that was not in the form is not spoken of. */
export const votesIn = (raw: FormData): Vote[] =>
  raw.getAll('image').flatMap((value) => {
    const [imageId = '', version = ''] = String(value).split(':');
    if (!/^\d{1,9}$/.test(version)) return [];
    const vote = raw.get(`vote:${imageId}`);
    return [
      {
        imageId,
        version: Number(version),
        vote: vote === 'yes' || vote === 'no' ? vote : null,
        reasons: raw.getAll(`reasons:${imageId}`).map(String),
        message: String(raw.get(`message:${imageId}`) ?? '').trim(),
      },
    ];
  });

export const isUndecided = ({ vote }: Vote): boolean => vote === null;
export const isSilent = ({ vote, reasons, message }: Vote): boolean =>
  vote === 'no' && reasons.length === 0 && message === '';

/** What is wrong with the votes, each leading to the first image it is about. */
export function voteMessages(waiting: readonly Pick<Image, 'id'>[], votes: readonly Vote[]): FieldMessage[] {
  const about = (isWrong: (vote: Vote) => boolean, sentence: (numbers: string) => string): FieldMessage[] => {
    const wrong = votes.filter(isWrong).map(({ imageId }) => imageId);
    const numbers = waiting.flatMap(({ id }, index) => (wrong.includes(id) ? [index + 1] : []));
    const [first] = wrong;
    if (first === undefined) return [];
    return [{ field: `vote:${first}`, message: sentence(numbers.join('・')), href: `#image-${first}` }];
  };
  return [...about(isUndecided, imageReviewText.undecided), ...about(isSilent, imageReviewText.silent)];
}
