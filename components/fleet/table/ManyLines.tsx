'use client';

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import type { WindowedLines } from './WindowedLines';

/** These stand there until the code that shows the others has come. */
const FIRST = 24;

type Lines = ComponentProps<typeof WindowedLines>;

let drawWindowed: ((lines: Lines) => ReactNode) | undefined;

/**
 * More lines than a browser shows at once. Their code is loaded by those who have so many, and is no lazy
 * component: what replaces a fallback is held back for a third of a second.
 */
export function ManyLines(lines: Lines) {
  const [draw, setDraw] = useState(() => drawWindowed);
  useEffect(() => {
    if (draw) return;
    load().then(
      () => setDraw(() => drawWindowed),
      (error: unknown) => {
        // Thrown while drawing, so that the page says that it has failed.
        setDraw(() => {
          throw error;
        });
      },
    );
  }, [draw]);
  return draw ? draw(lines) : lines.items.slice(0, FIRST).map((_, index) => lines.line(index));
}

async function load() {
  const { WindowedLines: Component } = await import('./WindowedLines');
  drawWindowed ??= (lines) => <Component {...lines} />;
}
