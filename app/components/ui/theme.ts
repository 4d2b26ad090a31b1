import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * The Digital Agency's design tokens (DADS 1.1.9) as a Mantine theme: ux.md §1.2.
 * Text and its background reach 4.5:1, borders of controls 3:1; nothing is set smaller than 14 px.
 */

/** Shades 50, 100, 200, 300, 400, 600, 800, 900, 1000, 1200; index 7 fills buttons. */
const blue: MantineColorsTuple = [
  '#e8f1fe',
  '#d9e6ff',
  '#c5d7fb',
  '#9db7f9',
  '#7096f8',
  '#3460fb',
  '#0031d8',
  '#0017c1',
  '#00118f',
  '#000060',
];

const red: MantineColorsTuple = [
  '#fdeeee',
  '#ffdada',
  '#ffbbbb',
  '#ff9696',
  '#ff7171',
  '#fe3939',
  '#ec0000',
  '#ce0000',
  '#a90000',
  '#850000',
];

const heading = (size: string) => ({ fontSize: size, lineHeight: '1.5', fontWeight: '700' });

export const theme = createTheme({
  colors: { blue, red },
  primaryColor: 'blue',
  primaryShade: 7,
  autoContrast: true,
  black: '#333333',
  fontFamily:
    '"Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", Meiryo, sans-serif',
  fontFamilyMonospace: '"Noto Sans Mono CJK JP", "BIZ UDGothic", Consolas, Menlo, monospace',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3', sm: '1.5', md: '1.7', lg: '1.7', xl: '1.7' },
  headings: {
    fontWeight: '700',
    sizes: {
      h1: heading('1.75rem'),
      h2: heading('1.5rem'),
      h3: heading('1.25rem'),
      h4: heading('1.125rem'),
      h5: heading('1rem'),
      h6: heading('1rem'),
    },
  },
  spacing: { xs: '0.5rem', sm: '1rem', md: '1.5rem', lg: '2rem', xl: '2.5rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** What Mantine derives too pale for AA, set by hand. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#666666',
    '--mantine-color-placeholder': '#666666',
    '--mantine-color-error': '#ec0000',
    '--mantine-color-anchor': '#0017c1',
  },
  light: {
    '--mantine-color-dimmed': '#666666',
    '--mantine-color-placeholder': '#666666',
    '--mantine-color-error': '#ec0000',
    '--mantine-color-anchor': '#0017c1',
  },
  dark: {},
});
