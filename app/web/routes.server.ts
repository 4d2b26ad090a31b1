import { randomBytes } from 'node:crypto';
import type { Application, Audience, Session } from '#app/composition.server.ts';
import { canSignIn } from '#app/domain/account.ts';
import {
  type Actor,
  actorId,
  type EmployerActor,
  type PartnerActor,
  type StaffActor,
  visitor,
} from '#app/domain/actor.ts';
import { businessDate, toInstant } from '#app/domain/clock.ts';
import { deviceOf } from '#app/domain/device.ts';
import { demoPartnerName } from '#app/domain/partner.ts';
import { may, type Permission } from '#app/domain/permissions.ts';
import { claimExpiry } from '#app/domain/reviewClaim.ts';
import { signOut as employerSignOut } from '#app/procedures/account/signOut.ts';
import { BadInput, Forbidden } from '#app/procedures/procedure.ts';
import { signOut as staffSignOut } from '#app/procedures/staff/signOut.ts';
import type {
  ActionContext,
  DraftAction,
  Guarded,
  MypageAction,
  MypageLoader,
  MypageRequest,
  PublicAction,
  PublicLoader,
  PublicRequest,
  RouteAudience,
  RouteContext,
  RouteOptions,
  StaffAction,
  StaffLoader,
  StaffRequest,
  StaffRouteOptions,
  StartAction,
  StartData,
  StartLoader,
} from './context.ts';
import { keepDraft } from './drafts.server.ts';
import { answerFor, notFoundAnswer } from './failures.server.ts';
import { withDone } from './flash.ts';
import { invalidAnswer, postedForm } from './form.server.ts';
import { type KeptText, keptTexts } from './keptTexts.ts';
import { errorFields, log, loggedPath } from './log.server.ts';
import { type ParsedParams, type Parsers, parseParams } from './params.ts';
import { paths } from './paths.ts';
import { pdfAnswer } from './pdf.server.ts';
import { data, type LoaderFunctionArgs, redirect } from './remix.ts';
import { errorAnswer } from './responses.ts';
import { safeRedirect } from './safeRedirect.ts';
import { beginSession, findSession, forgetCookie } from './session.server.ts';
import { countSearch, signInFailures } from './throttle.server.ts';
import { pictureAnswer, withPostedFiles } from './uploads.server.ts';

/**
 * The builders of every loader and action: session, permission, address, form, view log, and the page for each kind
 * of error. A route file says what it needs and what it does; nothing runs unguarded, because Remix runs a child
 * loader alone when asked to.
 */

/** One request, read once. */
type Visit = ReturnType<typeof visitOf>;

function visitOf({ request, context }: LoaderFunctionArgs) {
  const instant = context.app.clock.now();
  return {
    ...context,
    context,
    request,
    url: new URL(request.url),
    cookies: request.headers.get('cookie'),
    device: deviceOf(request.headers.get('user-agent')),
    now: toInstant(instant),
    today: businessDate(instant),
    /** What was written into the posted form, once it was read. */
    kept: [] as readonly KeptText[],
    /** Where it can be read again, once it was kept as a draft. */
    draft: null as string | null,
  };
}

type Identified<Viewer extends Actor> = { actor: Viewer; session: Session | null };
type Identify<Who> = (visit: Visit) => Promise<Who>;

function guarded<P extends Parsers, Who extends Identified<Actor>, Result>(
  audience: RouteAudience,
  options: RouteOptions<P, Permission | 'anyone'>,
  identify: Identify<Who>,
  run: (visit: Visit, who: Who, params: ParsedParams<P>) => Promise<Result>,
): Guarded<Result> {
  const { permission } = options;
  const handle = async (args: LoaderFunctionArgs): Promise<Result> => {
    const visit = visitOf(args);
    const { url, now, requestId, answer, mode } = visit;
    try {
      const who = await identify(visit);
      if (permission !== 'anyone' && !may(who.actor, permission)) throw new Forbidden(permission);
      const params = parseParams(options.params ?? ({} as P), args.params);
      if (params === null) throw notFoundAnswer();
      return await run(visit, who, params);
    } catch (thrown) {
      const back = `${url.pathname}${url.search}`;
      throw answerFor(thrown, {
        path: loggedPath(url.pathname),
        back,
        now,
        requestId,
        answer,
        kept: visit.kept,
        draft: visit.draft,
        verbose: mode !== 'production',
      });
    }
  };
  return Object.assign(handle, { guard: { audience, permission } });
}

function goTo(to: string, status = 302): never {
  throw redirect(safeRedirect(to), status);
}

const notFound = (): never => {
  throw notFoundAnswer();
};

/** What every loader gets. */
function contextOf<Viewer extends Actor, Params>(
  visit: Visit,
  actor: Viewer,
  params: Params,
): RouteContext<Viewer, Params> {
  const { app, url, now, today, mode, requestId } = visit;
  return {
    actor,
    params,
    url,
    now,
    today,
    mode,
    requestId,
    rules: app.rules,
    may: (permission) => may(actor, permission),
    query: (query, ...rest) => app.query(query, actor, ...rest),
    newKey: () => randomBytes(16).toString('base64url'),
    pdf: (issued) => pdfAnswer(app, issued),
    picture: async (id, size) => (await pictureAnswer(app, id, size)) ?? notFound(),
    json: data,
    redirect: (to, done, of) => goTo(done === undefined ? to : withDone(safeRedirect(to), done, of)),
    moved: (to) => goTo(to, 301),
    notFound,
  };
}

/** What every action gets. */
async function actionContextOf<Viewer extends Actor, Params>(
  visit: Visit,
  actor: Viewer,
  params: Params,
): Promise<ActionContext<Viewer, Params>> {
  const form = await postedForm(visit.request);
  visit.kept = keptTexts(form.raw);
  return {
    ...contextOf(visit, actor, params),
    form,
    withFiles: (name, work) => withPostedFiles(visit.app, actorId(actor), form, name, work),
    perform: (procedure, input, choices = {}) => {
      if (choices.receipt === false) {
        return visit.app.perform(procedure, actor, input, { requestId: visit.requestId });
      }
      if (form.key === null) throw new BadInput('The form has no key of ours.');
      return visit.app.perform(procedure, actor, input, {
        requestId: visit.requestId,
        idempotencyKey: form.key,
      });
    },
    invalid: <Extra extends object = object>(
      problem: Parameters<typeof invalidAnswer>[1],
      typed: Parameters<typeof invalidAnswer>[2] = {},
      extra: Extra = {} as Extra,
    ) => {
      const toConfirm = 'ok' in problem && problem.code === 'content-to-confirm';
      visit.context.formRefused = toConfirm ? 'confirm' : 'error';
      return invalidAnswer(form.intent, problem, typed, extra);
    },
  };
}

/** The live session, or the way to the sign-in page and, after it, back. */
async function sessionOrSignIn(
  visit: Visit,
  audience: 'staff' | 'mypage',
): Promise<Session & { subjectId: string }> {
  const found = await findSession(visit.app, visit.cookies, audience, visit.now);
  if (found.state === 'live' && found.session.subjectId !== null) {
    return { ...found.session, subjectId: found.session.subjectId };
  }
  return toSignIn(visit, audience, found.state === 'expired');
}

/** Whoever posts a form after the session has ended first sees what they wrote, because it is nowhere else. */
async function toSignIn(visit: Visit, audience: 'staff' | 'mypage', expired: boolean): Promise<never> {
  const next = `${visit.url.pathname}${visit.url.search}`;
  const login = paths[audience].login({ next });
  const posting = visit.request.method === 'POST';
  const kept = posting ? keptTexts((await postedForm(visit.request)).raw) : [];
  if (kept.length > 0) throw errorAnswer({ code: 'signed-out', login, kept });
  return goTo(expired || posting ? withDone(login, 'session-expired') : login);
}

/** Role, office and being active are those of this request, not of the sign-in. */
const identifyStaff: Identify<{ actor: StaffActor; session: Session }> = async (visit) => {
  const session = await sessionOrSignIn(visit, 'staff');
  const member = await visit.app.read.staff.find(session.subjectId);
  if (!member?.active) return toSignIn(visit, 'staff', true);
  const { pathname } = visit.url;
  const open = pathname === paths.staff.password() || pathname === paths.staff.logout();
  if (member.temporaryPassword && !open) return goTo(paths.staff.password());
  const { id, name, role, officeId } = member;
  return { actor: { kind: 'staff', id, name, role, officeId }, session };
};

const identifyEmployer: Identify<{ actor: EmployerActor; session: Session }> = async (visit) => {
  const session = await sessionOrSignIn(visit, 'mypage');
  const account = await visit.app.read.accounts.find(session.subjectId);
  if (!account || !canSignIn(account)) return toSignIn(visit, 'mypage', true);
  const { id, email, establishmentId } = account;
  return { actor: { kind: 'employer', accountId: id, email, establishmentId }, session };
};

const identifyVisitor = async () => ({ actor: visitor, session: null });

/** The partner of the seed; in any other mode than the demo's nobody. */
const identifyDemoPartner: Identify<{ actor: PartnerActor; session: null }> = async ({ app }) => {
  if (app.env.mode !== 'demo') return notFound();
  const partner = await app.read.partners.findByName(demoPartnerName);
  if (!partner?.active) return notFound();
  return { actor: { kind: 'partner', id: partner.id, officeId: partner.officeId }, session: null };
};

const identifyStarter: Identify<{ actor: typeof visitor; session: Session; start: StartData }> = async (
  visit,
) => {
  const found = await findSession(visit.app, visit.cookies, 'start', visit.now);
  if (found.state !== 'live') return goTo(withDone(paths.mypage.start(), 'start-expired'));
  const { session } = found;
  return { actor: visitor, session, start: session.data as StartData };
};

const staffRequest = (visit: Visit, actor: StaffActor): StaffRequest => ({
  office: async () => {
    const office = await visit.app.read.offices.find(actor.officeId);
    if (office === undefined) throw new Error('A member of staff without an office.');
    return office;
  },
  ruleProblems: () => visit.app.ruleFiles.problems(visit.today),
  mailCatalogue: visit.app.mailCatalogue,
  sweeps: () => visit.app.sweeps,
  viewed: (screen, subject) => recordView(visit.app, visit, actor, actor.officeId, screen, subject),
});

const mypageRequest = (visit: Visit, actor: EmployerActor): MypageRequest => ({
  viewed: (screen, subject, officeId) => recordView(visit.app, visit, actor, officeId, screen, subject),
  countSearch: () => countSearch(visit.app, actor, visit.now, visit.today),
});

const publicRequest = (visit: Visit): PublicRequest => {
  const { app, clientAddress, now, today, requestId, device } = visit;
  const begin = (audience: Audience, subjectId: string | null, more: Readonly<Record<string, string>> = {}) =>
    beginSession(app, visit, { audience, subjectId, data: more });
  return {
    beginStart: (start) => begin('start', null, start),
    beginSession: (audience, subjectId) => begin(audience, subjectId, { device }),
    device,
    signIn: async (audience, procedure, input) => {
      const failures = signInFailures(app, clientAddress, now, today);
      await failures.refuseIfTooMany();
      const outcome = await app.perform(procedure, visitor, input, { requestId });
      if (outcome.ok) {
        await begin(audience, outcome.value.subjectId, { device });
      } else {
        await failures.countFailure();
        log('warn', 'sign-in-failed', { audience, requestId, detail: outcome.code });
      }
      return outcome;
    },
  };
};

const startRequest = (visit: Visit, session: Session) => ({
  updateStart: (start: StartData) =>
    visit.app.write((stores) => stores.sessions.setData(session.idHash, start)),
  endStart: async () => {
    await visit.app.write((stores) => stores.sessions.remove(session.idHash));
    forgetCookie(visit.app, visit.answer, 'start');
  },
});

const signOutOf = (visit: Visit, actor: StaffActor | EmployerActor, session: Session) => ({
  signOut: async () => {
    const { app, requestId, answer } = visit;
    const input = { idHash: session.idHash };
    await app.perform(actor.kind === 'staff' ? staffSignOut : employerSignOut, actor, input, { requestId });
    forgetCookie(app, answer, actor.kind === 'staff' ? 'staff' : 'mypage');
    answer.set('Clear-Site-Data', '"storage"');
  },
});

const ownSessionOf = (visit: Visit, actor: EmployerActor, session: Session) => ({
  sessionHash: session.idHash,
  renewSession: () =>
    beginSession(visit.app, visit, {
      audience: 'mypage',
      subjectId: actor.accountId,
      data: { device: visit.device },
    }),
  forgetSession: () => forgetCookie(visit.app, visit.answer, 'mypage'),
});

/** The view log is written before the page goes out; where that fails, the log line keeps who saw what. */
async function recordView(
  app: Application,
  visit: Visit,
  actor: StaffActor | EmployerActor,
  officeId: string,
  screen: string,
  subject: string,
) {
  try {
    await app.recordView({
      at: visit.now,
      actorId: actorId(actor),
      officeId,
      screen,
      subjectId: subject,
    });
  } catch (error) {
    const { requestId, url } = visit;
    log('error', 'view-not-recorded', {
      requestId,
      path: loggedPath(url.pathname),
      actor: actorId(actor),
      error: errorFields(error),
    });
  }
}

/** What an action of staff gets, with the drafts of decisions. */
async function staffActionOf<Params>(visit: Visit, actor: StaffActor, params: Params) {
  const ctx = await actionContextOf(visit, actor, params);
  const { app, now } = visit;
  const keep: DraftAction['keepDraft'] = (draft, unmoved) => keepDraft(app, actor, now, draft, unmoved);
  const decide: DraftAction['decide'] = async (draft, procedure, input) => {
    try {
      const outcome = await ctx.perform(procedure, input);
      if (!outcome.ok) await keep(draft);
      return outcome;
    } catch (error) {
      // Whatever else is wrong is told by its own page; a draft that cannot be kept is not.
      const kept = await keep(draft).catch(() => false);
      if (kept) visit.draft = paths.staff.reviewDraft(draft.postingId, draft.act);
      throw error;
    }
  };
  const dropDraft: DraftAction['dropDraft'] = (postingId, act) =>
    app.write((stores) => stores.decisionDrafts.remove(actor.id, postingId, act));
  return { ...ctx, keepDraft: keep, dropDraft, decide };
}

/**
 * The loaders of one page ask once who is there: they run side by side, within one request. An action asks for itself,
 * and the loaders after it anew.
 */
function onceForLoaders<Who>(identify: Identify<Who>): Identify<Who> {
  const known = new WeakMap<object, Promise<Who>>();
  return (visit) => {
    const found = known.get(visit.context) ?? identify(visit);
    known.set(visit.context, found);
    return found;
  };
}

const staffOfPage = onceForLoaders(identifyStaff);
const employerOfPage = onceForLoaders(identifyEmployer);

type NoParams = Record<never, never>;

/** 職員: clerks, supervisors, auditors. */
export const staffRoute = {
  loader: <Result, P extends Parsers = NoParams>(
    options: StaffRouteOptions<P>,
    run: (ctx: StaffLoader<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('staff', options, staffOfPage, async (visit, { actor }, params) => {
      const result = await run({ ...contextOf(visit, actor, params), ...staffRequest(visit, actor) });
      const { view } = options;
      if (view) {
        const screen = typeof view.screen === 'string' ? view.screen : view.screen(params);
        await recordView(visit.app, visit, actor, actor.officeId, screen, view.subject(params));
      }
      return result;
    }),

  action: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: StaffAction<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('staff', options, identifyStaff, async (visit, { actor, session }, params) =>
      run({
        ...(await staffActionOf(visit, actor, params)),
        ...staffRequest(visit, actor),
        ...signOutOf(visit, actor, session),
        keepClaim: (postingId) =>
          visit.app.write((stores) =>
            stores.reviewClaims.extend(postingId, actor.id, visit.now, claimExpiry(visit.now)),
          ),
      }),
    ),
};

/** 見本: pages that stand for the job seekers' own system; in the demo only, anywhere else there is no such address. */
export const demoRoute = {
  loader: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: RouteContext<PartnerActor, ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('demo', options, identifyDemoPartner, (visit, { actor }, params) =>
      run(contextOf(visit, actor, params)),
    ),

  action: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: ActionContext<PartnerActor, ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('demo', options, identifyDemoPartner, async (visit, { actor }, params) =>
      run(await actionContextOf(visit, actor, params)),
    ),
};

/** 求人者: an employer signed in to the 求人者マイページ. */
export const mypageRoute = {
  loader: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: MypageLoader<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('mypage', options, employerOfPage, (visit, { actor, session }, params) =>
      run({
        ...contextOf(visit, actor, params),
        sessionHash: session.idHash,
        ...mypageRequest(visit, actor),
      }),
    ),

  action: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: MypageAction<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('mypage', options, identifyEmployer, async (visit, { actor, session }, params) =>
      run({
        ...(await actionContextOf(visit, actor, params)),
        ...signOutOf(visit, actor, session),
        ...ownSessionOf(visit, actor, session),
        ...mypageRequest(visit, actor),
      }),
    ),
};

/** Anybody: sign-in, the first page of パスワード登録, terms. */
export const publicRoute = {
  loader: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P, Permission | 'anyone'>,
    run: (ctx: PublicLoader<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('public', options, identifyVisitor, (visit, { actor }, params) =>
      run(contextOf(visit, actor, params)),
    ),

  action: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: PublicAction<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('public', options, identifyVisitor, async (visit, { actor }, params) =>
      run({ ...(await actionContextOf(visit, actor, params)), ...publicRequest(visit) }),
    ),
};

/** Somebody on the way through パスワード登録, after the consent (leaflet ③–⑥). */
export const startRoute = {
  loader: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: StartLoader<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('start', options, identifyStarter, (visit, { actor, start }, params) =>
      run({ ...contextOf(visit, actor, params), start }),
    ),

  action: <Result, P extends Parsers = NoParams>(
    options: RouteOptions<P>,
    run: (ctx: StartAction<ParsedParams<P>>) => Promise<Result>,
  ): Guarded<Result> =>
    guarded('start', options, identifyStarter, async (visit, { actor, session, start }, params) =>
      run({
        ...(await actionContextOf(visit, actor, params)),
        ...publicRequest(visit),
        ...startRequest(visit, session),
        start,
      }),
    ),
};
