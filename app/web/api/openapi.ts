import { type Endpoint, endpoints, type Parameter } from './endpoints.ts';
import { type ProblemCode, problems } from './problems.ts';
import { scheme, skewMinutes } from './signature.ts';

/** Where the document itself is read, by anybody: it says nothing of anybody. */
export const documentPath = '/api/v1/openapi.json';

/** What any signed request may be answered. */
const common: readonly ProblemCode[] = [
  'not-signed',
  'date-skewed',
  'signature-wrong',
  'replayed',
  'scope-missing',
  'fields-wrong',
  'too-many',
  'unexpected',
  'unavailable',
];
const ofBodies: readonly ProblemCode[] = ['body-unreadable', 'body-too-long', 'not-json'];

/** Every problem an endpoint may answer with. */
export const problemsOf = ({ body, problems: own }: Endpoint): readonly ProblemCode[] => [
  ...common,
  ...(body === null ? [] : ofBodies),
  ...own,
];

const json = (schema: unknown) => ({ 'application/json': { schema } });

const header = (name: string, description: string, pattern: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', pattern },
});

const parameterOf = ({ name, in: place, schema, description }: Parameter) => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema,
});

function problemResponses(endpoint: Endpoint) {
  const codes = problemsOf(endpoint);
  const statuses = [...new Set(codes.map((code) => problems[code][0]))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => problems[code][0] === status)
          .map((code) => `\`${code}\`: ${problems[code][1]}`)
          .join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const operationOf = (endpoint: Endpoint) => ({
  operationId: `${endpoint.method.toLowerCase()}${endpoint.path
    .replace('/api/v1', '')
    .replaceAll(/[/{}]+/g, '_')
    .replace(/_$/, '')}`,
  summary: endpoint.summary,
  description: `Needs the scope \`${endpoint.scope}\`.`,
  security: [{ signature: [] }],
  parameters: [
    ...endpoint.parameters.map(parameterOf),
    header('Madoguchi-Date', `The instant of the request in UTC, at most ${skewMinutes} minutes off.`, 'Z$'),
    ...(endpoint.keyed
      ? [
          header(
            'Idempotency-Key',
            'Another one for each message; the same again gets the same answer.',
            '^[A-Za-z0-9_-]{16,64}$',
          ),
        ]
      : []),
  ],
  ...(endpoint.body !== null && { requestBody: { required: true, content: json(endpoint.body) } }),
  responses: {
    [endpoint.answer.status]: {
      description: endpoint.answer.description,
      ...(endpoint.answer.schema !== null && { content: json(endpoint.answer.schema) }),
    },
    ...problemResponses(endpoint),
  },
});

/** OpenAPI 3.1 of the endpoints, their schemas taken from the form catalogues. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const endpoint of endpoints)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Madoguchi: the hand-over to the job seekers’ own system',
      version: '1',
      description: 'How to sign a request, with a worked example: docs/api.md.',
    },
    paths,
    components: {
      securitySchemes: {
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: `\`${scheme} partner=…, nonce=…, signature=…\``,
        },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'requestId'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: Object.keys(problems) },
            requestId: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                required: ['field', 'code'],
                properties: { field: { type: 'string' }, code: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  };
}
