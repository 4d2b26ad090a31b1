/** The machine of a sign-in as coarsely as its holder tells machines apart; what the browser says beyond is not kept. */
export const deviceSystems = ['windows', 'mac', 'iphone', 'android', 'other'] as const;
export type DeviceSystem = (typeof deviceSystems)[number];

const marks: readonly { system: DeviceSystem; mark: RegExp }[] = [
  { system: 'iphone', mark: /iPhone|iPad/ },
  { system: 'android', mark: /Android/ },
  { system: 'windows', mark: /Windows/ },
  { system: 'mac', mark: /Macintosh/ },
];

/** By the User-Agent header, of which only the beginning is looked at. */
export const deviceOf = (userAgent: string | null): DeviceSystem =>
  marks.find(({ mark }) => mark.test((userAgent ?? '').slice(0, 300)))?.system ?? 'other';
