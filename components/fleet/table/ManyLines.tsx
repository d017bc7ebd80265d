'use client';

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { Gap } from './Gap';
import type { WindowedLines } from './WindowedLines';
import { heightOf } from './line-shift';

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
  return draw ? draw(lines) : <FirstLines {...lines} />;
}

/** With the room of the others beneath them, so that the end of the page is the end of the list from the start. */
function FirstLines({ items, line, layout, columnCount }: Lines) {
  const rest = items.slice(FIRST).reduce((height, item) => height + heightOf(item, layout), 0);
  return (
    <>
      {items.slice(0, FIRST).map((_, index) => line(index))}
      <Gap height={rest} columnCount={columnCount} />
    </>
  );
}

async function load() {
  const { WindowedLines: Component } = await import('./WindowedLines');
  drawWindowed ??= (lines) => <Component {...lines} />;
}
