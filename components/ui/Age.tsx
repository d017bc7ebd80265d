import type { ReactNode } from 'react';
import { type Aged, ageWords } from './age-words';
import { Pill } from './Pill';

/** How old the facts on the page are, and in amber why they are not newer. */
export function Age({ now, children, ...aged }: Aged & { now: Date; children?: ReactNode }) {
  const { tone, text } = ageWords(aged, now);
  return (
    <Pill tone={tone}>
      {children}
      {aged.asOf ? (
        <time dateTime={aged.asOf} title={`Read from DRS at ${aged.asOf}`}>
          {text}
        </time>
      ) : (
        text
      )}
    </Pill>
  );
}
