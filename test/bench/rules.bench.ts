import path from 'node:path';
import { loadCatalogue } from '#rules/catalogue.ts';
import { compileRules } from '#rules/compile/index.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { growth } from './rules/growth.ts';
import { retentionScan } from './rules/retentionScan.ts';
import { storedDecisions } from './rules/storedDecisions.ts';
import { visitSpeed } from './rules/visitSpeed.ts';
import type { Bench } from './support/bench.ts';

/** How fast the rules are judged, in each of their forms, beside other ways to do the same. */
export const bench: Bench = async (context) => {
  const catalogue = await loadCatalogue(path.join(context.root, 'rules'));
  const visits = catalogue.inForce('eligibility/visit-required', '2026-11-24');
  const compiled = compileRules(visits, visitSituation);
  return [
    ...(await visitSpeed(context, visits, compiled)),
    ...(await growth(context, visits)),
    ...(await retentionScan(context, catalogue)),
    ...(await storedDecisions(context, visits, compiled)),
  ];
};
