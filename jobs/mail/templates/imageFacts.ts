/** What every mail about images says: whose they are, whom to ask, where to read on. */
export type ImageFacts = {
  establishmentName: string;
  /** Name, and telephone number as digits. */
  office: { name: string; phone: string };
  link: string;
};
