import type { Application } from '#app/composition.server.ts';
import type { PartnerActor } from '#app/domain/actor.ts';
import { businessDate } from '#app/domain/clock.ts';
import { messageSides } from '#app/domain/message.ts';
import { type PartnerScope, partnerScopes } from '#app/domain/partner.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import type { Field, FormValues } from '#app/forms/field.ts';
import { seekerFields, seekerForm, seekerHandOverFields } from '#app/forms/jobSeeker.ts';
import { messageFields } from '#app/forms/message.ts';
import { type JsonSchema, schemaOf } from '#app/forms/schema.ts';
import { markMessagesRead } from '#app/procedures/message/markRead.ts';
import { receiveMessage } from '#app/procedures/message/receive.ts';
import { messageErasureDay } from '#app/procedures/message/support.ts';
import type { Procedure } from '#app/procedures/procedure.ts';
import { object } from '#app/procedures/schemas.ts';
import { handOverSeeker } from '#app/procedures/seeker/handOver.ts';
import { handOverSeekers, mostHandedOver } from '#app/procedures/seeker/handOverMany.ts';
import { ApiProblem, type ProblemCode, problemOfRefusal } from './problems.ts';

/** A request after its signature, its scope and its schemas were found right. */
export type ApiCall = {
  app: Application;
  actor: PartnerActor;
  /** Of the path and the query. */
  parameters: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
  perform<Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    input: Input,
  ): Promise<Result>;
};

export type ApiAnswer = { status: 200 | 201 | 204; body?: unknown };

export type Parameter = {
  name: string;
  in: 'path' | 'query';
  /** Of a text; a parameter of the path is always required. */
  schema: JsonSchema;
  description: string;
};

/** One address and method of the API; the door, the OpenAPI document and docs/ are all made from this. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  summary: string;
  scope: PartnerScope;
  parameters: readonly Parameter[];
  /** null where no body is taken. */
  body: JsonSchema | null;
  /** Whether `Idempotency-Key` must be given: the same key gets the same answer, and nothing happens twice. */
  keyed: boolean;
  answer: { status: ApiAnswer['status']; schema: JsonSchema | null; description: string };
  /** What it may answer beside what every address may (app/web/api/problems.ts). */
  problems: readonly ProblemCode[];
  run(call: ApiCall): Promise<ApiAnswer>;
};

/** Messages in one answer. */
export const mostMessages = 100;

const number: JsonSchema = { type: 'string', pattern: '^[0-9]{5}-[0-9]{8}$', maxLength: 14 };
const cursor: JsonSchema = { type: 'string', pattern: '^[0-9]{1,9}$', maxLength: 9 };
const id: JsonSchema = { type: 'string', minLength: 36, maxLength: 36 };
const instant: JsonSchema = { type: 'string', maxLength: 24 };
const day: JsonSchema = { type: 'string', format: 'calendar-date' };

const messageSchema = object({
  cursor,
  id,
  referral: number,
  seeker: number,
  from: { type: 'string', enum: [...messageSides] },
  text: { type: 'string' },
  sentAt: instant,
  readAt: { type: ['string', 'null'], maxLength: 24 },
  eraseFrom: day,
});

const ofReferral: Parameter = {
  name: 'number',
  in: 'path',
  schema: number,
  description: 'The number of the letter of introduction.',
};

/** The referral with a number, within the partner's reach. */
async function referralId({ app, actor }: ApiCall, of: string): Promise<string> {
  const referral = await app.read.referrals.findByNumber(scopeOf(actor), of);
  if (referral === undefined) throw new ApiProblem('not-found');
  return referral.id;
}

/** A job seeker in a hand-over: the answers of the counter's form, and what they are called. */
const seekerSchema = withLabels(schemaOf(seekerForm), seekerFields);
const handedSeeker: JsonSchema = {
  ...seekerSchema,
  required: ['reference', ...(seekerSchema.required as readonly string[])],
  properties: {
    reference: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      pattern: '^[A-Za-z0-9._-]+$',
      title: 'What the partner calls the job seeker; the same ever after.',
    },
    number: {
      type: ['string', 'null'],
      maxLength: 14,
      title: 'The number of a job seeker whom the office has registered before.',
    },
    other_person: {
      type: 'boolean',
      title: 'Another person than the one registered with the same name and birthday.',
    },
    ...propertiesOf(seekerSchema),
  },
};

const threadProblems = [
  'message-cancelled',
  'message-no-mypage',
  'message-posting-invalid',
  'message-employer-gone',
] as const satisfies readonly ProblemCode[];

export const endpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/api/v1/messages',
    summary: 'Messages of both sides after a cursor, in the order they were sent.',
    scope: 'messages',
    parameters: [
      {
        name: 'since',
        in: 'query',
        schema: cursor,
        description: 'The `next` of the last answer; without it, from the first message on.',
      },
    ],
    body: null,
    keyed: false,
    answer: {
      status: 200,
      schema: object({
        messages: { type: 'array', maxItems: mostMessages, items: messageSchema },
        next: cursor,
        more: { type: 'boolean' },
      }),
      description: `Up to ${mostMessages} messages, where to go on, and whether there are more now. From the day \`eraseFrom\` on the partner must not hold the message either.`,
    },
    problems: [],
    run: async ({ app, actor, parameters: { since = '0' } }) => {
      const today = businessDate(app.clock.now());
      const found = await app.read.messages.after(scopeOf(actor), Number(since), mostMessages + 1);
      const shown = found.slice(0, mostMessages);
      const messages = shown.map((message) => ({
        cursor: String(message.seq),
        id: message.id,
        referral: message.referralNumber,
        seeker: message.seekerNumber,
        from: message.from,
        text: message.text,
        sentAt: message.sentAt,
        readAt: message.readAt,
        eraseFrom: messageErasureDay(app.rules, message.sentOn, today),
      }));
      const next = messages.at(-1)?.cursor ?? since;
      return { status: 200, body: { messages, next, more: found.length > mostMessages } };
    },
  },
  {
    method: 'POST',
    path: '/api/v1/messages',
    summary: 'A message of a job seeker to the employer of a referral.',
    scope: 'messages',
    parameters: [],
    body: object({ referral: number, ...propertiesOf(schemaOf(messageFields)) }),
    keyed: true,
    answer: { status: 201, schema: object({ id }), description: 'The message is in the thread.' },
    problems: ['not-found', 'conflict', 'reused-key', ...threadProblems],
    run: async (call) => {
      const { referral, text } = call.body;
      const { messageId } = await call.perform(receiveMessage, {
        referralId: await referralId(call, String(referral)),
        values: { text: String(text) },
      });
      return { status: 201, body: { id: messageId } };
    },
  },
  {
    method: 'PUT',
    path: '/api/v1/referrals/{number}/read',
    summary: 'The job seeker has read what the employer wrote in a thread.',
    scope: 'messages',
    parameters: [ofReferral],
    body: object({ upTo: cursor }),
    keyed: false,
    answer: { status: 204, schema: null, description: 'Marked up to that cursor.' },
    problems: ['not-found', 'conflict'],
    run: async (call) => {
      const upTo = Number(call.body.upTo);
      const thread = await referralId(call, call.parameters.number ?? '');
      await call.perform(markMessagesRead, { referralId: thread, upTo });
      return { status: 204 };
    },
  },
  {
    method: 'PUT',
    path: '/api/v1/seekers',
    summary:
      'Job seekers as the partner has them, whole records under numbers of its own: all of them or none.',
    scope: 'seekers',
    parameters: [],
    body: {
      ...object({
        office: {
          type: ['string', 'null'],
          maxLength: 5,
          title: 'The code of their office; only for a partner of every office.',
        },
        seekers: { type: 'array', minItems: 1, maxItems: mostHandedOver, items: handedSeeker },
      }),
      required: ['seekers'],
    },
    keyed: false,
    answer: {
      status: 200,
      schema: object({
        seekers: {
          type: 'array',
          items: object({
            reference: { type: 'string' },
            number,
            outcome: { type: 'string', enum: ['added', 'changed', 'unchanged'] },
          }),
        },
      }),
      description:
        'What became of each, with its number here. The same again answers `unchanged`. Errors name the row, counted from 0: `seekers.3.seeker_name`.',
    },
    problems: ['conflict'],
    run: async ({ body, perform }) => {
      const rows = body.seekers as readonly (FormValues & { reference: string; number?: string | null })[];
      const seekers = await perform(handOverSeekers, {
        office: typeof body.office === 'string' ? body.office : null,
        seekers: rows.map(({ reference, number: registered = null, other_person, ...values }) => ({
          reference,
          number: registered,
          otherPerson: other_person === true,
          values,
        })),
      });
      return { status: 200, body: { seekers } };
    },
  },
  {
    method: 'PUT',
    path: '/api/v1/seekers/{number}',
    summary: 'The public part of a registered job seeker, all of it anew.',
    scope: 'seekers',
    parameters: [
      { name: 'number', in: 'path', schema: number, description: 'The number of the job seeker.' },
    ],
    body: withLabels(schemaOf(seekerHandOverFields), seekerHandOverFields),
    keyed: false,
    answer: { status: 204, schema: null, description: 'Registered.' },
    problems: ['not-found', 'conflict'],
    run: async ({ parameters: { number: seeker = '' }, body, perform }) => {
      await perform(handOverSeeker, { number: seeker, values: body as FormValues });
      return { status: 204 };
    },
  },
];

/** The value of an outcome; a refusal ends the request as a problem. */
export function grantedOr<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw problemOfRefusal(outcome);
  return outcome.value;
}

/** The scopes that some endpoint asks for. */
export const usedScopes = partnerScopes.filter((scope) => endpoints.some((one) => one.scope === scope));

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return schema.properties as Record<string, JsonSchema>;
}

/** A schema made from a catalogue, each property with the label that people see. */
function withLabels(schema: JsonSchema, fields: readonly Field[]): JsonSchema {
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(propertiesOf(schema)).map(([name, one]) => [name, { title: labels.get(name), ...one }]),
    ),
  };
}
