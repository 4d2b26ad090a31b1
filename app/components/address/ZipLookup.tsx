import { useMounted } from '@mantine/hooks';
import { useId, useState } from 'react';
import buttons from '#app/components/ui/Buttons.module.css';
import { SubmitButton } from '#app/components/ui/Buttons.tsx';
import { fieldId } from '#app/components/ui/fieldMessages.ts';
import { digitsOnly } from '#app/forms/normalise.ts';
import { addressText } from '#app/text/mypage/address.ts';
import { paths } from '#app/web/paths.ts';
import {
  type AddressCandidate,
  type AddressFields,
  type AddressSearch,
  addressLine,
  streetWith,
} from './candidate.ts';
import { ZIP_CHOICE, zipIntents } from './intents.ts';
import styles from './ZipLookup.module.css';

type Search = AddressSearch | 'none' | 'searching' | 'no-code' | 'failed';

/** The input of the form this part stands in; every address field is an input or a select. */
function inputOf(name: string): HTMLInputElement | HTMLSelectElement | null {
  const element = document.getElementById(fieldId(name));
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element : null;
}

function fill(fields: AddressFields, candidate: AddressCandidate): void {
  const texts = {
    [fields.prefecture]: candidate.prefecture,
    [fields.city]: candidate.city,
    [fields.street]: streetWith(candidate.town, inputOf(fields.street)?.value ?? ''),
  };
  for (const [name, text] of Object.entries(texts)) {
    const input = inputOf(name);
    if (input === null) continue;
    input.value = text;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

async function searchFor(code: string): Promise<Search> {
  if (code === '') return 'no-code';
  try {
    const response = await fetch(paths.zip(code));
    if (!response.ok) return 'failed';
    const { candidates } = (await response.json()) as { candidates: readonly AddressCandidate[] };
    return { code, candidates, chosen: candidates.length === 1 ? (candidates[0] ?? null) : null };
  } catch {
    return 'failed';
  }
}

/**
 * 住所を検索: under the postal code of a form. With a script the candidates are fetched and filled in; without one the
 * button posts the form (`zipIntents`) and the page comes back with the candidates as choices.
 */
export function ZipLookup({ fields, answer }: { fields: AddressFields; answer?: AddressSearch | null }) {
  const mounted = useMounted();
  const [search, setSearch] = useState<Search>(answer ?? 'none');
  const [picked, setPicked] = useState(0);
  const status = useId();

  const run = async () => {
    setSearch('searching');
    const found = await searchFor(inputOf(fields.postal)?.value.trim() ?? '');
    setPicked(0);
    setSearch(found);
    if (typeof found === 'object' && found.chosen !== null) fill(fields, found.chosen);
  };
  const choose = (candidates: readonly AddressCandidate[], code: string) => {
    const chosen = candidates[picked];
    if (chosen === undefined) return;
    fill(fields, chosen);
    setSearch({ code, candidates, chosen });
    inputOf(fields.street)?.focus();
  };

  return (
    <div className={styles.lookup}>
      <div className={styles.ask}>
        {mounted ? (
          <button
            type="button"
            className={buttons.button}
            data-kind="secondary"
            onClick={run}
            aria-describedby={status}
          >
            {addressText.search}
          </button>
        ) : (
          <SubmitButton
            kind="secondary"
            name="_intent"
            value={zipIntents.search}
            formAction={`#${fieldId(fields.postal)}`}
          >
            {addressText.search}
          </SubmitButton>
        )}
        <p className={styles.help}>{addressText.help}</p>
      </div>
      <p id={status} role="status">
        {statusText(search)}
      </p>
      {typeof search === 'object' && search.candidates.length > 1 && search.chosen === null ? (
        <fieldset className={styles.candidates}>
          <legend>{addressText.candidates(search.candidates.length)}</legend>
          <div className={styles.list}>
            {search.candidates.map((candidate, index) => (
              <label key={addressLine(candidate)} className={styles.candidate}>
                <input
                  type="radio"
                  name={ZIP_CHOICE}
                  value={index}
                  defaultChecked={index === 0}
                  onChange={() => setPicked(index)}
                />
                {addressLine(candidate)}
              </label>
            ))}
          </div>
          {mounted ? (
            <button
              type="button"
              className={buttons.button}
              data-kind="secondary"
              onClick={() => choose(search.candidates, search.code)}
            >
              {addressText.choose}
            </button>
          ) : (
            <SubmitButton
              kind="secondary"
              name="_intent"
              value={zipIntents.choose}
              formAction={`#${fieldId(fields.street)}`}
            >
              {addressText.choose}
            </SubmitButton>
          )}
        </fieldset>
      ) : null}
    </div>
  );
}

function statusText(search: Search): string {
  if (search === 'searching') return addressText.searching;
  if (search === 'no-code') return addressText.noCode;
  if (search === 'failed') return addressText.failed;
  if (search === 'none') return '';
  if (search.chosen !== null) return addressText.filled(addressLine(search.chosen));
  if (search.candidates.length > 0) return addressText.offered(search.candidates.length);
  if (search.code === '') return addressText.noCode;
  const digits = digitsOnly(search.code).replace(/\D/g, '').length;
  return digits === 7 ? addressText.unknown(search.code) : addressText.incomplete(digits);
}
