'use client';

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { Spacer } from './Spacer';
import type { VirtualRows } from './VirtualRows';
import { heightOf } from './row-shift';

/** The number of rows shown until the virtualizer is loaded. */
const FIRST = 24;

type Props = ComponentProps<typeof VirtualRows>;

let drawVirtual: ((props: Props) => ReactNode) | undefined;

/**
 * Loads the virtualizer when there are more rows than a browser renders well. `lazy` would not do: React holds back
 * what replaces a fallback for a third of a second.
 */
export function LazyVirtualRows(props: Props) {
  const [draw, setDraw] = useState(() => drawVirtual);
  useEffect(() => {
    if (draw) return;
    load().then(
      () => setDraw(() => drawVirtual),
      (error: unknown) => {
        // Thrown while rendering, so that the error boundary shows it.
        setDraw(() => {
          throw error;
        });
      },
    );
  }, [draw]);
  return draw ? draw(props) : <FirstRows {...props} />;
}

/** The first rows, and the room of the others, so that the page has its full height from the start. */
function FirstRows({ items, renderRow, layout, columnCount }: Props) {
  const rest = items.slice(FIRST).reduce((height, item) => height + heightOf(item, layout), 0);
  return (
    <>
      {items.slice(0, FIRST).map((_, index) => renderRow(index))}
      <Spacer height={rest} columnCount={columnCount} />
    </>
  );
}

async function load() {
  const { VirtualRows: Component } = await import('./VirtualRows');
  drawVirtual ??= (props) => <Component {...props} />;
}
