import type { CataloguedMail, Office, Query } from '#app/composition.server.ts';
import type { Actor, EmployerActor, StaffActor, VisitorActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { DraftedAct } from '#app/domain/decisionDraft.ts';
import type { DeviceSystem } from '#app/domain/device.ts';
import type { Permission } from '#app/domain/permissions.ts';
import type { FieldError, Outcome, Refusal } from '#app/domain/refusal.ts';
import type { IssuedSheet } from '#app/domain/sheet.ts';
import type { SweepTime } from '#app/domain/sweep.ts';
import type { FormDefinition, ReadResult, TypedText } from '#app/forms/field.ts';
import type { Procedure } from '#app/procedures/procedure.ts';
import type { DoneCode } from '#app/text/done.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import type { ShownRuleProblem } from '#rules/watch.ts';
import type { TypedDecision } from './drafts.server.ts';
import type { ParsedParams, Parsers } from './params.ts';
import type { data, LoaderFunctionArgs, Mode } from './remix.ts';
import type { PostedFile } from './uploads.server.ts';

/** Whom a route is for. A layout is not a guard: each loader and each action says it for itself. */
export type RouteAudience = 'staff' | 'mypage' | 'start' | 'public' | 'demo';

/** What stands on every loader and action that a builder made; test/web/guards.test.ts walks the manifest for it. */
export type Guard = { audience: RouteAudience; permission: Permission | 'anyone' };

export type Guarded<Result> = ((args: LoaderFunctionArgs) => Promise<Result>) & { readonly guard: Guard };

/** What a route declares about itself; the rest is its body. */
export type RouteOptions<P extends Parsers, Allowed extends string = Permission> = {
  /** Row of app/domain/permissions.ts; a role that has it not sees 403. */
  permission: Allowed;
  /** The pieces of the address and how each is read: `{ id: recordId }`. One that does not fit is 404. */
  params?: P;
};

/** A staff page with personal data on it also says what it shows: one row of the view log for each time. */
export type StaffRouteOptions<P extends Parsers> = RouteOptions<P> & {
  view?: {
    screen: string | ((params: ParsedParams<P>) => string);
    subject: (params: ParsedParams<P>) => string;
  };
};

/** What every loader and action gets. */
export type RouteContext<Viewer extends Actor, Params> = {
  readonly actor: Viewer;
  /** The address, parsed as the route declared. */
  readonly params: Params;
  /** Of the page, without what Remix adds to it. */
  readonly url: URL;
  /** Read once for the request. */
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly mode: Mode;
  readonly rules: RuleCatalogue;
  /** 受付番号 of this request, in logs, audit rows and on the error page. */
  readonly requestId: string;
  /** Whether to show a button: the same row of the table that perform() enforces. */
  may(permission: Permission): boolean;
  /** Runs a file of db/queries on the read pool, in the actor's scope: `ctx.query(reviewQueue, filters, page)`. */
  query<Rest extends readonly unknown[], Result>(
    query: Query<Viewer, Rest, Result>,
    ...rest: Rest
  ): Promise<Result>;
  /** A fresh `_key` for the form that this loader's page shows: 128 bits, made here, good for one act. */
  newKey(): string;
  /** A picture of an image whose row the actor was found to reach, as an answer; 404 when there is no file. */
  picture(id: string, size: 'picture' | 'thumbnail'): Promise<Response>;
  /** A sheet as an answer of its own: a PDF file under the sheet's name, not kept by any cache. */
  pdf(issued: IssuedSheet): Promise<Response>;
  /** Data with a status or headers; plain values can be returned as they are. */
  json: typeof data;
  /**
   * Ends the request at another page of ours (`return ctx.redirect(…)`); a foreign address becomes `/`.
   * With `done` the next page says once what was done (app/text/done.ts), and with `of` on which record, where that
   * can be taken back.
   */
  redirect(to: string, done?: DoneCode, of?: string): never;
  /** Ends the request at the address a page has moved to for good (301). */
  moved(to: string): never;
  /** Ends the request with 404: no such record within the actor's reach. */
  notFound(): never;
};

/** A posted form. Names that begin with `_` are the page's own and never reach `read`. */
export type PostedForm = {
  /** `_intent`: which button; empty when the form has only one. */
  readonly intent: string;
  /** `_key`, or null when none came or it cannot be one of ours. */
  readonly key: string | null;
  /** `_version` of the record the page showed, or null. */
  readonly version: number | null;
  readonly raw: FormData;
  /** Values, typed text, errors and conversions by the catalogue of app/forms. */
  read(definition: FormDefinition): ReadResult;
};

/** What an action answers when nothing was saved: 422, everything typed kept. */
export type Invalid = {
  ok: false;
  intent: string;
  /** Code and parameters for app/text; null when only fields are wrong. */
  refusal: Pick<Refusal, 'code' | 'params' | 'verdict'> | null;
  errors: readonly FieldError[];
  typed: TypedText;
};

export type InvalidAnswer<Extra> = ReturnType<typeof data<Invalid & Extra>>;

export type PerformChoices = {
  /** false: no receipt is kept under the form's key. For sign-in, where a repeat has to check again. */
  receipt?: false;
};

/** What an action gets on top. */
export type ActionContext<Viewer extends Actor, Params> = RouteContext<Viewer, Params> & {
  readonly form: PostedForm;
  /** The files posted under a name, held while `work` runs. */
  withFiles<Result>(name: string, work: (files: readonly PostedFile[]) => Promise<Result>): Promise<Result>;
  /**
   * The one way to write. A refusal comes back as a value; forbidden, not found, conflict and a busy database end the
   * request with their own page.
   */
  perform<Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    input: Input,
    choices?: PerformChoices,
  ): Promise<Outcome<Result>>;
  /** Return this when the form has errors or the procedure refused (429 instead of 422 for too many tries). */
  invalid<Extra extends object = object>(
    problem: Refusal | readonly FieldError[],
    typed?: TypedText,
    extra?: Extra,
  ): InvalidAnswer<Extra>;
};

/** Staff pages also know their office, and what is wrong with the rule files at this moment. */
export type StaffRequest = {
  office(): Promise<Office>;
  ruleProblems(): readonly ShownRuleProblem[];
  /** メールの種類: every mail of the product with a preview on invented facts. */
  mailCatalogue(): readonly CataloguedMail[];
  /** What happens by itself, each with its time of day. */
  sweeps(): readonly SweepTime[];
  /** One row of the view log, on a page where only its data tell whose they are. */
  viewed(screen: string, subjectId: string): Promise<void>;
};

/** What somebody who is opening a MyPage has said so far; kept on the server, never in the address. */
export type StartData = {
  email: string;
  purpose: 'start' | 'register' | 'forgot';
  /** ISO instant of the consent to both texts; a forgotten password asks for none. */
  consentedAt?: Instant;
  /** Once the 認証キー was entered and fits: the account and the key, which the password page needs. */
  accountId?: string;
  keyId?: string;
};

/** Pages of somebody not signed in. */
export type PublicRequest = {
  /** The kind of machine that asks, for the sign-in history. */
  readonly device: DeviceSystem;
  /** パスワード登録 begins: a fresh session of the kind `start`. */
  beginStart(start: StartData): Promise<void>;
  /**
   * Sign-in: throttled by the client's address, never replayed from a receipt; on success the browser gets a session
   * with a new id.
   */
  signIn<Input, Prepared>(
    audience: 'staff' | 'mypage',
    procedure: Procedure<Input, { subjectId: string }, Prepared>,
    input: Input,
  ): Promise<Outcome<{ subjectId: string }>>;
  /** For a visitor who has just proved who they are in another way: the password of a new account is set. */
  beginSession(audience: 'staff' | 'mypage', subjectId: string): Promise<void>;
};

/** Pages after the first of パスワード登録; without a live `start` session the visitor is sent to the first. */
export type StartRequest = PublicRequest & {
  readonly start: StartData;
  updateStart(start: StartData): Promise<void>;
  endStart(): Promise<void>;
};

export type SignedInAction = {
  /** Ends the session here and in the browser, with its audit row. */
  signOut(): Promise<void>;
};

/** What a page of an employer about other people does besides showing them. */
export type MypageRequest = {
  /** One row of the view log of that office: an employer saw somebody's personal data. */
  viewed(screen: string, subjectId: string, officeId: string): Promise<void>;
  /** Counts a look into 求職情報検索; ends the request with 429 beyond the limit. */
  countSearch(): Promise<void>;
};

/** The session of an employer's request; never sent to the browser. */
export type OwnSession = { readonly sessionHash: string };

/** What the acts on one's own account do to the browser that asks. */
export type OwnSessionAction = OwnSession & {
  /** A fresh session for the same account, after an act that has ended every session of it. */
  renewSession(): Promise<void>;
  /** Takes the cookie out of the browser, after an act that has ended the session. */
  forgetSession(): void;
};

/** A sign of life, like that of a session: nothing is decided, so nothing is audited. */
export type PresenceAction = {
  /** Extends the actor's own claim on a posting under review; false where they hold none (any more). */
  keepClaim(postingId: string): Promise<boolean>;
};

/** What is typed into a decision is its writer's until the decision is made: nothing is decided, nothing is audited. */
export type DraftAction = {
  /**
   * Keeps it; false where there was nothing to keep or the posting is out of reach. With `unmoved` only while the
   * posting is at that version.
   */
  keepDraft(draft: TypedDecision, unmoved?: number | null): Promise<boolean>;
  dropDraft(postingId: string, act: DraftedAct): Promise<void>;
  /** `perform` of a decision; what was typed is kept when the decision could not be made. */
  decide<Input, Result, Prepared>(
    draft: TypedDecision,
    procedure: Procedure<Input, Result, Prepared>,
    input: Input,
  ): Promise<Outcome<Result>>;
};

export type StaffLoader<P> = RouteContext<StaffActor, P> & StaffRequest;
export type StaffAction<P> = ActionContext<StaffActor, P> &
  StaffRequest &
  SignedInAction &
  PresenceAction &
  DraftAction;
export type MypageLoader<P> = RouteContext<EmployerActor, P> & OwnSession & MypageRequest;
export type MypageAction<P> = ActionContext<EmployerActor, P> &
  SignedInAction &
  OwnSessionAction &
  MypageRequest;
export type PublicLoader<P> = RouteContext<VisitorActor, P>;
export type PublicAction<P> = ActionContext<VisitorActor, P> & PublicRequest;
export type StartLoader<P> = RouteContext<VisitorActor, P> & { readonly start: StartData };
export type StartAction<P> = ActionContext<VisitorActor, P> & StartRequest;
