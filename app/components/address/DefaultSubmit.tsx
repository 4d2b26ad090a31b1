/**
 * What Enter sends. A browser takes the first submit button of a form, which would be 住所を検索; this one stands before it
 * and is for nobody to see or reach.
 */
export function DefaultSubmit({ intent }: { intent: string }) {
  return (
    <button
      type="submit"
      name="_intent"
      value={intent}
      tabIndex={-1}
      aria-hidden="true"
      className="visually-hidden"
    />
  );
}
