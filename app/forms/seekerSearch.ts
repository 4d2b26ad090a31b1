import { type Field, type FormDefinition, fieldsOf } from './field.ts';
import { seekerForm } from './jobSeeker.ts';

/** The words and choices of the form that the seeker's answers come from. */
const likeIn = (name: string): Pick<Field, 'label' | 'choices'> => {
  const field = fieldsOf(seekerForm).find((one) => one.name === name);
  if (field === undefined) throw new Error(`No field ${name}.`);
  const { label, choices } = field;
  return { label, ...(choices === undefined ? {} : { choices }) };
};

/** Whoever does not mind is found by every choice, so that is nothing to look for. */
const withoutAny = ({ label, choices = [] }: Pick<Field, 'label' | 'choices'>) => ({
  label,
  choices: choices.filter(({ value }) => value !== 'any'),
});

/** 求職情報検索: what an employer may look for; the names stand in the address. */
export const seekerSearchForm: FormDefinition = {
  id: 'seeker-search',
  title: '検索の条件',
  sections: [
    {
      id: 'terms',
      title: '検索の条件',
      fields: [
        { name: 'occupation', kind: 'text', maxLength: 40, ...likeIn('wished_occupation'), help: '例：介護' },
        { name: 'prefecture', kind: 'choice', ...likeIn('wished_prefecture') },
        { name: 'place', kind: 'text', maxLength: 40, ...likeIn('wished_place') },
        { name: 'experience', kind: 'text', maxLength: 40, ...likeIn('work_experience'), help: '例：経理' },
        { name: 'licences', kind: 'text', maxLength: 40, ...likeIn('held_licences'), help: '例：簿記' },
        { name: 'employment_form', kind: 'choice', ...withoutAny(likeIn('wished_employment_form')) },
        { name: 'work_time', kind: 'choice', ...withoutAny(likeIn('wished_work_time')) },
        {
          name: 'words',
          label: 'そのほかの言葉',
          kind: 'text',
          maxLength: 100,
          help: '専門知識・技能やPRも含めて探します。空白で区切ると、すべてを含むものを探します。',
        },
      ],
    },
  ],
};
