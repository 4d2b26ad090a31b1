import type { JsonSchema } from '#app/forms/schema.ts';
import { longestBody, mostFailures, mostRequests } from '#app/web/api/door.ts';
import { endpoints, mostMessages } from '#app/web/api/endpoints.ts';
import { documentPath } from '#app/web/api/openapi.ts';
import { problems } from '#app/web/api/problems.ts';
import { skewMinutes } from '#app/web/api/signature.ts';
import { page, table } from './markdown.ts';

const typeOf = ({ type, enum: values, maxLength }: JsonSchema): string =>
  [
    Array.isArray(type) ? type.join(' or ') : String(type),
    ...(Array.isArray(values) ? [`one of ${values.filter((one) => one !== null).join(', ')}`] : []),
    ...(maxLength === undefined ? [] : [`up to ${String(maxLength)} characters`]),
  ].join(', ');

const bodyTable = ({ properties }: JsonSchema): string =>
  table(
    ['name', 'is', 'on screen'],
    Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => [
      `\`${name}\``,
      typeOf(schema),
      String(schema.title ?? ''),
    ]),
  );

/** The rows of each list in a body. */
const rowTables = ({ properties }: JsonSchema): string[] =>
  Object.entries(properties as Record<string, JsonSchema>).flatMap(([name, { items }]) =>
    items === undefined ? [] : [`Each of \`${name}\`:`, bodyTable(items as JsonSchema)],
  );

/** The addresses of the API, its limits and its problems; how to sign is in docs/api.md. */
export const apiPage = (): string =>
  page(
    'API',
    '`app/web/api`',
    `How to sign a request: [api.md](../api.md). The same as OpenAPI 3.1: \`GET ${documentPath}\`, which needs no signature.`,
    '## Addresses',
    ...endpoints.map(({ method, path, summary, scope, keyed, body, answer, parameters }) =>
      [
        `### ${method} ${path}`,
        `${summary} Scope \`${scope}\`.${keyed ? ' Needs `Idempotency-Key`.' : ''} Answers ${answer.status}: ${answer.description}`,
        ...(parameters.length === 0
          ? []
          : [
              table(
                ['parameter', 'in', 'meaning'],
                parameters.map(({ name, in: place, description }) => [`\`${name}\``, place, description]),
              ),
            ]),
        ...(body === null ? [] : [bodyTable(body), ...rowTables(body)]),
      ].join('\n\n'),
    ),
    '## Limits',
    table(
      ['what', 'limit'],
      [
        ['difference of the clocks', `${skewMinutes} minutes`],
        ['body', `${longestBody} bytes`],
        ['requests of one partner', `${mostRequests} in a minute`],
        ['requests that are not let in, from one address', `${mostFailures} in 5 minutes`],
        ['messages in one answer', String(mostMessages)],
      ],
    ),
    '## Problems',
    table(
      ['status', 'code', 'meaning'],
      Object.entries(problems).map(([code, [status, title]]) => [String(status), `\`${code}\``, title]),
    ),
  );
