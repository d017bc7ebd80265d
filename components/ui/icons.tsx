import type { SVGProps } from 'react';

/** The shapes are told apart without their colour: each outline differs. */
const PATHS = {
  ready:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm3.4 4.6-4 4.3a.7.7 0 0 1-1 0L4.6 8.7l.9-.9 1.4 1.3 3.6-3.9Z',
  caution: 'M8 1.6 15.2 14.4H.8ZM7.2 6l.3 4.2h1L8.8 6Zm.8 5.1a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z',
  blocked: 'M5.1 1.5h5.8l3.6 3.6v5.8l-3.6 3.6H5.1l-3.6-3.6V5.1ZM4.5 7v2h7V7Z',
  running: 'M8 1.5v1.8A4.7 4.7 0 1 1 3.3 8H1.5A6.5 6.5 0 1 0 8 1.5Z',
  done: 'M8 1.6 1.2 7.6h2v6.2h3.5V9.6h2.6v4.2h3.5V7.6h2Z',
  failed:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.6 4.6 8 7l2.4-2.4 1 1L9 8l2.4 2.4-1 1L8 9l-2.4 2.4-1-1L7 8 4.6 5.6Z',
  unknown:
    'M8 1.5 14.5 8 8 14.5 1.5 8ZM7.3 9.2h1.3c0-1 1.6-1.2 1.6-2.8 0-1.2-1-2-2.2-2-1.3 0-2.2.8-2.3 2.1h1.3c0-.6.4-.9 1-.9.5 0 .9.3.9.8 0 1-1.6 1.1-1.6 2.8Zm.7.8a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  copy: 'M5 1.5h8a1.5 1.5 0 0 1 1.5 1.5v8H13V3H5Zm-2 3h7A1.5 1.5 0 0 1 11.5 6v7a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V6A1.5 1.5 0 0 1 3 4.5ZM3 6v7h7V6Z',
  check: 'M13.8 4.4 6.6 12a.8.8 0 0 1-1.1 0L2.2 8.6l1.1-1.1L6 10.3l6.7-7Z',
  close:
    'm8 6.9 3.7-3.7 1.1 1.1L9.1 8l3.7 3.7-1.1 1.1L8 9.1l-3.7 3.7-1.1-1.1L6.9 8 3.2 4.3l1.1-1.1Z',
  up: 'M8 4 12.5 9.5h-9Z',
  down: 'M8 12 3.5 6.5h9Z',
} as const;

export type IconName = keyof typeof PATHS;

/** A 16-unit glyph in the colour of the text around it; it is decoration, so the word beside it must say the same. */
export function Icon({ name, ...rest }: { name: IconName } & SVGProps<SVGSVGElement>) {
  return (
    <svg width={15} height={15} viewBox="0 0 16 16" fill="currentColor" aria-hidden {...rest}>
      <path d={PATHS[name]} fillRule="evenodd" />
    </svg>
  );
}
