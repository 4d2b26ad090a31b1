/** A reason to leave everything as it is, for whoever gave the command; printed without a stack. */
export class Refused extends Error {
  override name = 'Refused';
}
