import { paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { leadingTo } from '../focusState.ts';
import { commandsOf } from './commandsOf.ts';
import { focusOn, leaveField, print, submitForm } from './pageKeys.ts';
import { useCommands } from './useCommands.ts';

/** The keys of every staff screen. */
export function StaffKeys() {
  const navigate = useNavigate();
  const to = (path: string, focus?: string) => () => void navigate(path, { state: leadingTo(focus) });
  useCommands(
    commandsOf('anywhere', {
      search: () => focusOn('#header-search'),
      reviews: to(paths.staff.reviews()),
      images: to(paths.staff.reviews({ kind: 'image' })),
      visits: to(paths.staff.visits(), 'q'),
      establishments: to(paths.staff.establishments()),
      deadlines: to(paths.staff.deadlines()),
      submit: submitForm,
      leave: leaveField,
      print,
      keys: to(paths.staff.keys()),
    }),
  );
  return null;
}
