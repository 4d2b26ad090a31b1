/** A browser without JavaScript, as far as HTTP goes: cookies, redirects and forms, on whichever machine is named. */
export type Visitor = {
  get(url: string): Promise<Page>;
  /** Fills in the form of the page whose button has this value or address, keeps what is hidden in it, and sends it. */
  send(url: string, button: string, values: Record<string, string | File>): Promise<Page>;
};

/** Where the visitor has arrived. */
export type Page = { status: number; path: string; html: string };

type Form = { action: string | null; fields: [string, string][] };

function formOf(html: string, button: string): Form {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`value="${button}"`) || text.includes(`action="${button}"`));
  if (form === undefined) throw new Error(`No form for "${button}" on the page:\n${html.slice(0, 2_000)}`);
  const fields = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(
    ([input]): [string, string][] => {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      return name ? [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']] : [];
    },
  );
  return { action: /^<form[^>]*action="([^"]*)"/.exec(form)?.[1] ?? null, fields };
}

export function newVisitor(): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (url: string, body?: URLSearchParams | FormData): Promise<Page> => {
    const { origin } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) return ask(new URL(to, url).href);
    const html = (await response.text()).replaceAll('<!-- -->', '');
    return { status: response.status, path: new URL(url).pathname, html };
  };
  return {
    get: (url) => ask(url),
    send: async (url, button, values) => {
      const { action, fields } = formOf((await ask(url)).html, button);
      const filled = [...fields, ...Object.entries(values), ['_intent', button] as const];
      const body = filled.some(([, value]) => typeof value !== 'string')
        ? new FormData()
        : new URLSearchParams();
      for (const [name, value] of filled) body.append(name, value as string);
      return ask(action === null ? url : new URL(action, url).href, body);
    },
  };
}
