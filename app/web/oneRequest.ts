import type { Application } from '#app/composition.server.ts';

/** The application as one request sees it: from its first look to its last act one version of every rule set. */
export const forOneRequest = (app: Application): Application => {
  const { rules } = app;
  return {
    ...app,
    rules,
    perform: (procedure, actor, input, options) =>
      app.perform(procedure, actor, input, { ...options, rules }),
  };
};
