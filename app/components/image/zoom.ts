/** Size of a picture on the page: the whole of it, or pixels of the page for each of its own. */
export type Zoom = 'whole' | number;

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

type Size = { width: number; height: number };

/** How large the whole picture is in a box; never enlarged. */
export const wholeIn = (picture: Size, box: Size): number =>
  Math.min(1, box.width / picture.width, box.height / picture.height);

/** The next step larger or smaller. `whole` is what the whole picture takes: smaller than that is the whole again. */
export function zoomed(zoom: Zoom, by: 1 | -1, whole: number): Zoom {
  const now = zoom === 'whole' ? whole : zoom;
  const next = by === 1 ? steps.find((step) => step > now) : steps.findLast((step) => step < now);
  if (by === -1 && (next === undefined || next <= whole)) return 'whole';
  return next ?? zoom;
}
